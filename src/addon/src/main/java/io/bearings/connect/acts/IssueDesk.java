package io.bearings.connect.acts;

import io.bearings.okr.Person;

/**
 * Where issues are written for a person, with that person's permissions. None of the calls throws
 * for what Jira refuses; what else is thrown leaves open whether it was done.
 */
public interface IssueDesk {

  /**
   * Creates an issue.
   *
   * @return created, or refused in Jira's words
   */
  Outcome create(Person as, Deed.CreateIssue issue);

  /**
   * Writes a comment.
   *
   * @return done with the issue's key, or refused
   */
  Outcome comment(Person as, Deed.Comment comment);
}
