package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Organisation;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;

/**
 * All units of the site, for administrators. Jira lets nobody else here; the use case asks once
 * more, for Jira's check stands in a descriptor that somebody may change.
 */
@WebSudoRequired
public class BearingsUnits extends JiraWebActionSupport {
  private final SignedIn signedIn;
  private final Organisation organisation;
  private final PageTexts texts;
  private String refusal = "";

  @Inject
  public BearingsUnits(SignedIn signedIn, Organisation organisation, PageTexts texts) {
    this.signedIn = signedIn;
    this.organisation = organisation;
    this.texts = texts;
  }

  @Override
  @SupportedMethods(RequestMethod.GET)
  public String doDefault() {
    return doExecute();
  }

  /** Shows the frame of the page, which its script fills. */
  @Override
  @SupportedMethods(RequestMethod.GET)
  protected String doExecute() {
    try {
      boolean allowed =
          signedIn.person().filter(who -> organisation.standpoint(who).administers()).isPresent();
      if (!allowed) {
        throw new Refusal.Forbidden();
      }
      return SUCCESS;
    } catch (Refusal e) {
      refusal = texts.get(e.text());
      return ERROR;
    }
  }

  /** Why there is no page; empty when there is one. */
  public String getRefusal() {
    return refusal;
  }
}
