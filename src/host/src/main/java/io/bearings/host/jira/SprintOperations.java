package io.bearings.host.jira;

import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.db.Database;
import io.bearings.host.software.Board;
import io.bearings.host.software.SoftwareShapes.Change;
import io.bearings.host.software.SprintData;
import io.bearings.host.software.SprintData.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What people do with sprints. A change of a sprint is one transaction and one event of Jira
 * Software's; every issue that joins or leaves a sprint is written, recorded in its history and
 * told of by itself, as Jira does it.
 */
public final class SprintOperations {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_GOAL = 1000;

  private final Database database;
  private final SiteCache site;
  private final Issues issues;
  private final BoardTables boards;
  private final IssueTables tables;
  private final IssueWrites writes;
  private final AgileFields agile;
  private final IssueAccess access;
  private final Software software;
  private final Clock clock;

  SprintOperations(
      Database database,
      SiteCache site,
      Issues issues,
      BoardTables boards,
      IssueTables tables,
      IssueWrites writes,
      AgileFields agile,
      IssueAccess access,
      Software software,
      Clock clock) {
    this.database = database;
    this.site = site;
    this.issues = issues;
    this.boards = boards;
    this.tables = tables;
    this.writes = writes;
    this.agile = agile;
    this.access = access;
    this.software = software;
    this.clock = clock;
  }

