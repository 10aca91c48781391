package io.bearings.jira;

import static io.bearings.jira.FakeIssues.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.flow.Boards.Board;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.flow.DoneColumn;
import io.bearings.flow.Release;
import io.bearings.kpi.metric.JiraNames;
import io.bearings.kpi.metric.Territories;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.TeamBoards;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.WeightBy;
import io.bearings.progress.WorkSearch;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class JiraTerritoriesTest {
  private static final Person WHO = new Person("ann");
  private static final Person GONE = new Person("gone");
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private final HostService services = mock(HostService.class);
  private final JiraPeople people = mock(JiraPeople.class);
  private final JiraBoards boards = mock(JiraBoards.class);
  private final WorkSearch search = mock(WorkSearch.class);
  private final Access access = mock(Access.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final ProjectManager projects = mock(ProjectManager.class);
  private final CustomFieldManager customFields = mock(CustomFieldManager.class);
  private final SearchService searchService = mock(SearchService.class);
  private final ApplicationUser ann = mock(ApplicationUser.class);
  private final JiraTerritories territories =
      new JiraTerritories(
          services, people, boards, search, access, standpoints, projects, customFields);
  private final JiraNames names = territories.names(WHO);

  @Before
  public void aJira() {
    when(ann.isActive()).thenReturn(true);
    when(people.user(WHO)).thenReturn(Optional.of(ann));
    when(people.user(GONE)).thenReturn(Optional.empty());
    when(services.find(SearchService.class)).thenReturn(Optional.of(searchService));
    SearchService.ParseResult parsed = mock(SearchService.ParseResult.class);
    when(parsed.isValid()).thenReturn(true);
    when(parsed.getQuery()).thenReturn(mock(Query.class));
    when(parsed.getErrors()).thenReturn(mock(MessageSet.class));
    when(searchService.parseQuery(any(), anyString())).thenReturn(parsed);
  }

  @Test
  public void aBoardHoldsWhatItsFilterFindsPageByPage() throws Exception {
    when(boards.filter(WHO, 5)).thenReturn(Optional.of("project = A"));
    List<Issue> first = new ArrayList<>();
    for (long id = 1; id <= 1_000; id++) {
      first.add(issue(id, "A-" + id));
    }
    Issue last = issue(1_001, "B-1");
    when(last.getProjectId()).thenReturn(200L);
    SearchResults<Issue> page = results(first, 1_001);
    SearchResults<Issue> next = results(List.of(last), 1_001);
    when(searchService.search(eq(ann), any(Query.class), any(PagerFilter.class)))
        .thenReturn(page, next);

    Territories.OnBoard board = territories.board(WHO, 5).orElseThrow();

    assertThat(board.issueIds()).hasSize(1_001);
    assertThat(board.projectIds()).containsExactlyInAnyOrder(100L, 200L);
    verify(searchService, times(2)).search(any(), any(), any());
  }

  @Test
  public void aBoardThatNobodySeesIsAbsent() {
    when(boards.filter(any(), eq(5L))).thenReturn(Optional.empty());
    assertThat(territories.board(WHO, 5)).isEmpty();
    when(boards.filter(any(), eq(5L))).thenReturn(Optional.of("project = A"));
    assertThat(territories.board(GONE, 5)).isEmpty();
  }

  @Test
  public void aBoardThatShowsTooMuchIsRefused() throws Exception {
    when(boards.filter(WHO, 5)).thenReturn(Optional.of("order by key"));
    SearchResults<Issue> page = results(List.of(), JiraTerritories.MOST + 1);
    when(searchService.search(any(), any(), any())).thenReturn(page);

    assertThatThrownBy(() -> territories.board(WHO, 5)).isInstanceOf(Refusal.Unavailable.class);

    when(services.find(SearchService.class)).thenThrow(new NoClassDefFoundError("search"));
    assertThatThrownBy(() -> territories.board(WHO, 5)).isInstanceOf(Refusal.Unavailable.class);
  }

  @Test
  public void sprintsAreThoseOfAllScrumBoardsEachOnce() {
    when(boards.ofProject(WHO, 100))
        .thenReturn(
            List.of(
                new Board(5, "One", true), new Board(6, "Two", true), new Board(7, "Kan", false)));
    BoardSprint late = sprint(41, 5, START.plusSeconds(60), BoardSprint.State.ACTIVE);
    BoardSprint early = sprint(42, 6, START, BoardSprint.State.CLOSED);
    BoardSprint planned = sprint(43, 5, START, BoardSprint.State.FUTURE);
    when(boards.sprints(WHO, 5)).thenReturn(List.of(late, planned));
    when(boards.sprints(WHO, 6)).thenReturn(List.of(late, early));
    DoneColumn done = DoneColumn.of(Set.of("3"));
    when(boards.doneColumn(WHO, 5)).thenReturn(done);
    when(boards.doneColumn(WHO, 6)).thenReturn(DoneColumn.UNREADABLE);

    assertThat(territories.sprintsOf(WHO, new TeamBoards(Set.of(), Set.of(100L))))
        .containsExactly(
            new Territories.Dated(early, DoneColumn.UNREADABLE), new Territories.Dated(late, done));
    assertThat(territories.sprintsOf(WHO, new TeamBoards(Set.of(5L), Set.of())))
        .containsExactly(new Territories.Dated(late, done));
    assertThat(territories.sprintsOf(WHO, new TeamBoards(Set.of(5L, 6L), Set.of(100L)))).hasSize(2);
  }

  @Test
  public void projectsOfBoardsAreThoseOfAllThatOneSees() {
    when(boards.projects(WHO, 5)).thenReturn(Set.of(100L, 200L));
    when(boards.projects(WHO, 6)).thenReturn(Set.of(200L));
    assertThat(territories.projectsOfBoards(WHO, List.of(5L, 6L, 7L)))
        .containsExactlyInAnyOrder(100L, 200L);
  }

  @Test
  public void versionsHaveTheirDays() {
    VersionManager versions = mock(VersionManager.class);
    when(services.find(VersionManager.class)).thenReturn(Optional.of(versions));
    LocalDate day = LocalDate.of(2026, 3, 1);
    Version released = mock(Version.class);
    when(released.getId()).thenReturn(31L);
    when(released.getProjectId()).thenReturn(100L);
    when(released.getName()).thenReturn("1.0");
    when(released.isReleased()).thenReturn(true);
    when(released.getReleaseDate()).thenReturn(Timestamp.valueOf(day.atStartOfDay()));
    Version undated = mock(Version.class);
    when(versions.getVersions(100L)).thenReturn(List.of(released, undated));

    assertThat(territories.versions(List.of(100L)))
        .containsExactly(
            new Territories.Version(new Release(31, 100, Optional.of(day), true), "1.0"),
            new Territories.Version(new Release(0, 0, Optional.empty(), false), ""));
  }

  @Test
  public void queriesAreAskedAsTheOwner() {
    when(search.find(WHO, "labels = x", JiraTerritories.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(1L), 1));
    when(search.find(WHO, "nonsense", JiraTerritories.MOST))
        .thenReturn(new WorkSearch.Failure("no such field"));
    when(search.find(WHO, "order by key", JiraTerritories.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(), JiraTerritories.MOST + 1));
    when(search.find(eq(GONE), any(), eq(JiraTerritories.MOST)))
        .thenReturn(new WorkSearch.NobodyAsks());

    assertThat(territories.found(WHO, "labels = x")).containsExactly(1L);
    for (String wrong : List.of("nonsense", "order by key")) {
      assertThatThrownBy(() -> territories.found(WHO, wrong))
          .isInstanceOf(Refusal.Invalid.class)
          .satisfies(e -> assertThat(((Refusal.Invalid) e).fields()).containsKey("jql"));
    }
    assertThatThrownBy(() -> territories.found(GONE, "labels = x"))
        .isInstanceOf(Refusal.Unavailable.class);
  }

  @Test
  public void whatIsWrongWithAQueryIsToldWithoutAskingIt() {
    when(search.findAmong(WHO, "labels = x", List.of()))
        .thenReturn(new WorkSearch.Hits(Set.of(), 0));
    when(search.findAmong(WHO, "nonsense", List.of()))
        .thenReturn(new WorkSearch.Failure("no such field"));
    when(search.findAmong(eq(GONE), any(), any())).thenReturn(new WorkSearch.NobodyAsks());

    assertThat(territories.problem(WHO, "labels = x")).isEmpty();
    assertThat(territories.problem(WHO, "nonsense"))
        .contains(Message.of("bearings.error.metric.jql", "no such field"));
    assertThat(territories.problem(GONE, "labels = x"))
        .contains(Message.of("bearings.error.metric.nobodyAsks"));
  }

  @Test
  public void projectsAndBoardsAreThoseThatThePersonMaySee() {
    when(access.project(WHO, "APP")).thenReturn(Optional.of(new ProjectRef(100, "APP", "The app")));
    when(boards.all(WHO)).thenReturn(List.of(new Board(5, "One", true)));

    assertThat(names.project(" app ")).contains(100L);
    assertThat(names.project("OTHER")).isEmpty();
    assertThat(names.board("5")).contains(5L);
    assertThat(names.board("6")).isEmpty();
    assertThat(names.board("One")).isEmpty();
  }

  @Test
  public void unitsAreFoundByIdOrName() {
    Standpoint standpoint = mock(Standpoint.class);
    when(standpoint.units())
        .thenReturn(List.of(unit(3, "Old", true), unit(4, "Pay", false), unit(5, "4", false)));
    when(standpoints.of(WHO)).thenReturn(standpoint);

    assertThat(names.unit("4")).contains(4L);
    assertThat(names.unit("pay ")).contains(4L);
    assertThat(names.unit("Old")).isEmpty();
    assertThat(names.unit("3")).contains(3L);
    assertThat(names.unit("9")).isEmpty();
  }

  @Test
  public void statusesAreAllOfAName() {
    StatusManager statuses = mock(StatusManager.class);
    when(services.find(StatusManager.class)).thenReturn(Optional.of(statuses));
    List<Status> all = List.of(status("1", "Waiting"), status("2", "waiting"), status("3", "Done"));
    when(statuses.getStatuses()).thenReturn(all);

    assertThat(names.statuses("Waiting ")).containsExactlyInAnyOrder("1", "2");
    assertThat(names.statuses("Nowhere")).isEmpty();
  }

  @Test
  public void numbersAreFieldsThatHoldOne() {
    CustomField value =
        field(
            "customfield_10010",
            "Value",
            "com.atlassian.jira.plugin.system.customfieldtypes:float");
    CustomField text = field("customfield_10011", "Text", "x:textfield");
    when(customFields.getCustomFieldObjects()).thenReturn(List.of(value, text));

    assertThat(names.number("Story points")).contains(WeightBy.POINTS);
    assertThat(names.number("timeoriginalestimate")).contains(WeightBy.ESTIMATE);
    assertThat(names.number("value")).contains(new WeightBy("customfield_10010"));
    assertThat(names.number("CUSTOMFIELD_10010")).contains(new WeightBy("customfield_10010"));
    assertThat(names.number("Text")).isEmpty();
  }

  @Test
  public void bugsAreTypesThatAreCalledSo() {
    Project project = mock(Project.class);
    List<IssueType> types = List.of(type("1", "Bug"), type("2", "Story"), type("3", "Fehler"));
    when(project.getIssueTypes()).thenReturn(types);
    when(projects.getProjectObjects()).thenReturn(List.of(project));

    assertThat(names.bugTypes()).containsExactlyInAnyOrder("1", "3");
  }

  private static SearchResults<Issue> results(List<Issue> issues, int total) {
    SearchResults<Issue> results = mock(SearchResults.class);
    when(results.getResults()).thenReturn(issues);
    when(results.getTotal()).thenReturn(total);
    return results;
  }

  private static BoardSprint sprint(long id, long board, Instant start, BoardSprint.State state) {
    return new BoardSprint(
        id,
        Optional.of(board),
        "Sprint",
        state,
        Optional.of(start),
        Optional.empty(),
        Optional.empty());
  }

  private static Unit unit(long id, String name, boolean archived) {
    return new Unit(
        id,
        name,
        UnitLevel.TEAM,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.EVERYONE,
        UnitSettings.DEFAULT,
        archived,
        1);
  }

  private static Status status(String id, String name) {
    Status status = mock(Status.class);
    when(status.getId()).thenReturn(id);
    when(status.getName()).thenReturn(name);
    return status;
  }

  private static IssueType type(String id, String name) {
    IssueType type = mock(IssueType.class);
    when(type.getId()).thenReturn(id);
    when(type.getName()).thenReturn(name);
    return type;
  }

  private static CustomField field(String id, String name, String type) {
    CustomFieldType<?, ?> fieldType = mock(CustomFieldType.class);
    when(fieldType.getKey()).thenReturn(type);
    CustomField field = mock(CustomField.class);
    doReturn(fieldType).when(field).getCustomFieldType();
    when(field.getId()).thenReturn(id);
    when(field.getName()).thenReturn(name);
    return field;
  }
}
