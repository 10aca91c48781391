package io.bearings.progress;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The issues, epics, sprints and versions of Jira that key results can be linked to. Who may see an
 * epic, a sprint or a version links all that is in it, as everybody sees how much that is.
 */
public interface Places {

  /**
   * What a person may read of a place that they may see.
   *
   * @param key what it is asked for by: the key of an issue or an epic, the number of a sprint or a
   *     version
   * @param where the board of a sprint or the project of a version; empty for the others
   * @param closed whether the sprint is completed, the version released or the issue done
   */
  record PlaceText(LinkTarget target, String key, String name, String where, boolean closed) {}

  /**
   * What can be chosen.
   *
   * @param available false where this Jira has no such places, as it has no sprints without Jira
   *     Software
   */
  record Offer(boolean available, List<PlaceText> places) {
    public Offer {
      places = List.copyOf(places);
    }
  }

  /**
   * A place that the person may see.
   *
   * @param kind anything but a query
   * @param key what it is asked for by
   * @throws Refusal.Unavailable when Jira does not answer
   */
  Optional<PlaceText> find(Person who, LinkKind kind, String key);

  /**
   * Those of some places that the person may see, by their target. Issues and epics cost one search
   * for 1,000 of them, a sprint or a version what Jira takes to tell one.
   *
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  Map<LinkTarget, PlaceText> texts(Person who, Collection<LinkTarget> targets);

  /**
   * Places that the person may see and whose name or key contains a text; those that are open come
   * first.
   *
   * @param kind anything but a query
   * @param text empty finds all
   * @param projectIds where to look first
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  Offer search(Person who, LinkKind kind, String text, Collection<Long> projectIds, int limit);

  /**
   * The issues in an epic, a sprint or a version now, whoever may see them.
   *
   * @param who somebody who may see the place
   * @param most how many at most; of more, only their number is told
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  WorkSearch.Answer members(Person who, LinkTarget place, int most);

  /**
   * The epics, sprints and versions that issues are in now, by the id of the issue. Costs what it
   * takes Jira to read three fields of each.
   */
  Map<Long, Set<LinkTarget>> of(Collection<Long> issueIds);
}
