package io.bearings.review;

/** What a unit goes through when it looks back together, in this order. */
public enum MeetingStep {
  /** Look at KPIs and results, and at what the diagnosis says. */
  LOOK(10),
  /** Everybody writes notes in silence; each sees their own only. */
  WRITE(10),
  /** The notes are shown and talked about. */
  SHARE(15),
  /** Everybody votes on what mattered; nobody sees how others do. */
  VOTE(5),
  /** The votes are shown, and the unit agrees on what it learned and decides. */
  DECIDE(20),
  /** The meeting is over; what was written stays to be read. */
  OVER(0);

  private final int minutes;

  MeetingStep(int minutes) {
    this.minutes = minutes;
  }

  /** How long it takes where nobody says otherwise; 0 is without end. */
  public int minutes() {
    return minutes;
  }

  /** Whether notes are taken now. */
  boolean takesNotes() {
    return isAfter(LOOK) && this != OVER;
  }

  /** Whether each person sees their own notes only. */
  boolean isSilent() {
    return !isAfter(WRITE);
  }

  /** Whether it is told how often something was voted for. */
  boolean showsVotes() {
    return isAfter(VOTE);
  }

  private boolean isAfter(MeetingStep other) {
    return compareTo(other) > 0;
  }
}
