package io.bearings.kpi;

import java.time.Instant;
import java.util.Optional;

/**
 * What people did about a breach.
 *
 * @param acknowledged who said first that they know of it
 * @param action how far the action is
 * @param report who acts and what came of it; absent while nobody said
 * @param escalatedAt when the lead was told because nobody had acknowledged it
 */
public record Handling(
    Optional<Acknowledgement> acknowledged,
    ActionState action,
    Optional<Report> report,
    Optional<Instant> escalatedAt) {
  /** Nobody did anything yet. */
  public static final Handling NONE =
      new Handling(Optional.empty(), ActionState.OPEN, Optional.empty(), Optional.empty());

  /**
   * Somebody knows of a breach.
   *
   * @param byKey the Jira user key of the person
   */
  public record Acknowledgement(String byKey, Instant at) {}

  /**
   * What somebody said about the action.
   *
   * @param personKey the Jira user key of the person who acts or acted
   * @param result what came of it; perhaps empty
   * @param byKey the Jira user key of the person who said so
   */
  public record Report(String personKey, String result, String byKey, Instant at) {}

  Handling acknowledged(Acknowledgement by) {
    return new Handling(acknowledged.or(() -> Optional.of(by)), action, report, escalatedAt);
  }

  Handling acting(ActionState state, Report said) {
    return new Handling(acknowledged, state, Optional.of(said), escalatedAt);
  }

  Handling escalated(Instant at) {
    return new Handling(acknowledged, action, report, Optional.of(at));
  }
}
