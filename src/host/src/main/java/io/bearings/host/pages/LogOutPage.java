package io.bearings.host.pages;

import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import java.io.IOException;
import java.util.Map;

/** The log-out. As in Jira, the link in the user's menu carries the form token. */
final class LogOutPage implements Page {
  static final String PATH = "/secure/Logout!default.jspa";

  private final Templates templates;
  private final Frame frame;
  private final XsrfTokenGenerator tokens;

  LogOutPage(Templates templates, Frame frame, XsrfTokenGenerator tokens) {
    this.templates = templates;
    this.frame = frame;
    this.tokens = tokens;
  }

  @Override
  public void show(Visit visit) throws IOException {
    if (visit.visitor().isPresent()
        && tokens.validateToken(
            visit.request(), visit.parameter(tokens.getXsrfTokenName()).orElse(""))) {
      Sessions.logOut(visit.request());
      visit.redirect(LogInPage.PATH);
      return;
    }
    Html content =
        templates.render(
            "log-out",
            Map.of(
                "base", visit.contextPath(),
                "path", PATH,
                "visitor", visit.person().getDisplayName(),
                "token", tokens.generateToken(visit.request())));
    frame.write(visit, Sheet.of("Log out", content));
  }
}
