package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.jira.SignedIn;
import jakarta.inject.Inject;

/**
 * The page of one KPI. It costs no statement of its own: it brings the frame and the script, and
 * the script reads what the person may see of it.
 */
public class BearingsKpi extends JiraWebActionSupport {
  private final SignedIn signedIn;
  private String kpi = "";
  private KpiPage page;

  @Inject
  public BearingsKpi(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return doExecute();
  }

  @Override
  @SupportedMethods(RequestMethod.GET)
  protected String doExecute() {
    page = KpiPage.of(signedIn.person().isPresent(), kpi);
    return page.isSignedIn() && page.isKnown() ? SUCCESS : ERROR;
  }

  /** What the template shows; null before the action ran. */
  public KpiPage getPage() {
    return page;
  }

  /** The key of the KPI, as the address names it. */
  public void setKpi(String kpi) {
    this.kpi = kpi;
  }
}
