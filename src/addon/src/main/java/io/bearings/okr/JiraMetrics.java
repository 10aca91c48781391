package io.bearings.okr;

import java.util.Optional;

/** What key results of the source {@link Source#JQL} read from the work in Jira. */
public interface JiraMetrics {

  /**
   * What is in the way of reading a metric from a key result, as its writer knows the names of
   * Jira. A metric that stays as it was is not looked at, so that something that was deleted
   * meanwhile keeps nobody from changing the rest.
   *
   * @param now what the key result is to say
   * @param before what it said
   * @return empty also where it reads no metric
   * @throws Refusal.Unavailable while Jira does not answer
   */
  Optional<Message> problem(Person writer, KeyResultContent now, Optional<KeyResultContent> before);

  /**
   * Begins to read the metrics of an objective's key results that were just written. What cannot be
   * read now is read later; nothing of it refuses what was written.
   */
  void begin(long objectiveId);

  /** Whether any of these reads a metric. */
  static boolean areRead(Iterable<KeyResultContent> contents) {
    for (KeyResultContent each : contents) {
      if (each.source() == Source.JQL) {
        return true;
      }
    }
    return false;
  }
}
