package io.bearings.jira;

import static io.bearings.jira.FakeIssues.UPDATED;
import static io.bearings.jira.FakeIssues.inStatus;
import static io.bearings.jira.FakeIssues.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.issue.worklog.Worklog;
import com.atlassian.jira.issue.worklog.WorklogManager;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.kpi.metric.CurrentFacts;
import io.bearings.kpi.metric.IssueFacts;
import io.bearings.kpi.metric.KeptFacts;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class JiraCurrentFactsTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private static final String DATE = "com.atlassian.jira.plugin.system.customfieldtypes:datepicker";

  private final IssueManager issueManager = mock(IssueManager.class);
  private final CustomFieldManager customFields = mock(CustomFieldManager.class);
  private final HostService services = mock(HostService.class);
  private final VersionManager versions = mock(VersionManager.class);
  private final CommentManager comments = mock(CommentManager.class);
  private final WorklogManager work = mock(WorklogManager.class);
  private final SearchService search = mock(SearchService.class);
  private final JiraCurrentFacts facts =
      new JiraCurrentFacts(
          issueManager, customFields, services, Clock.fixed(NOON, ZoneId.of("Europe/Berlin")));
  private MutableIssue issue;

  @Before
  public void aJira() {
    when(services.find(VersionManager.class)).thenReturn(Optional.of(versions));
    when(services.find(CommentManager.class)).thenReturn(Optional.of(comments));
    when(services.find(WorklogManager.class)).thenReturn(Optional.of(work));
    when(services.find(SearchService.class)).thenReturn(Optional.of(search));
    issue = inStatus(issue(1, "DEMO-1"), "Done", "done");
    when(issue.getIssueTypeId()).thenReturn("10001");
    doReturn(List.of(issue)).when(issueManager).getIssueObjects(any());
  }

  @Test
  public void readsAllThatMetricsNeed() {
    when(issue.getReporterId()).thenReturn("anna");
    when(issue.getResolutionDate()).thenReturn(Timestamp.from(NOON));
    when(issue.getDueDate()).thenReturn(Timestamp.valueOf(DAY.atStartOfDay()));
    CustomField start = field("Target start", "com.atlassian.jpo:jpo-custom-field-baseline-start");
    CustomField other = field("Start date", "x:textfield");
    when(customFields.getCustomFieldObjects()).thenReturn(List.of(other, start));
    when(issue.getCustomFieldValue(start))
        .thenReturn(new Date(Timestamp.valueOf(DAY.minusDays(3).atStartOfDay()).getTime()));
    Version affected = mock(Version.class);
    when(affected.getId()).thenReturn(31L);
    when(versions.getAffectedVersionsFor(issue)).thenReturn(List.of(affected));
    List<Comment> said =
        List.of(comment("ben", 50), comment("ben", 20), comment("cleo", 30), comment(null, 1));
    when(comments.getComments(issue)).thenReturn(said);
    List<Worklog> logged =
        List.of(
            worklog("ben", NOON, 60L),
            worklog("ben", NOON.plusSeconds(60), 30L),
            worklog("ben", Instant.parse("2026-11-02T23:30:00Z"), 5L),
            worklog(null, NOON, 7L),
            worklog("ben", null, 7L),
            worklog("ben", NOON, null));
    when(work.getByIssue(issue)).thenReturn(logged);

    KeptFacts read = facts.of(List.of(1L)).get(0);

    assertThat(read.issueId()).isEqualTo(1);
    assertThat(read.projectId()).isEqualTo(100);
    assertThat(read.typeId()).isEqualTo("10001");
    assertThat(read.reporter()).contains("anna");
    assertThat(read.resolved()).contains(NOON);
    assertThat(read.due()).contains(DAY);
    assertThat(read.start()).contains(DAY.minusDays(3));
    assertThat(read.affected()).containsExactly(31L);
    assertThat(read.comments())
        .containsExactly(
            new IssueFacts.Comment(NOON.plusSeconds(20), "ben"),
            new IssueFacts.Comment(NOON.plusSeconds(30), "cleo"));
    assertThat(read.logged())
        .containsExactly(
            new KeptFacts.Logged(DAY, "ben", BigDecimal.valueOf(90)),
            new KeptFacts.Logged(DAY.plusDays(1), "ben", BigDecimal.valueOf(5)));
    assertThat(read.updated()).isEqualTo(UPDATED);
    assertThat(read.open()).isFalse();
  }

  @Test
  public void whatJiraDoesNotTellIsAbsent() {
    when(services.find(VersionManager.class)).thenReturn(Optional.empty());
    when(services.find(CommentManager.class)).thenReturn(Optional.empty());
    when(services.find(WorklogManager.class)).thenReturn(Optional.empty());
    CustomField start = field("start date", DATE);
    when(customFields.getCustomFieldObjects()).thenReturn(List.of(start));
    when(issue.getCustomFieldValue(start)).thenReturn("tomorrow");
    inStatus(issue, "Open", "new");

    KeptFacts read = facts.of(List.of(1L)).get(0);

    assertThat(read.start()).isEmpty();
    assertThat(read.due()).isEmpty();
    assertThat(read.reporter()).isEmpty();
    assertThat(read.resolved()).isEmpty();
    assertThat(read.affected()).isEmpty();
    assertThat(read.comments()).isEmpty();
    assertThat(read.logged()).isEmpty();
    assertThat(read.open()).isTrue();
  }

  @Test
  public void withoutIssuesNobodyIsAsked() {
    assertThat(facts.of(List.of())).isEmpty();
    verifyNoInteractions(issueManager, services);
  }

  @Test
  public void aJiraWithoutTheseClassesIsNamed() {
    when(services.find(CommentManager.class)).thenThrow(new NoClassDefFoundError("CommentManager"));
    when(services.find(SearchService.class)).thenThrow(new NoClassDefFoundError("SearchService"));

    assertThatThrownBy(() -> facts.of(List.of(1L))).isInstanceOf(Refusal.Unavailable.class);
    assertThatThrownBy(() -> facts.ofProject(7, 0, 0, 10)).isInstanceOf(Refusal.Unavailable.class);
  }

  @Test
  public void findsTheIssuesOfAProjectThatCanMatter() throws Exception {
    understands();
    SearchResults<Issue> results = mock(SearchResults.class);
    when(results.getResults()).thenReturn(List.of(issue));
    when(results.getTotal()).thenReturn(451);
    when(search.searchOverrideSecurity(isNull(), any(Query.class), any(PagerFilter.class)))
        .thenReturn(results);

    assertThat(facts.ofProject(7, 12, 180, 200)).isEqualTo(new CurrentFacts.Page(List.of(1L), 451));
    verify(search)
        .parseQuery(
            isNull(),
            eq(
                "project = 7 AND (statusCategory != Done OR updated >= -372d)"
                    + " ORDER BY created ASC, key ASC"));
    facts.ofProject(7, 0, 0, 200);
    verify(search).parseQuery(isNull(), eq("project = 7 ORDER BY created ASC, key ASC"));
  }

  @Test
  public void aSearchThatFailsIsNoEmptyProject() throws Exception {
    understands();
    when(search.searchOverrideSecurity(isNull(), any(Query.class), any(PagerFilter.class)))
        .thenThrow(new SearchException("made up"));

    assertThatThrownBy(() -> facts.ofProject(7, 0, 0, 10)).isInstanceOf(Refusal.Unavailable.class);
  }

  private void understands() {
    SearchService.ParseResult parsed = mock(SearchService.ParseResult.class);
    when(parsed.isValid()).thenReturn(true);
    when(parsed.getQuery()).thenReturn(mock(Query.class));
    when(parsed.getErrors()).thenReturn(mock(MessageSet.class));
    when(search.parseQuery(isNull(), anyString())).thenReturn(parsed);
  }

  private static CustomField field(String name, String type) {
    CustomFieldType<?, ?> fieldType = mock(CustomFieldType.class);
    when(fieldType.getKey()).thenReturn(type);
    CustomField field = mock(CustomField.class);
    doReturn(fieldType).when(field).getCustomFieldType();
    when(field.getUntranslatedName()).thenReturn(name);
    return field;
  }

  private static Comment comment(String author, long seconds) {
    Comment comment = mock(Comment.class);
    if (author != null) {
      ApplicationUser user = mock(ApplicationUser.class);
      when(user.getKey()).thenReturn(author);
      when(comment.getAuthorApplicationUser()).thenReturn(user);
    }
    when(comment.getCreated()).thenReturn(Date.from(NOON.plusSeconds(seconds)));
    return comment;
  }

  private static Worklog worklog(String author, Instant started, Long seconds) {
    Worklog worklog = mock(Worklog.class);
    when(worklog.getAuthorKey()).thenReturn(author);
    when(worklog.getStartDate()).thenReturn(started == null ? null : Date.from(started));
    when(worklog.getTimeSpent()).thenReturn(seconds);
    return worklog;
  }
}
