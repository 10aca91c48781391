package io.bearings.host.pages;

import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import io.bearings.host.jira.JiraRefusal;
import java.util.Map;

/** What shows that a form of the host's own pages was sent by a person, and not by another site. */
record FormToken(XsrfTokenGenerator tokens) {

  /** What belongs into a form of this visit, as {@code atl_token}. */
  String of(Visit visit) {
    return tokens.generateToken(visit.request());
  }

  /**
   * Makes sure that a form was sent with it.
   *
   * @throws JiraRefusal 403 when it was not
   */
  void require(Visit visit) {
    String token = visit.parameter(tokens.getXsrfTokenName()).orElse("");
    if (!tokens.validateToken(visit.request(), token)) {
      throw new JiraRefusal(
          403,
          "The form's token is missing or belongs to another session. Open the page again and"
              + " repeat what you did.",
          Map.of());
    }
  }
}
