package io.bearings.web;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugin.web.ContextProvider;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Refusal;
import io.bearings.progress.IssueRef;
import io.bearings.progress.Linking;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the key results that an issue serves to the panel beside it. Jira shows the panel within
 * the issue, and that only to those who may browse it; asking again would read the issue and its
 * permission once more for each view of each issue.
 */
public class IssuePanelContext implements ContextProvider {
  private final SignedIn signedIn;
  private final Linking linking;
  private final ApplicationProperties jira;
  private final PageTexts texts;

  @Inject
  public IssuePanelContext(
      SignedIn signedIn,
      Linking linking,
      @ComponentImport ApplicationProperties jira,
      PageTexts texts) {
    this.signedIn = signedIn;
    this.linking = linking;
    this.jira = jira;
    this.texts = texts;
  }

  @Override
  public void init(Map<String, String> params) {
    // Takes none.
  }

  @Override
  public Map<String, Object> getContextMap(Map<String, Object> context) {
    return Surroundings.view(Surroundings.issue(context).flatMap(this::panel));
  }

  private Optional<IssuePanel> panel(IssueRef issue) {
    try {
      return signedIn
          .person()
          .map(who -> linking.ofIssue(who, issue))
          .map(links -> IssuePanel.of(links, jira.getBaseUrl(UrlMode.RELATIVE), texts));
    } catch (Refusal e) {
      return Optional.of(IssuePanel.failed(texts.get(e.text())));
    }
  }
}
