package io.bearings.kpi.metric;

import io.bearings.flow.Boards.BoardSprint;
import io.bearings.flow.DoneColumn;
import io.bearings.flow.Release;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.TeamBoards;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Boards, sprints, versions and queries, as Jira has them for somebody. */
public interface Territories {

  /**
   * What a board shows.
   *
   * @param projectIds the projects of its issues
   */
  record OnBoard(Set<Long> issueIds, Set<Long> projectIds) {
    public OnBoard {
      issueIds = Set.copyOf(issueIds);
      projectIds = Set.copyOf(projectIds);
    }
  }

  /** A sprint, and what counts as done on its board. */
  record Dated(BoardSprint sprint, DoneColumn done) {}

  /** A version that has a name. */
  record Version(Release release, String name) {}

  /**
   * What a board shows of what a person may browse; absent where they may not see it, there is
   * none, or this Jira has no boards.
   *
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  Optional<OnBoard> board(Person who, long boardId);

  /** The sprints of the boards of units that have begun, each once, the oldest first. */
  List<Dated> sprintsOf(Person who, TeamBoards teams);

  /**
   * The projects that the filters of some boards name, of those boards that the person may see. A
   * filter that names none gives none.
   */
  Set<Long> projectsOfBoards(Person who, Collection<Long> boardIds);

  /** The versions of some projects. */
  List<Version> versions(Collection<Long> projectIds);

  /**
   * The ids of the issues that a query finds and the person may browse.
   *
   * @throws Refusal.Invalid naming {@code jql} where Jira does not understand it, or it finds more
   *     issues than can be looked at
   * @throws Refusal.Unavailable when Jira's search does not answer, or nobody asks any more
   */
  Set<Long> found(Person who, String jql);

  /**
   * What is wrong with a query, which is not asked; empty where it can be asked.
   *
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  Optional<Message> problem(Person who, String jql);

  /** The names of Jira's things as a person may know them. */
  JiraNames names(Person who);
}
