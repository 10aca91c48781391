package io.bearings.progress;

import java.util.Optional;

/**
 * Why a key result is likely to be the one that an issue serves. The order is that in which they
 * are offered: what the work around the issue serves, then what the person worked with, then what
 * is near.
 */
public enum Likeliness {
  /** An issue of the same epic serves it. */
  SAME_EPIC,
  /** The parent serves it, or another sub-task of the parent. */
  SAME_PARENT,
  /** An issue of the same sprint serves it. */
  SAME_SPRINT,
  /** An issue of the same fix version serves it. */
  SAME_VERSION,
  /** The person linked something to it lately. */
  USED_LATELY,
  /** It is the person's own, of a unit of the project, in a cycle that runs. */
  YOURS,
  /** It is of a unit of the project. */
  YOUR_TEAM,
  /** Nothing speaks for it. */
  ELSEWHERE;

  /**
   * What is known of a key result that could be offered.
   *
   * @param around how the issue is near to others that serve it; absent where it is not
   * @param lately whether the person linked something to it lately
   * @param own whether the person owns it or its objective
   * @param inTeam whether it is of a unit of the project
   * @param running whether it is in a cycle that runs
   */
  public record Signals(
      Optional<Likeliness> around, boolean lately, boolean own, boolean inTeam, boolean running) {}

  /** What speaks most for a key result. */
  public static Likeliness of(Signals signals) {
    if (signals.around().isPresent()) {
      return signals.around().get();
    }
    if (signals.lately()) {
      return USED_LATELY;
    }
    if (!signals.inTeam()) {
      return ELSEWHERE;
    }
    return signals.own() && signals.running() ? YOURS : YOUR_TEAM;
  }
}
