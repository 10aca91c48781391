package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.jira.SignedIn;
import jakarta.inject.Inject;

/**
 * The page on which a unit finds out what a cycle came to, and why. It costs no statement of its
 * own: it brings the frame and the script, and the script reads what the person may see.
 */
public class BearingsRetrospective extends JiraWebActionSupport {
  private final SignedIn signedIn;

  @Inject
  public BearingsRetrospective(SignedIn signedIn) {
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
    return isKnown() ? SUCCESS : ERROR;
  }

  /** Whether somebody is logged in. */
  public boolean isKnown() {
    return signedIn.person().isPresent();
  }
}
