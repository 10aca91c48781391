package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.IssueLinks;
import io.bearings.progress.IssueRef;
import io.bearings.progress.LinkOnIssue;
import io.bearings.progress.Linking;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class IssuePanelContextTest {
  private static final Person MEMBER = new Person("member");

  private static final IssueRef ISSUE = new IssueRef(7, "ABC-7", 100);

  private final SignedIn signedIn = mock(SignedIn.class);
  private final Linking linking = mock(Linking.class);
  private final ApplicationProperties jira = mock(ApplicationProperties.class);
  private final Issue issue = mock(Issue.class);
  private final IssuePanelContext context =
      new IssuePanelContext(signedIn, linking, jira, TestTexts.english());

  @Before
  public void aMemberIsLoggedIn() {
    when(signedIn.person()).thenReturn(Optional.of(MEMBER));
    when(issue.getId()).thenReturn(7L);
    when(issue.getKey()).thenReturn("ABC-7");
    when(issue.getProjectId()).thenReturn(100L);
    when(jira.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
  }

  private Optional<IssuePanel> panel(Map<String, Object> given) {
    return Optional.ofNullable((IssuePanel) context.getContextMap(given).get("bearings"));
  }

  @Test
  public void theKeyResultsOfTheIssueThatThePageNames() {
    when(linking.ofIssue(MEMBER, ISSUE)).thenReturn(Sample.issue());

    IssuePanel panel = panel(Map.of("issue", issue)).orElseThrow();

    assertThat(panel.getIssueKey()).isEqualTo("ABC-7");
    assertThat(panel.isMayAttach()).isTrue();
    assertThat(panel.getHidden()).isEqualTo("and 2 more key results that you may not see");
    assertThat(panel.getLinks())
        .extracting(ServedRow::getHref)
        .first()
        .isEqualTo("/jira/projects/ABC?selectedItem=io.bearings:project-page-item#KR-34");
  }

  @Test
  public void theIssueMayBeKnownToTheHelperOnly() {
    when(linking.ofIssue(MEMBER, ISSUE)).thenReturn(Sample.issue());

    assertThat(panel(Map.of("helper", new JiraHelper(null, null, Map.of("issue", issue)))))
        .isPresent();
  }

  @Test
  public void oneHiddenKeyResultIsCounted() {
    when(linking.ofIssue(MEMBER, ISSUE)).thenReturn(new IssueLinks("ABC-7", false, List.of(), 1));

    assertThat(panel(Map.of("issue", issue)).orElseThrow().getHidden())
        .isEqualTo("and 1 more key result that you may not see");
  }

  @Test
  public void aPageWithoutAnIssueShowsNothing() {
    assertThat(panel(Map.of())).isEmpty();
    assertThat(panel(Map.of("helper", new JiraHelper()))).isEmpty();
    verifyNoInteractions(linking);
  }

  @Test
  public void anAnonymousVisitorSeesNothing() {
    when(signedIn.person()).thenReturn(Optional.empty());

    assertThat(panel(Map.of("issue", issue))).isEmpty();
    verifyNoInteractions(linking);
  }

  @Test
  public void ofManyKeyResultsTheFirstAreShownUntilSomebodyAsksForAll() {
    List<LinkOnIssue> two = Sample.issue().links();
    when(linking.ofIssue(MEMBER, ISSUE))
        .thenReturn(new IssueLinks("ABC-7", true, Collections.nCopies(60, two.get(0)), 0));

    IssuePanel panel = panel(Map.of("issue", issue)).orElseThrow();

    assertThat(panel.getShowAll()).isEqualTo("Show all 60 key results");
    assertThat(panel.getLinks().stream().filter(ServedRow::isFolded)).hasSize(55);
    assertThat(panel.getLinks().get(4).isFolded()).isFalse();

    when(linking.ofIssue(MEMBER, ISSUE))
        .thenReturn(new IssueLinks("ABC-7", true, Collections.nCopies(6, two.get(0)), 0));
    panel = panel(Map.of("issue", issue)).orElseThrow();
    assertThat(panel.getShowAll()).as("one more is not worth asking").isEmpty();
    assertThat(panel.getLinks()).noneMatch(ServedRow::isFolded);
  }

  @Test
  public void anAddOnThatCannotWorkSaysWhy() {
    when(linking.ofIssue(MEMBER, ISSUE))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.tables")));

    assertThat(panel(Map.of("issue", issue)).orElseThrow().getProblem())
        .isEqualTo("The tables of Bearings are not there yet. Try again in a moment.");
  }
}
