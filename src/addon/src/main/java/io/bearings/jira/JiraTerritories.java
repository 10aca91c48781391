package io.bearings.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.flow.Boards;
import io.bearings.flow.DoneColumn;
import io.bearings.kpi.metric.JiraNames;
import io.bearings.kpi.metric.Territories;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.TeamBoards;
import io.bearings.progress.WorkSearch;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Jira's boards, sprints, versions and queries, for metrics. */
@Component
class JiraTerritories implements Territories {
  /** More issues than this are not looked at for one board or one query. */
  static final int MOST = 200_000;

  private static final Comparator<Dated> OLDEST_FIRST =
      Comparator.comparing((Dated each) -> each.sprint().start().orElseThrow())
          .thenComparing(each -> each.sprint().id());

  private final HostService services;
  private final JiraPeople people;
  private final JiraBoards boards;
  private final WorkSearch search;
  private final Access access;
  private final Standpoints standpoints;
  private final ProjectManager projects;
  private final CustomFieldManager customFields;

  @Inject
  JiraTerritories(
      HostService services,
      JiraPeople people,
      JiraBoards boards,
      WorkSearch search,
      Access access,
      Standpoints standpoints,
      @ComponentImport ProjectManager projects,
      @ComponentImport CustomFieldManager customFields) {
    this.services = services;
    this.people = people;
    this.boards = boards;
    this.search = search;
    this.access = access;
    this.standpoints = standpoints;
    this.projects = projects;
    this.customFields = customFields;
  }

  @Override
  public Optional<OnBoard> board(Person who, long boardId) {
    Optional<ApplicationUser> user = people.user(who).filter(ApplicationUser::isActive);
    Optional<String> filter = boards.filter(who, boardId);
    if (user.isEmpty() || filter.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IssuePages.onBoard(services, user.get(), filter.get(), MOST));
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
    }
  }

  @Override
  public List<Dated> sprintsOf(Person who, TeamBoards teams) {
    Set<Long> ids = new TreeSet<>(teams.boardIds());
    teams
        .projectIds()
        .forEach(
            project ->
                boards.ofProject(who, project).stream()
                    .filter(Boards.Board::scrum)
                    .forEach(board -> ids.add(board.id())));
    return sprints(who, ids);
  }

  @Override
  public Set<Long> projectsOfBoards(Person who, Collection<Long> boardIds) {
    return boardIds.stream()
        .flatMap(id -> boards.projects(who, id).stream())
        .collect(Collectors.toSet());
  }

  /** A board may show sprints of another; each is asked about the columns of its own. */
  private List<Dated> sprints(Person who, Collection<Long> boardIds) {
    Map<Long, Dated> found = new LinkedHashMap<>();
    Map<Long, DoneColumn> columns = new LinkedHashMap<>();
    for (long boardId : boardIds) {
      for (Boards.BoardSprint sprint : boards.sprints(who, boardId)) {
        if (sprint.begun().isPresent() && !found.containsKey(sprint.id())) {
          DoneColumn done =
              columns.computeIfAbsent(
                  sprint.boardId().orElse(boardId), id -> boards.doneColumn(who, id));
          found.put(sprint.id(), new Dated(sprint, done));
        }
      }
    }
    List<Dated> sprints = new ArrayList<>(found.values());
    sprints.sort(OLDEST_FIRST);
    return sprints;
  }

  @Override
  public List<Version> versions(Collection<Long> projectIds) {
    VersionSource versions = VersionSource.find(services);
    return new TreeSet<>(projectIds)
        .stream().flatMap(id -> versions.releases(id).stream()).toList();
  }

  @Override
  public Set<Long> found(Person who, String jql) {
    WorkSearch.Answer answer = search.find(who, jql, MOST);
    if (answer instanceof WorkSearch.Failure failure) {
      throw wrong(Message.of("bearings.error.metric.jql", failure.text()));
    }
    if (answer instanceof WorkSearch.Hits hits) {
      if (hits.total() > MOST) {
        throw wrong(Message.of("bearings.error.metric.tooMany", hits.total(), MOST));
      }
      return hits.issueIds();
    }
    throw new Refusal.Unavailable(Message.of("bearings.error.metric.nobodyAsks"));
  }

  @Override
  public Optional<Message> problem(Person who, String jql) {
    WorkSearch.Answer answer = search.findAmong(who, jql, List.of());
    if (answer instanceof WorkSearch.Failure failure) {
      return Optional.of(Message.of("bearings.error.metric.jql", failure.text()));
    }
    return answer instanceof WorkSearch.Hits
        ? Optional.empty()
        : Optional.of(Message.of("bearings.error.metric.nobodyAsks"));
  }

  private static Refusal.Invalid wrong(Message message) {
    return new Refusal.Invalid(Map.of("jql", message));
  }

  @Override
  public JiraNames names(Person who) {
    return new MetricNames(who, services, access, standpoints, boards, projects, customFields);
  }
}
