package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.jira.SignedIn;
import io.bearings.okr.Person;
import jakarta.inject.Inject;

/**
 * The page on which a unit begins its cycle. It costs no statement of its own: it brings the frame
 * and the script, and the script reads what the person may see.
 */
public class BearingsKickoff extends JiraWebActionSupport {
  private final SignedIn signedIn;
  private KickoffPage page;

  @Inject
  public BearingsKickoff(SignedIn signedIn) {
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
    page = new KickoffPage(signedIn.person().map(Person::key).orElse(""));
    return page.getPersonKey().isEmpty() ? ERROR : SUCCESS;
  }

  /** What the template shows; null before the action ran. */
  public KickoffPage getPage() {
    return page;
  }
}
