package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.flow.Boards;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.Places;
import io.bearings.progress.WorkSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class JiraPlacesTest {
  private static final Person ANNA = new Person("anna");
  private static final ProjectRef APP = new ProjectRef(100, "APP", "The app");
  private static final LinkTarget EPIC = new LinkTarget.Epic(50);
  private static final LinkTarget SPRINT = new LinkTarget.Sprint(12);
  private static final LinkTarget VERSION = new LinkTarget.Version(6);

  private final HostService services = mock(HostService.class);
  private final JiraPeople people = mock(JiraPeople.class);
  private final IssueManager issueManager = mock(IssueManager.class);
  private final AgileFields agileFields = mock(AgileFields.class);
  private final Boards boards = mock(Boards.class);
  private final Access access = mock(Access.class);
  private final SearchService search = mock(SearchService.class);
  private final VersionManager versions = mock(VersionManager.class);
  private final ApplicationUser user = mock(ApplicationUser.class);
  private final MessageSet none = mock(MessageSet.class);
  private final List<String> asked = new ArrayList<>();
  private final JiraPlaces places =
      new JiraPlaces(services, people, issueManager, agileFields, boards, access);

  @Before
  public void aJira() {
    when(people.user(ANNA)).thenReturn(Optional.of(user));
    when(user.isActive()).thenReturn(true);
    when(services.find(SearchService.class)).thenReturn(Optional.of(search));
    when(services.find(VersionManager.class)).thenReturn(Optional.of(versions));
    when(search.parseQuery(any(), anyString()))
        .thenAnswer(
            call -> {
              asked.add(call.getArgument(1));
              return new SearchService.ParseResult(mock(Query.class), none);
            });
    CustomField sprint = field("Sprint");
    CustomField epicLink = field("Epic \"Link\"");
    when(agileFields.present())
        .thenReturn(new AgileFields.Present(Optional.of(sprint), Optional.of(epicLink)));
    MutableIssue epic = mock(MutableIssue.class);
    when(epic.getKey()).thenReturn("APP-50");
    when(issueManager.getIssueObject(50L)).thenReturn(epic);
    when(boards.presence()).thenReturn(Boards.Presence.THERE);
    Version released = version(5, "4.0", true);
    Version next = version(6, "4.1", false);
    when(versions.getVersion(6L)).thenReturn(next);
    when(versions.getVersions(100L)).thenReturn(List.of(released, next));
    when(access.project(ANNA, 100)).thenReturn(Optional.of(APP));
    when(access.projects(ANNA, Set.of(100L))).thenReturn(Map.of(100L, APP));
    when(access.browsable(ANNA)).thenReturn(List.of(APP));
  }

  @Test
  public void findsAnEpicByItsKeyAmongWhatThePersonMayBrowse() throws SearchException {
    finds(issue(50, "APP-50", "Sign-up"));

    Optional<Places.PlaceText> found = places.find(ANNA, LinkKind.EPIC, " app-50 ");

    assertThat(found).contains(new Places.PlaceText(EPIC, "APP-50", "Sign-up", "", false));
    assertThat(asked)
        .containsExactly("issuetype = Epic AND key = \"APP-50\" ORDER BY updated DESC");
    verify(search, never()).searchOverrideSecurity(any(), any(), any());
    assertThat(places.find(ANNA, LinkKind.ISSUE, "x\" OR key != \"y")).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  public void findsASprintAndAVersionOnlyWhereThePersonMaySeeThem() {
    when(boards.sprint(ANNA, 12)).thenReturn(Optional.of(sprint(12, BoardSprint.State.ACTIVE)));

    assertThat(places.find(ANNA, LinkKind.SPRINT, "12"))
        .contains(new Places.PlaceText(SPRINT, "12", "Sprint 12", "", false));
    assertThat(places.find(ANNA, LinkKind.SPRINT, "13")).isEmpty();
    assertThat(places.find(ANNA, LinkKind.SPRINT, "Sprint 12")).isEmpty();
    assertThat(places.find(ANNA, LinkKind.VERSION, "6"))
        .contains(new Places.PlaceText(VERSION, "6", "4.1", "APP", false));
    when(access.project(ANNA, 100)).thenReturn(Optional.empty());
    assertThat(places.find(ANNA, LinkKind.VERSION, "6")).isEmpty();
    assertThat(places.find(ANNA, LinkKind.VERSION, "7")).isEmpty();
  }

  @Test
  public void readsTheNamesOfManyPlacesWithOneSearch() throws SearchException {
    finds(issue(50, "APP-50", "Sign-up"), issue(7, "APP-7", "Seven"));
    LinkTarget seven = new LinkTarget.Issue(7);

    Map<LinkTarget, Places.PlaceText> texts =
        places.texts(
            ANNA, List.of(EPIC, seven, VERSION, SPRINT, new LinkTarget.Query("project = A")));

    assertThat(texts).containsOnlyKeys(EPIC, seven, VERSION);
    assertThat(asked).hasSize(1);
  }

  @Test
  public void offersEpicsByWordsOfTheirTitles() throws SearchException {
    finds(issue(50, "APP-50", "Sign-up"));

    Places.Offer offer = places.search(ANNA, LinkKind.EPIC, "sign \"up", List.of(100L), 20);

    assertThat(offer.places()).extracting(Places.PlaceText::key).containsExactly("APP-50");
    assertThat(asked)
        .containsExactly(
            "issuetype = Epic AND summary ~ \"sign*\" AND summary ~ \"up*\""
                + " ORDER BY updated DESC");
    places.search(ANNA, LinkKind.EPIC, "", List.of(100L), 20);
    assertThat(asked.get(1))
        .isEqualTo("issuetype = Epic AND project in (100) ORDER BY updated DESC");
    places.search(ANNA, LinkKind.ISSUE, "", List.of(), 20);
    assertThat(asked.get(2)).isEqualTo(" ORDER BY updated DESC");
  }

  @Test
  public void offersTheSprintsOfTheBoardsOpenOnesFirst() {
    Boards.Board board = new Boards.Board(3, "Team", true);
    when(boards.ofProject(ANNA, 100)).thenReturn(List.of(board));
    when(boards.sprints(ANNA, 3))
        .thenReturn(
            List.of(
                sprint(10, BoardSprint.State.CLOSED),
                sprint(11, BoardSprint.State.CLOSED),
                sprint(12, BoardSprint.State.ACTIVE),
                sprint(13, BoardSprint.State.FUTURE)));

    assertThat(sprints("")).containsExactly("12", "13", "11", "10");
    assertThat(sprints("team 11")).containsExactly("11");
    verify(boards, never()).all(any());
    assertThat(sprints("elsewhere")).isEmpty();
    verify(boards).all(ANNA);
  }

  private List<String> sprints(String text) {
    return places.search(ANNA, LinkKind.SPRINT, text, List.of(100L), 20).places().stream()
        .map(Places.PlaceText::key)
        .toList();
  }

  @Test
  public void withoutJiraSoftwareThereAreNoSprints() {
    when(boards.presence()).thenReturn(Boards.Presence.ABSENT);
    when(agileFields.present())
        .thenReturn(new AgileFields.Present(Optional.empty(), Optional.empty()));

    assertThat(places.search(ANNA, LinkKind.SPRINT, "", List.of(100L), 20))
        .isEqualTo(new Places.Offer(false, List.of()));
    assertThat(places.members(ANNA, SPRINT, 10)).isEqualTo(new WorkSearch.Hits(Set.of(), 0));
    assertThat(places.members(ANNA, EPIC, 10)).isEqualTo(new WorkSearch.Hits(Set.of(), 0));
  }

  @Test
  public void offersVersionsOfTheUnitsProjectsFirstAndThenOfOthers() {
    ProjectRef other = new ProjectRef(200, "OPS", "Operations");
    Version patch = version(9, "1.0", false);
    when(versions.getVersions(200L)).thenReturn(List.of(patch));
    when(access.browsable(ANNA)).thenReturn(List.of(APP, other));

    assertThat(versions("")).containsExactly("4.1", "4.0");
    assertThat(versions("4.0")).containsExactly("4.0");
    assertThat(versions("ops 1.0")).containsExactly("1.0");
    assertThat(versions("9.9")).isEmpty();
  }

  private List<String> versions(String text) {
    return places.search(ANNA, LinkKind.VERSION, text, List.of(100L), 20).places().stream()
        .map(Places.PlaceText::name)
        .toList();
  }

  @Test
  public void membersAreThoseOfThePlaceWhoeverMayBrowseThem() throws SearchException {
    List<Issue> both = List.of(issue(7, "APP-7", "Seven"), issue(8, "APP-8", "Eight"));
    when(search.searchOverrideSecurity(any(), any(), any()))
        .thenReturn(new SearchResults<>(both, 2, new PagerFilter<>(10)));

    for (LinkTarget place : List.of(EPIC, SPRINT, VERSION)) {
      assertThat(places.members(ANNA, place, 10)).isEqualTo(new WorkSearch.Hits(Set.of(7L, 8L), 2));
    }
    assertThat(asked)
        .containsExactly("\"Epic \\\"Link\\\"\" = \"APP-50\"", "\"Sprint\" = 12", "fixVersion = 6");
    assertThat(places.members(ANNA, VERSION, 1)).isEqualTo(new WorkSearch.Hits(Set.of(), 2));
    when(user.isActive()).thenReturn(false);
    assertThat(places.members(ANNA, VERSION, 1)).isEqualTo(new WorkSearch.NobodyAsks());
  }

  @Test
  public void tellsWhereIssuesAre() {
    MutableIssue issue = mock(MutableIssue.class);
    when(issue.getId()).thenReturn(7L);
    when(issueManager.getIssueObjects(List.of(7L))).thenReturn(List.of(issue));
    CustomField sprint = agileFields.present().sprint().orElseThrow();
    when(issue.getCustomFieldValue(sprint)).thenReturn(List.of(12L));
    CustomField epicLink = agileFields.present().epicLink().orElseThrow();
    Issue epic = issue(50, "APP-50", "Sign-up");
    when(issue.getCustomFieldValue(epicLink)).thenReturn(epic);
    Version next = versions.getVersion(6L);
    when(versions.getFixVersionsFor(issue)).thenReturn(List.of(next));

    assertThat(places.of(List.of(7L))).isEqualTo(Map.of(7L, Set.of(EPIC, SPRINT, VERSION)));
  }

  @Test
  public void whatJiraLacksIsUnavailable() {
    when(services.find(SearchService.class)).thenThrow(new NoClassDefFoundError("SearchService"));
    when(services.find(VersionManager.class)).thenThrow(new NoClassDefFoundError("VersionManager"));

    assertThatThrownBy(() -> places.find(ANNA, LinkKind.ISSUE, "APP-7"))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThatThrownBy(() -> places.members(ANNA, SPRINT, 10))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThatThrownBy(() -> places.find(ANNA, LinkKind.VERSION, "6"))
        .isInstanceOf(Refusal.Unavailable.class);
  }

  private void finds(Issue... issues) throws SearchException {
    when(search.search(any(), any(), any()))
        .thenReturn(new SearchResults<>(List.of(issues), issues.length, new PagerFilter<>(10)));
  }

  private static Issue issue(long id, String key, String title) {
    Issue issue = mock(Issue.class);
    when(issue.getId()).thenReturn(id);
    when(issue.getKey()).thenReturn(key);
    when(issue.getSummary()).thenReturn(title);
    return issue;
  }

  private static CustomField field(String name) {
    CustomField field = mock(CustomField.class);
    when(field.getName()).thenReturn(name);
    return field;
  }

  private static Version version(long id, String name, boolean released) {
    Version version = mock(Version.class);
    when(version.getId()).thenReturn(id);
    when(version.getProjectId()).thenReturn(id == 9 ? 200L : 100L);
    when(version.getName()).thenReturn(name);
    when(version.isReleased()).thenReturn(released);
    return version;
  }

  private static BoardSprint sprint(long id, BoardSprint.State state) {
    return new BoardSprint(
        id,
        Optional.of(3L),
        "Sprint " + id,
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
