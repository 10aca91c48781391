package io.bearings.review;

/** What a unit goes through at the start of a cycle, in this order. */
public enum KickoffStep {
  /** Deal with what the last retrospective taught. */
  LEARNINGS(true),
  /** Write and publish objectives with their key results. */
  WRITE(true),
  /** Members say each objective in their own words. */
  RESTATE(true),
  /** Ask what would still be missing. */
  LITMUS(true),
  /** Look at the check list before setting off. */
  READINESS(false);

  private final boolean skippable;

  KickoffStep(boolean skippable) {
    this.skippable = skippable;
  }

  /**
   * Whether a unit may leave it out. What publishing an objective needs, its why and its
   * confidence, is needed all the same.
   */
  public boolean isSkippable() {
    return skippable;
  }
}
