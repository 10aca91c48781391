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
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.flow.Period;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.FinishedWork;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class JiraFinishedWorkTest {
  private static final Person ANNA = new Person("anna");
  private static final Instant THEN = Instant.parse("2026-11-10T10:00:00Z");
  private static final Period NOVEMBER =
      new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"), ZoneOffset.UTC);

  private final HostService services = mock(HostService.class);
  private final JiraPeople people = mock(JiraPeople.class);
  private final CustomFieldManager customFields = mock(CustomFieldManager.class);
  private final CustomField points = mock(CustomField.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final SearchService service = mock(SearchService.class);
  private final ApplicationUser user = mock(ApplicationUser.class);
  private final MessageSet errors = mock(MessageSet.class);
  private final JiraFinishedWork work =
      new JiraFinishedWork(services, people, customFields, settings);
  private final List<String> asked = new ArrayList<>();

  @Before
  public void aSearchThatAnswers() {
    when(services.find(SearchService.class)).thenReturn(Optional.of(service));
    when(people.user(ANNA)).thenReturn(Optional.of(user));
    when(settings.current())
        .thenReturn(new Settings(Optional.of("customfield_1"), Set.of(), BigDecimal.ZERO));
    when(customFields.getCustomFieldObject("customfield_1")).thenReturn(points);
    when(errors.hasAnyErrors()).thenReturn(true);
    when(service.parseQuery(any(), anyString()))
        .thenAnswer(
            call -> {
              asked.add(call.getArgument(1));
              return new SearchService.ParseResult(mock(Query.class), mock(MessageSet.class));
            });
  }

  @Test
  public void asksForADayMoreAtEachEndBecauseDaysDependOnWhereOneIs() throws SearchException {
    finds(0);

    work.between(ANNA, List.of(7L, 5L), NOVEMBER, false, 10);

    assertThat(asked)
        .containsExactly(
            "project in (5, 7) AND statusCategory = Done AND resolved >= \"2026-10-31\""
                + " AND resolved < \"2026-12-02\"");
  }

  @Test
  public void findsWhoeverMaySeeTheIssuesPageByPage() throws SearchException {
    finds(2_500);

    FinishedWork.Answer answer = work.between(ANNA, List.of(5L), NOVEMBER, false, 5_000);

    assertThat(answer.issues()).hasSize(2_500);
    assertThat(answer.total()).isEqualTo(2_500);
    assertThat(answer.issues().get(0))
        .isEqualTo(
            new FinishedWork.Finished(1, true, THEN, Optional.of("10000"), Optional.empty()));
    verify(service, never()).search(any(), any(), any());
  }

  @Test
  public void ofTooManyOnlyTheNumberIsRead() throws SearchException {
    finds(2_500);

    assertThat(work.between(ANNA, List.of(5L), NOVEMBER, true, 2_000))
        .isEqualTo(new FinishedWork.Answer(List.of(), 2_500));
  }

  @Test
  public void readsPointsOnlyWhereTheyAreWanted() throws SearchException {
    finds(1);

    assertThat(work.between(ANNA, List.of(5L), NOVEMBER, true, 10).issues().get(0).points())
        .contains(new BigDecimal("3.0"));

    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    assertThat(work.between(ANNA, List.of(5L), NOVEMBER, true, 10).issues().get(0).points())
        .isEmpty();
  }

  @Test
  public void anIssueThatWasReopenedMeanwhileIsLeftOut() throws SearchException {
    Issue reopened = mock(Issue.class);
    when(service.searchOverrideSecurity(any(), any(), any()))
        .thenReturn(new SearchResults<>(List.of(reopened), 1, new PagerFilter<>(10)));

    assertThat(work.between(ANNA, List.of(5L), NOVEMBER, false, 10).issues()).isEmpty();
  }

  @Test
  public void issuesThatGoWhileOneReadsDoNotHoldTheReaderUp() throws SearchException {
    when(service.searchOverrideSecurity(any(), any(), any()))
        .thenReturn(new SearchResults<>(List.of(), 3, new PagerFilter<>(10)));

    assertThat(work.between(ANNA, List.of(5L), NOVEMBER, false, 10).issues()).isEmpty();
  }

  @Test
  public void countsWhatIsDoneWithoutAResolution() throws SearchException {
    finds(12);

    assertThat(work.undated(ANNA, List.of(5L), NOVEMBER)).isEqualTo(12);
    assertThat(asked)
        .containsExactly(
            "project in (5) AND statusCategory = Done AND resolution is EMPTY"
                + " AND updated >= \"2026-10-31\"");
  }

  @Test
  public void countsWhatWasFinished() throws SearchException {
    finds(40);

    assertThat(work.count(ANNA, List.of(5L, 4L), NOVEMBER, Set.of("10001", "10000"))).isEqualTo(40);
    assertThat(work.count(ANNA, List.of(5L), NOVEMBER, Set.of())).isEqualTo(40);
    assertThat(asked)
        .containsExactly(
            "project in (4, 5) AND statusCategory = Done AND issuetype in standardIssueTypes()"
                + " AND resolved >= \"2026-11-01\" AND resolved < \"2026-12-01\""
                + " AND resolution not in (10000, 10001)",
            "project in (5) AND statusCategory = Done AND issuetype in standardIssueTypes()"
                + " AND resolved >= \"2026-11-01\" AND resolved < \"2026-12-01\"");
  }

  @Test
  public void aSearchThatDoesNotAnswerIsUnavailable() throws SearchException {
    when(service.searchOverrideSecurity(any(), any(), any()))
        .thenThrow(new SearchException("index is closed"));
    assertUnavailable();
    when(service.parseQuery(any(), anyString()))
        .thenReturn(new SearchService.ParseResult(null, errors));
    assertUnavailable();
    when(services.find(SearchService.class)).thenReturn(Optional.empty());
    assertUnavailable();
    when(services.find(SearchService.class)).thenThrow(new NoClassDefFoundError("SearchService"));
    assertUnavailable();
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> work.between(ANNA, List.of(5L), NOVEMBER, false, 10))
        .isInstanceOf(Refusal.Unavailable.class);
  }

  private void finds(int total) throws SearchException {
    when(service.searchOverrideSecurity(any(), any(), any()))
        .thenAnswer(
            call -> {
              PagerFilter<?> pager = call.getArgument(2);
              List<Issue> page =
                  LongStream.rangeClosed(1, total)
                      .skip(pager.getStart())
                      .limit(pager.getMax())
                      .mapToObj(this::issue)
                      .toList();
              return new SearchResults<>(page, total, pager);
            });
  }

  private Issue issue(long id) {
    Issue issue = mock(Issue.class);
    when(issue.getId()).thenReturn(id);
    when(issue.isSubTask()).thenReturn(true);
    when(issue.getResolutionDate()).thenReturn(Timestamp.from(THEN));
    when(issue.getResolutionId()).thenReturn("10000");
    when(issue.getCustomFieldValue(points)).thenReturn(3.0);
    return issue;
  }
}
