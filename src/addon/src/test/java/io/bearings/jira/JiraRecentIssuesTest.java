package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import io.bearings.okr.Refusal;
import io.bearings.progress.RecentIssues;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class JiraRecentIssuesTest {
  private static final String JQL = "updated >= -6m ORDER BY updated ASC";

  private final HostService services = mock(HostService.class);
  private final SearchService search = mock(SearchService.class);
  private final Query query = mock(Query.class);
  private final JiraRecentIssues recent = new JiraRecentIssues(services);

  @Before
  public void search() {
    when(services.find(SearchService.class)).thenReturn(Optional.of(search));
    when(search.parseQuery(null, JQL))
        .thenReturn(new SearchService.ParseResult(query, new MessageSetImpl()));
  }

  @Test
  public void tellsIssuesAndWhenTheyChanged() throws Exception {
    Issue issue = FakeIssues.issue(7, "OPS-7");
    when(search.searchOverrideSecurity(any(), any(), any()))
        .thenAnswer(
            call -> {
              PagerFilter<?> page = call.getArgument(2);
              assertThat(page.getStart()).isEqualTo(900);
              assertThat(page.getMax()).isEqualTo(1_000);
              return new SearchResults<>(List.of(issue), 901, page);
            });

    assertThat(recent.changedWithin(6, 900, 1_000))
        .isEqualTo(
            new RecentIssues.Page(List.of(new RecentIssues.Found(7, FakeIssues.UPDATED)), 901));
  }

  @Test
  public void saysWhyThereIsNoAnswer() throws Exception {
    when(search.searchOverrideSecurity(any(), any(), any()))
        .thenThrow(new SearchException("made up"));
    assertThatThrownBy(() -> recent.changedWithin(6, 0, 10))
        .isInstanceOf(Refusal.Unavailable.class);

    MessageSetImpl problems = new MessageSetImpl();
    problems.addErrorMessage("made up");
    when(search.parseQuery(null, JQL)).thenReturn(new SearchService.ParseResult(query, problems));
    assertThatThrownBy(() -> recent.changedWithin(6, 0, 10))
        .isInstanceOf(Refusal.Unavailable.class);

    when(services.find(SearchService.class)).thenReturn(Optional.empty());
    assertThatThrownBy(() -> recent.changedWithin(6, 0, 10))
        .isInstanceOf(Refusal.Unavailable.class);

    when(services.find(SearchService.class)).thenThrow(new NoClassDefFoundError("SearchService"));
    assertThatThrownBy(() -> recent.changedWithin(6, 0, 10))
        .isInstanceOf(Refusal.Unavailable.class);
  }
}
