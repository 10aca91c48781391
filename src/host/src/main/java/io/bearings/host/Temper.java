package io.bearings.host;

/**
 * How the host behaves where the behaviour of a real Jira is not known or varies. An add-on has to
 * work under both.
 */
public enum Temper {
  /** Everything in the order and at the time that one hopes for. */
  KIND,
  /**
   * The search index is a second late, listeners run in reverse order, events come twice, Active
   * Objects refuses calls before the plugin is enabled and upgrades in another thread, the executor
   * has a connection of its own, REST without an annotation is refused, optional context variables
   * are absent, and Jira Software comes when the add-on runs already and keeps its columns to
   * itself.
   */
  HARSH;

  /** Whether this is {@link #HARSH}. */
  public boolean harsh() {
    return this == HARSH;
  }
}
