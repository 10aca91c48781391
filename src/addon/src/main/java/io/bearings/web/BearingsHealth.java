package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.Health;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;

/** Tells administrators whether the add-on can work here, and what this Jira lacks. */
@WebSudoRequired
public class BearingsHealth extends JiraWebActionSupport {
  private final SignedIn signedIn;
  private final Health health;
  private final PageTexts texts;
  private HealthPage page;
  private String refusal = "";

  @Inject
  public BearingsHealth(SignedIn signedIn, Health health, PageTexts texts) {
    this.signedIn = signedIn;
    this.health = health;
    this.texts = texts;
  }

  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return doExecute();
  }

  @Override
  @SupportedMethods(RequestMethod.GET)
  protected String doExecute() {
    try {
      page =
          HealthPage.of(
              health.report(signedIn.person().orElseThrow(Refusal.Forbidden::new)), texts);
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  /** What the template shows; null when there is only a refusal to show. */
  public HealthPage getPage() {
    return page;
  }

  /** Why there is no page; empty when there is one. */
  public String getRefusal() {
    return refusal;
  }
}
