package io.bearings.progress;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.Set;

/**
 * Jira's search, asked for the work of key results: over the issues that the person who asks may
 * browse. It lags behind what happens to issues by a second or more.
 */
public interface WorkSearch {

  /** What a search came to. */
  sealed interface Answer {}

  /**
   * What a query finds.
   *
   * @param issueIds no more than were asked for
   * @param total how many there are
   */
  record Hits(Set<Long> issueIds, int total) implements Answer {
    public Hits {
      issueIds = Set.copyOf(issueIds);
    }
  }

  /**
   * Why a query finds nothing.
   *
   * @param text in Jira's own words
   */
  record Failure(String text) implements Answer {}

  /** Nothing was asked, because the person is no active user of Jira. */
  record NobodyAsks() implements Answer {}

  /**
   * The issues that a query finds.
   *
   * @param who with whose rights it is asked; {@code currentUser()} is that person
   * @param most how many at most, 1 or more
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  Answer find(Person who, String jql, int most);

  /**
   * Those of some issues that a query finds; one search for up to 1,000 of them. One that is gone
   * is not found.
   *
   * @param who with whose rights it is asked
   * @throws Refusal.Unavailable when Jira's search is missing or does not answer
   */
  Answer findAmong(Person who, String jql, Collection<Long> issueIds);
}
