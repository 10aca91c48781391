package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.WorkSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class JiraWorkSearchTest {
  private static final Person ANNA = new Person("anna");

  private final HostService services = mock(HostService.class);
  private final JiraPeople people = mock(JiraPeople.class);
  private final SearchService service = mock(SearchService.class);
  private final ApplicationUser user = mock(ApplicationUser.class);
  private final Query query = mock(Query.class);
  private final MessageSet none = mock(MessageSet.class);
  private final MessageSet errors = mock(MessageSet.class);
  private final JiraWorkSearch search = new JiraWorkSearch(services, people);
  private final List<String> asked = new ArrayList<>();

  @Before
  public void aSearchThatAnswers() {
    when(services.find(SearchService.class)).thenReturn(Optional.of(service));
    when(people.user(ANNA)).thenReturn(Optional.of(user));
    when(user.isActive()).thenReturn(true);
    when(errors.hasAnyErrors()).thenReturn(true);
    when(errors.getErrorMessages()).thenReturn(Set.of("No field projekt."));
    when(service.parseQuery(any(), anyString()))
        .thenAnswer(
            call -> {
              asked.add(call.getArgument(1));
              return new SearchService.ParseResult(query, none);
            });
    when(service.validateQuery(any(), any())).thenReturn(none);
  }

  @Test
  public void findsWhatThePersonMayBrowse() throws SearchException {
    finds(3);

    assertThat(search.find(ANNA, "project = A", 10))
        .isEqualTo(new WorkSearch.Hits(Set.of(1L, 2L, 3L), 3));
    assertThat(search.findAmong(ANNA, "project = A", List.of(1L, 7L)))
        .isEqualTo(new WorkSearch.Hits(Set.of(1L, 2L), 2));
    verify(service, times(2)).search(eq(user), eq(query), any());
  }

  @Test
  public void anIssueThatIsGoneOrHiddenIsNotFoundAndIsNoMistakeOfTheQuery() throws SearchException {
    finds(1);
    Query among = mock(Query.class);
    when(service.parseQuery(user, "(project = A) AND id in (7)"))
        .thenReturn(new SearchService.ParseResult(among, none));
    when(service.validateQuery(user, among)).thenReturn(errors);
    doReturn(new SearchResults<>(List.of(), 0, new PagerFilter<>(1)))
        .when(service)
        .search(eq(user), eq(among), any());

    assertThat(search.findAmong(ANNA, "project = A", List.of(7L)))
        .isEqualTo(new WorkSearch.Hits(Set.of(), 0));
  }

  @Test
  public void readsPageByPage() throws SearchException {
    finds(2_500);

    WorkSearch.Hits hits = (WorkSearch.Hits) search.find(ANNA, "project = A", 10_000);

    assertThat(hits.issueIds()).hasSize(2_500);
    assertThat(hits.total()).isEqualTo(2_500);
  }

  @Test
  public void readsNothingOfWhatIsTooMuch() throws SearchException {
    finds(2_500);

    assertThat(search.find(ANNA, "project = A", 2_000))
        .isEqualTo(new WorkSearch.Hits(Set.of(), 2_500));
  }

  @Test
  public void asksAboutSomeIssuesWithoutTheOrder() throws SearchException {
    finds(1);

    search.findAmong(ANNA, "project = A OR text ~ \"order by\" ORDER BY rank", List.of(7L, 8L));

    assertThat(asked)
        .containsExactly(
            "project = A OR text ~ \"order by\"",
            "(project = A OR text ~ \"order by\") AND id in (7, 8)");
  }

  @Test
  public void anOrderIsFoundWhereItIsOne() {
    assertThat(JiraWorkSearch.withoutOrder("a = b order\n by c")).isEqualTo("a = b");
    assertThat(JiraWorkSearch.withoutOrder("a in (b)ORDER BY c")).isEqualTo("a in (b)");
    assertThat(JiraWorkSearch.withoutOrder("a ~ 'it\\'s order by x'"))
        .isEqualTo("a ~ 'it\\'s order by x'");
    assertThat(JiraWorkSearch.withoutOrder("reorder = by")).isEqualTo("reorder = by");
    assertThat(JiraWorkSearch.withoutOrder("order = 1")).isEqualTo("order = 1");
    assertThat(JiraWorkSearch.withoutOrder("ORDER BY key")).isEmpty();
  }

  @Test
  public void anOrderAloneIsAskedWithoutACondition() throws SearchException {
    finds(1);

    search.findAmong(ANNA, "ORDER BY key", List.of(7L));

    assertThat(asked).containsExactly("id in (7)");
  }

  @Test
  public void saysInJirasWordsWhatIsWrong() {
    when(service.parseQuery(any(), anyString()))
        .thenReturn(new SearchService.ParseResult(null, errors));
    assertThat(search.find(ANNA, "projekt = A", 10))
        .isEqualTo(new WorkSearch.Failure("No field projekt."));
    assertThat(search.findAmong(ANNA, "projekt = A", List.of(7L)))
        .isEqualTo(new WorkSearch.Failure("No field projekt."));
  }

  @Test
  public void saysWhatTheSiteDoesNotHave() {
    when(service.validateQuery(user, query)).thenReturn(errors);

    assertThat(search.find(ANNA, "project = Gone", 10))
        .isEqualTo(new WorkSearch.Failure("No field projekt."));
  }

  @Test
  public void nothingIsAskedAsSomebodyWhoIsGone() {
    when(people.user(ANNA)).thenReturn(Optional.empty());

    assertThat(search.find(ANNA, "project = A", 10)).isEqualTo(new WorkSearch.NobodyAsks());
    assertThat(search.findAmong(ANNA, "project = A", List.of(7L)))
        .isEqualTo(new WorkSearch.NobodyAsks());
    verifyNoInteractions(service);
  }

  @Test
  public void nothingIsAskedAsSomebodyWhoIsInactive() {
    when(user.isActive()).thenReturn(false);

    assertThat(search.find(ANNA, "project = A", 10)).isEqualTo(new WorkSearch.NobodyAsks());
    verifyNoInteractions(service);
  }

  @Test
  public void aSearchThatDoesNotAnswerIsUnavailable() throws SearchException {
    when(service.search(any(), any(), any())).thenThrow(new SearchException("index is closed"));
    assertThatThrownBy(() -> search.find(ANNA, "project = A", 10))
        .isInstanceOf(Refusal.Unavailable.class);
    when(services.find(SearchService.class)).thenReturn(Optional.empty());
    assertThatThrownBy(() -> search.find(ANNA, "project = A", 10))
        .isInstanceOf(Refusal.Unavailable.class);
    when(services.find(SearchService.class)).thenThrow(new NoClassDefFoundError("SearchService"));
    assertThatThrownBy(() -> search.find(ANNA, "project = A", 10))
        .isInstanceOf(Refusal.Unavailable.class);
  }

  private void finds(int total) throws SearchException {
    when(service.search(any(), any(), any()))
        .thenAnswer(
            call -> {
              PagerFilter<?> pager = call.getArgument(2);
              List<Issue> page =
                  LongStream.rangeClosed(1, total)
                      .skip(pager.getStart())
                      .limit(pager.getMax())
                      .mapToObj(JiraWorkSearchTest::issue)
                      .toList();
              return new SearchResults<>(page, total, pager);
            });
  }

  private static Issue issue(long id) {
    Issue issue = mock(Issue.class);
    when(issue.getId()).thenReturn(id);
    return issue;
  }
}
