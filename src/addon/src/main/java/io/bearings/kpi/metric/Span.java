package io.bearings.kpi.metric;

import java.util.Set;

/** A stretch of an issue's life. */
public sealed interface Span {

  /** From its creation to its last resolution. */
  record Lead() implements Span {}

  /** From its first entry into In Progress to its last into Done. */
  record Cycle() implements Span {}

  /** From its creation to the first comment by a member of the unit other than its reporter. */
  record Response() implements Span {}

  /**
   * In some statuses, from its creation to its last resolution; only issues that ever were in one
   * of them.
   *
   * @param statusIds Jira's ids
   */
  record InStatuses(Set<String> statusIds) implements Span {
    public InStatuses {
      statusIds = Set.copyOf(statusIds);
    }
  }
}
