package io.bearings.okr;

/**
 * What a team wants to change, and why.
 *
 * @param projectId the Jira project that it belongs to
 * @param ownerKey the Jira user key of the one person who owns it
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record Objective(
    long id, long projectId, String title, String why, String ownerKey, int version) {

  /** The key that people see, for example {@code O-12}. */
  public String key() {
    return keyOf(id);
  }

  /** The key that an objective with this id has. */
  public static String keyOf(long id) {
    return "O-" + id;
  }
}