  /**
   * What a person says about a sprint; what is empty stays as it is.
   *
   * @param goal empty text takes the goal away
   * @param end the planned end
   */
  public record Draft(
      Optional<String> name,
      Optional<String> goal,
      Optional<Instant> start,
      Optional<Instant> end) {
    /** Nothing is said. */
    public static final Draft NOTHING =
        new Draft(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Creates a future sprint.
   *
   * @throws JiraRefusal 400 when something is wrong, 403 without the permission to manage sprints,
   *     404 when the board is not there for the user
   */
  public SprintData create(ApplicationUser user, long boardId, Draft draft) {
    board(user, boardId, Permissions.MANAGE_SPRINTS);
    SprintData sprint =
        filled(
            new SprintData(
                boards.nextSprintId(),
                boardId,
                "",
                "",
                State.FUTURE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            draft);
    database.transactions().executeWithoutResult(status -> boards.insert(sprint));
    software.tell(Change.CREATED, sprint);
    return sprint;
  }

  /**
   * Changes name, goal or dates.
   *
   * @throws JiraRefusal as {@link #create}, and 400 for the dates of a completed sprint
   */
  public SprintData edit(ApplicationUser user, long sprintId, Draft draft) {
    return change(
        user,
        sprintId,
        Change.UPDATED,
        sprint -> {
          if (!sprint.open() && (draft.start().isPresent() || draft.end().isPresent())) {
            throw refused("state", "The dates of a completed sprint stay as they are.");
          }
          return filled(sprint, draft);
        });
  }

  /**
   * Starts a future sprint now.
   *
   * @throws JiraRefusal as {@link #create}, and 400 when it is no future sprint, has no planned
   *     end, or another sprint of its board is active
   */
  public SprintData start(ApplicationUser user, long sprintId, Draft draft) {
    Instant now = now();
    return change(
        user,
        sprintId,
        Change.STARTED,
        sprint -> {
          require(sprint, State.FUTURE, "Only a future sprint can be started.");
          if (boards.sprintsOf(sprint.boardId()).stream().anyMatch(SprintOperations::active)) {
            throw refused("state", "The board has an active sprint already.");
          }
          SprintData planned = filled(sprint, draft);
          if (planned.end().isEmpty()) {
            throw refused("endDate", "A sprint needs a planned end to be started.");
          }
          return new SprintData(
              planned.id(),
              planned.boardId(),
              planned.name(),
              planned.goal(),
              State.ACTIVE,
              Optional.of(draft.start().orElse(now)),
              planned.end(),
              Optional.of(now),
              Optional.empty());
        });
  }

  private static boolean active(SprintData sprint) {
    return sprint.state() == State.ACTIVE;
  }

  /**
   * Completes the active sprint. Its issues that are not in the board's right-most column go to
   * another sprint or stay in the backlog; they all keep the completed sprint in their field.
   *
   * @param next the sprint that takes the unfinished issues; empty for the backlog
   * @return the ids of the issues that were not finished
   * @throws JiraRefusal as {@link #create}, and 400 when it is not active or {@code next} is no
   *     open sprint
   */
  public List<Long> complete(ApplicationUser user, long sprintId, Optional<Long> next) {
    Optional<SprintData> target = next.map(this::open);
    if (target.filter(sprint -> sprint.id() == sprintId).isPresent()) {
      throw refused("incompleteIssuesDestination", "The sprint itself is being completed.");
    }
    SprintData completed =
        changeQuietly(
            user,
            sprintId,
            sprint -> {
              require(sprint, State.ACTIVE, "Only the active sprint can be completed.");
              return new SprintData(
                  sprint.id(),
                  sprint.boardId(),
                  sprint.name(),
                  sprint.goal(),
                  State.CLOSED,
                  sprint.start(),
                  sprint.end(),
                  sprint.activated(),
                  Optional.of(now()));
            });
    software.tell(Change.CLOSED, completed);
    List<Long> unfinished = unfinished(completed);
    if (target.isPresent()) {
      unfinished.forEach(issue -> put(user, issue, target));
    }
    return unfinished;
  }

  private List<Long> unfinished(SprintData sprint) {
    List<String> done = boards.board(sprint.boardId()).map(Board::doneStatusIds).orElse(List.of());
    List<Long> unfinished = new ArrayList<>();
    for (long id : boards.issuesIn(sprint.id())) {
      issues
          .byId(id)
          .filter(issue -> !done.contains(issue.getStatusId()))
          .ifPresent(issue -> unfinished.add(issue.getId()));
    }
    return unfinished;
  }

  /**
   * Deletes a future sprint; its issues go to the backlog.
   *
   * @throws JiraRefusal as {@link #create}, and 400 when it is no future sprint
   */
  public void delete(ApplicationUser user, long sprintId) {
    SprintData sprint = managed(user, boards.sprint(sprintId), sprintId);
    require(sprint, State.FUTURE, "Only a future sprint can be deleted.");
    boards.issuesIn(sprintId).forEach(issue -> put(user, issue, Optional.empty()));
    database.transactions().executeWithoutResult(status -> boards.deleteSprint(sprintId));
    software.tell(Change.DELETED, sprint);
  }

  /**
   * Puts issues into a sprint, or into the backlog.
   *
   * @param sprintId empty for the backlog
   * @throws JiraRefusal 400 when the sprint is not there or completed or an issue is a sub-task,
   *     403 without SCHEDULE_ISSUES, 404 when an issue is not there for the user; the issues before
   *     it have moved then
   */
  public void move(ApplicationUser user, Collection<Long> issueIds, Optional<Long> sprintId) {
    Optional<SprintData> sprint = sprintId.map(this::open);
    sprint.ifPresent(target -> board(user, target.boardId(), null));
    for (long id : issueIds) {
      HostIssue issue = access.require(issues.byId(id), Permissions.SCHEDULE_ISSUES, user);
      if (issue.isSubTask()) {
        throw refused("issues", issue.getKey() + " is a sub-task: it goes with its parent.");
      }
      put(user, id, sprint);
    }
  }

  private void put(ApplicationUser user, long issueId, Optional<SprintData> sprint) {
    writes.write(
        user,
        () -> issues.locked(issueId).map(issue -> put(user, issue, sprint)).orElse(List.of()));
  }

  private List<IssueWrites.Written> put(
      ApplicationUser user, HostIssue issue, Optional<SprintData> sprint) {
    AgileFields.Planned planned = agile.moved(issue, sprint);
    if (planned.item().isEmpty()) {
      return List.of();
    }
    Instant now = now();
    planned.write().run();
    tables.update(issue.getId(), Map.of("updated", IssueRow.timestamp(now)));
    tables.recordChange(issue.getId(), user.getKey(), now, List.of(planned.item().orElseThrow()));
    return List.of(new IssueWrites.Written(issue.getId(), EventType.ISSUE_UPDATED_ID));
  }

  private SprintData change(
      ApplicationUser user, long sprintId, Change kind, UnaryOperator<SprintData> work) {
    SprintData changed = changeQuietly(user, sprintId, work);
    software.tell(kind, changed);
    return changed;
  }

  private SprintData changeQuietly(
      ApplicationUser user, long sprintId, UnaryOperator<SprintData> work) {
    return database
        .transactions()
        .execute(
            status -> {
              SprintData sprint = managed(user, boards.lockedSprint(sprintId), sprintId);
              SprintData changed = work.apply(sprint);
              boards.update(changed);
              return changed;
            });
  }

  private SprintData managed(ApplicationUser user, Optional<SprintData> sprint, long sprintId) {
    SprintData found = sprint.orElseThrow(() -> noSprint(sprintId));
    board(user, found.boardId(), Permissions.MANAGE_SPRINTS);
    return found;
  }

  private SprintData open(long sprintId) {
    SprintData sprint = boards.sprint(sprintId).orElseThrow(() -> noSprint(sprintId));
    if (!sprint.open()) {
      throw refused("sprint", "The sprint " + sprint.name() + " is completed.");
    }
    return sprint;
  }

  private static JiraRefusal noSprint(long sprintId) {
    return new JiraRefusal(404, "There is no sprint " + sprintId + ".", Map.of());
  }

  // A null permission asks for nothing but seeing the board.
  private Board board(ApplicationUser user, long boardId, ProjectPermissionKey permission) {
    Site now = site.current();
    Optional<Board> board = boards.board(boardId);
    HostProject project =
        board
            .flatMap(found -> now.project(found.projectId()))
            .filter(found -> now.allows("BROWSE_PROJECTS", found, user))
            .orElseThrow(
                () -> new JiraRefusal(404, "There is no board " + boardId + ".", Map.of()));
    if (permission != null) {
      access.require(permission, project, user);
    }
    return board.get();
  }

  private static void require(SprintData sprint, State state, String message) {
    if (sprint.state() != state) {
      throw refused("state", message);
    }
  }

  private static SprintData filled(SprintData sprint, Draft draft) {
    String name = draft.name().map(String::strip).orElse(sprint.name());
    String goal = draft.goal().map(String::strip).orElse(sprint.goal());
    Optional<Instant> start = draft.start().or(sprint::start);
    Optional<Instant> end = draft.end().or(sprint::end);
    if (name.isEmpty() || name.length() > LONGEST_NAME || !FieldReader.isStorable(name)) {
      throw refused("name", "A sprint's name has 1 to " + LONGEST_NAME + " characters.");
    }
    if (goal.length() > LONGEST_GOAL || !FieldReader.isStorable(goal)) {
      throw refused("goal", "A sprint's goal has at most " + LONGEST_GOAL + " characters.");
    }
    if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
      throw refused("endDate", "A sprint ends after its start.");
    }
    return new SprintData(
        sprint.id(),
        sprint.boardId(),
        name,
        goal,
        sprint.state(),
        start,
        end,
        sprint.activated(),
        sprint.completed());
  }

  private static JiraRefusal refused(String field, String message) {
    return new JiraRefusal(400, message, Map.of(field, message));
  }
}
