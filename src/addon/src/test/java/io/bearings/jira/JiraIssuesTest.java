package io.bearings.jira;

import static io.bearings.jira.FakeIssues.inStatus;
import static io.bearings.jira.FakeIssues.issue;
import static io.bearings.jira.FakeIssues.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.Query;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.IssueRef;
import io.bearings.progress.IssueState;
import io.bearings.progress.IssueText;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class JiraIssuesTest {
  private static final Person ANNA = new Person("anna");

  private final IssueManager issueManager = mock(IssueManager.class);
  private final CustomFieldManager customFields = mock(CustomFieldManager.class);
  private final PermissionManager permissions = mock(PermissionManager.class);
  private final HostService services = mock(HostService.class);
  private final UserManager users = mock(UserManager.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final SearchService search = mock(SearchService.class);
  private final ApplicationUser anna = mock(ApplicationUser.class);
  private final Map<Long, Issue> inManager = new HashMap<>();
  private final JiraIssues issues =
      new JiraIssues(
          issueManager,
          customFields,
          permissions,
          services,
          new JiraPeople(users, services),
          settings);

  @Before
  public void aSite() throws SearchException {
    when(users.getUserByKey("anna")).thenReturn(anna);
    when(services.find(SearchService.class)).thenReturn(Optional.of(search));
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    finds();
  }

  @Test
  public void findsAnIssueForThoseWhoMayBrowseIt() {
    MutableIssue demo = known(issue(1, "DEMO-1"), true);
    known(issue(9, "SEC-9"), false);
    assertThat(issues.find(ANNA, "DEMO-1")).contains(new IssueRef(1, "DEMO-1", 100));
    assertThat(issues.find(ANNA, " demo-1 ")).contains(new IssueRef(1, "DEMO-1", 100));
    assertThat(issues.find(ANNA, "SEC-9")).isEmpty();
    assertThat(issues.find(ANNA, "NONE-1")).isEmpty();
    assertThat(issues.find(new Person("nobody"), "DEMO-1")).isEmpty();
    assertThat(issues.find(ANNA, "DEMO\u0000-1")).isEmpty();
    assertThat(issues.find(ANNA, "")).isEmpty();
    verify(demo, never()).getCustomFieldValue(any());
  }

  @Test
  public void findsIssuesByOneSearch() throws SearchException {
    finds(known(issue(1, "DEMO-1"), true), known(issue(2, "DEMO-2"), true));
    Map<String, IssueState> found = issues.visible(ANNA, List.of("DEMO-1", "demo-2"));
    assertThat(found).containsOnlyKeys("DEMO-1", "demo-2");
    assertThat(found.get("demo-2").id()).isEqualTo(2);
    verify(search, times(1)).search(any(), any(), any());
    verify(permissions, never()).hasPermission(any(), any(Issue.class), any());
  }

  @Test
  public void asksForIssuesThatTheIndexDoesNotHaveYet() {
    known(issue(3, "DEMO-3"), true);
    known(issue(9, "SEC-9"), false);
    assertThat(issues.visible(ANNA, List.of("DEMO-3", "SEC-9", "DEMO-4")))
        .containsOnlyKeys("DEMO-3");
  }

  @Test
  public void asksOneByOneForAFewOnly() {
    List<String> keys = IntStream.rangeClosed(1, 300).mapToObj(i -> "DEMO-" + i).toList();
    assertThat(issues.visible(ANNA, keys)).isEmpty();
    verify(issueManager, times(20)).getIssueObject(anyString());
  }

  @Test
  public void takesNoTextThatIsNoKeyIntoAQuery() {
    assertThat(issues.visible(ANNA, List.of("DEMO-1\") or (key = \"SEC-1", "", "DEMO", "-1")))
        .isEmpty();
    verifyNoInteractions(search);
    assertThat(issues.visible(new Person("nobody"), List.of("DEMO-1"))).isEmpty();
    verifyNoInteractions(search);
  }

  @Test
  public void searchesPageByPage() throws SearchException {
    issues.texts(ANNA, LongStream.rangeClosed(1, 1200).boxed().toList());
    ArgumentCaptor<String> jql = ArgumentCaptor.forClass(String.class);
    verify(search, times(3)).parseQuery(eq(anna), jql.capture());
    assertThat(jql.getAllValues().get(0)).startsWith("id in (1, 2, 3, ").endsWith(", 500)");
    assertThat(jql.getAllValues().get(2)).startsWith("id in (1001, ").endsWith(", 1200)");
  }

  @Test
  public void readsTheTextsOfIssues() throws SearchException {
    MutableIssue closed = resolved(inStatus(issue(1, "DEMO-1"), "Closed", "done"), "10000", "Done");
    MutableIssue open = issue(2, "DEMO-2");
    finds(closed, open);
    when(issueManager.getIssueObjects(List.of(1L, 2L))).thenReturn(List.of(closed, open));
    assertThat(issues.texts(ANNA, List.of(1L, 2L, 3L)))
        .isEqualTo(
            Map.of(
                1L,
                new IssueText(1, "DEMO-1", "Title of DEMO-1", "Closed", Optional.of("Done")),
                2L,
                new IssueText(2, "DEMO-2", "Title of DEMO-2", "", Optional.empty())));
    assertThat(issues.texts(new Person("nobody"), List.of(1L))).isEmpty();
  }

  @Test
  public void takesTheTextFromTheIssueWhereTheIndexIsBehind() throws SearchException {
    finds(inStatus(issue(1, "DEMO-1"), "To Do", "new"), issue(2, "DEMO-2"));
    MutableIssue closed = inStatus(issue(1, "DEMO-1"), "Closed", "done");
    // The second has been deleted since.
    when(issueManager.getIssueObjects(List.of(1L, 2L))).thenReturn(List.of(closed));
    Map<Long, IssueText> texts = issues.texts(ANNA, List.of(1L, 2L, 3L));
    assertThat(texts).containsOnlyKeys(1L);
    assertThat(texts.get(1L).status()).isEqualTo("Closed");
  }

  @Test
  public void saysThatTheSearchDoesNotAnswer() throws SearchException {
    when(search.search(any(), any(), any())).thenThrow(new SearchException("index is broken"));
    refuses("bearings.error.search");

    MessageSet errors = mock(MessageSet.class);
    when(errors.hasAnyErrors()).thenReturn(true);
    when(errors.getErrorMessages()).thenReturn(Set.of("no such field"));
    when(search.parseQuery(any(), any()))
        .thenReturn(new SearchService.ParseResult(mock(Query.class), errors));
    refuses("bearings.error.search");

    when(services.find(SearchService.class)).thenReturn(Optional.empty());
    refuses("bearings.error.missing");

    when(services.find(SearchService.class)).thenThrow(new NoClassDefFoundError("SearchService"));
    refuses("bearings.error.missing");
  }

  private void refuses(String key) {
    assertThatThrownBy(() -> issues.texts(ANNA, List.of(1L)))
        .isInstanceOfSatisfying(
            Refusal.Unavailable.class, refusal -> assertThat(refusal.text().key()).isEqualTo(key));
  }

  @Test
  public void readsTheCategoryOfAStatus() {
    assertThat(category(inStatus(issue(1, "A-1"), "x", "new"))).isEqualTo(StatusCategory.TO_DO);
    assertThat(category(inStatus(issue(1, "A-1"), "x", "indeterminate")))
        .isEqualTo(StatusCategory.IN_PROGRESS);
    assertThat(category(inStatus(issue(1, "A-1"), "x", "done"))).isEqualTo(StatusCategory.DONE);
    assertThat(category(inStatus(issue(1, "A-1"), "x", "undefined")))
        .isEqualTo(StatusCategory.TO_DO);
    assertThat(category(issue(1, "A-1"))).isEqualTo(StatusCategory.TO_DO);
  }

  private StatusCategory category(Issue issue) {
    return state(issue).category();
  }

  @Test
  public void readsTheStoryPointsOfTheChosenField() {
    CustomField points = mock(CustomField.class);
    when(customFields.getCustomFieldObject("customfield_1")).thenReturn(points);
    MutableIssue issue = issue(1, "A-1");
    when(issue.getCustomFieldValue(points)).thenReturn(0.1, 8L, "many", Double.NaN, null);
    assertThat(state(issue).points()).isEmpty();

    when(settings.current())
        .thenReturn(new Settings(Optional.of("customfield_1"), Set.of(), BigDecimal.ZERO));
    assertThat(state(issue).points()).contains(new BigDecimal("0.1"));
    assertThat(state(issue).points().orElseThrow()).isEqualByComparingTo("8");
    assertThat(state(issue).points()).isEmpty();
    assertThat(state(issue).points()).isEmpty();
    assertThat(state(issue).points()).isEmpty();

    when(settings.current())
        .thenReturn(new Settings(Optional.of("customfield_gone"), Set.of(), BigDecimal.ZERO));
    assertThat(state(issue).points()).isEmpty();
  }

  @Test
  public void readsOnlyIssuesThatChangedSince() {
    MutableIssue same = issue(1, "A-1");
    MutableIssue changed = issue(2, "A-2");
    returns(same, changed);
    List<IssueState> before = issues.states(List.of(1L, 2L));
    when(changed.getUpdated()).thenReturn(Timestamp.from(FakeIssues.UPDATED.plusMillis(1)));
    assertThat(issues.changedSince(before)).extracting(IssueState::id).containsExactly(2L);
    assertThat(issues.changedSince(List.of())).isEmpty();
  }

  @Test
  public void tellsWhichIssuesExist() {
    MutableIssue there = issue(1, "DEMO-1");
    returns(there);
    assertThat(issues.existing(List.of(1L, 2L))).containsExactly(1L);
    assertThat(issues.existing(List.of())).isEmpty();
  }

  @Test
  public void leavesOutIssuesThatAreGone() {
    returns();
    assertThat(issues.states(List.of(1L))).isEmpty();
    assertThat(issues.states(List.of())).isEmpty();
  }

  @Test
  public void readsStatusEstimateAndParent() {
    MutableIssue subTask = issue(1, "DEMO-1");
    when(subTask.getStatusId()).thenReturn("10001");
    when(subTask.getOriginalEstimate()).thenReturn(3_600L);
    when(subTask.isSubTask()).thenReturn(true);
    when(subTask.getParentId()).thenReturn(7L);
    IssueState state = state(subTask);
    assertThat(state.statusId()).contains("10001");
    assertThat(state.estimate()).contains(3_600L);
    assertThat(state.parentId()).contains(7L);

    MutableIssue bare = issue(1, "DEMO-1");
    IssueState nothing = state(bare);
    assertThat(nothing.statusId()).isEmpty();
    assertThat(nothing.estimate()).isEmpty();
    assertThat(nothing.parentId()).isEmpty();
    verify(bare, never()).getParentId();
  }

  private IssueState state(Issue issue) {
    returns(issue);
    return issues.states(List.of(1L)).get(0);
  }

  private void returns(Issue... found) {
    when(issueManager.getIssueObjects(anyCollection())).thenReturn(List.of(found));
  }

  private MutableIssue known(MutableIssue issue, boolean visible) {
    String key = issue.getKey();
    when(issueManager.getIssueObject(key)).thenReturn(issue);
    when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, anna))
        .thenReturn(visible);
    inManager.put(issue.getId(), issue);
    when(issueManager.getIssueObjects(anyCollection()))
        .thenAnswer(
            call ->
                call.<Collection<Long>>getArgument(0).stream().<Issue>map(inManager::get).toList());
    return issue;
  }

  private void finds(Issue... found) throws SearchException {
    MessageSet none = mock(MessageSet.class);
    Query query = mock(Query.class);
    when(search.parseQuery(any(), any())).thenReturn(new SearchService.ParseResult(query, none));
    when(search.search(eq(anna), eq(query), any()))
        .thenAnswer(call -> new SearchResults<>(List.of(found), found.length, call.getArgument(2)));
  }
}
