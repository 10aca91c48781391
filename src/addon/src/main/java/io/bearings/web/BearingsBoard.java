package io.bearings.web;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.jira.SignedIn;
import jakarta.inject.Inject;

/**
 * A board of Jira Software beside the key results. It costs no statement of its own: it brings the
 * frame and the script, and the script reads what the person may see of it.
 */
public class BearingsBoard extends JiraWebActionSupport {
  private final SignedIn signedIn;
  private String board = "";
  private BoardPage page;

  @Inject
  public BearingsBoard(SignedIn signedIn) {
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
    page = BoardPage.of(signedIn.person().isPresent(), board);
    return page.isSignedIn() && page.isKnown() ? SUCCESS : ERROR;
  }

  /** What the template shows; null before the action ran. */
  public BoardPage getPage() {
    return page;
  }

  /** The id of the board, as the address names it. */
  public void setBoard(String board) {
    this.board = board;
  }
}
