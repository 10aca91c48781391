package io.bearings.connect.acts;

import java.time.Instant;

/** What came of an act. */
public sealed interface Outcome {

  /** It is done. */
  record Done(String result) implements Outcome {}

  /**
   * An issue was created.
   *
   * @param issueId Jira's id, which it keeps wherever it moves
   */
  record Created(String issueKey, long issueId) implements Outcome {}

  /** It cannot be done as it is; nothing was done. */
  record Refused(String why) implements Outcome {}

  /** Nothing was done, and it is tried again. */
  record Later(String why, Instant at) implements Outcome {}

  /** Nothing was done as often as it was tried. */
  record GivenUp(String why) implements Outcome {}

  /** Nobody knows whether it was done. */
  record Unclear(String why) implements Outcome {}
}
