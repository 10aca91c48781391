package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.Health;
import io.bearings.jira.HealthReport;
import io.bearings.jira.NodeHealth;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.site.Warning;
import io.bearings.site.Warnings;
import jakarta.inject.Inject;
import java.util.List;

/** Tells administrators whether the add-on can work here, and what this Jira lacks. */
@WebSudoRequired
public class BearingsHealth extends JiraWebActionSupport {
  private final SignedIn signedIn;
  private final Health health;
  private final NodeHealth node;
  private final Warnings warnings;
  private final PageTexts texts;
  private final Moments moments;
  private HealthPage page;
  private String refusal = "";

  @Inject
  public BearingsHealth(
      SignedIn signedIn,
      Health health,
      NodeHealth node,
      Warnings warnings,
      PageTexts texts,
      Moments moments) {
    this.node = node;
    this.warnings = warnings;
    this.moments = moments;
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
      Person who = signedIn.person().orElseThrow(Refusal.Forbidden::new);
      HealthReport report = health.report(who);
      page = HealthPage.of(report, node.report(who), found(who, report), moments, texts);
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  /** Nothing while the database does not answer, which the page says by itself. */
  private List<Warning> found(Person who, HealthReport report) {
    return report.state() == HealthReport.State.UP ? warnings.all(who) : List.of();
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
