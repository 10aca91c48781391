package io.bearings.okr;

/** A role that somebody has in a unit because it was given. */
public record Assignment(Role role, Holder holder) {

  /** Who has a role. */
  public sealed interface Holder {}

  /**
   * One person.
   *
   * @param userKey a Jira user key
   */
  public record OnePerson(String userKey) implements Holder {}

  /** Everybody in a Jira group, whoever that is at the moment. */
  public record AllOf(String groupName) implements Holder {}
}
