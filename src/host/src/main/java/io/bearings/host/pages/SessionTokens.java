package io.bearings.host.pages;

import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Form tokens that belong to the session: another site cannot read them, so it cannot post our
 * forms. As in Jira a token ends with {@code _lin} or {@code _lout}, by whether somebody is logged
 * in.
 */
public final class SessionTokens implements XsrfTokenGenerator {
  private static final String ATTRIBUTE = "atlassian.xsrf.token";
  private static final String LOGGED_IN = "_lin";
  private static final String LOGGED_OUT = "_lout";

  private final SecureRandom random = new SecureRandom();

  @Override
  public String generateToken() {
    return generateToken(ExecutingHttpRequest.get());
  }

  @Override
  public String generateToken(HttpServletRequest request) {
    return generateToken(request, true);
  }

  @Override
  public String generateToken(HttpServletRequest request, boolean create) {
    String token = getToken(request);
    if (token != null || !create) {
      return token;
    }
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    HttpSession session = request.getSession();
    String made =
        HexFormat.of().formatHex(bytes)
            + (Sessions.userKey(session).isPresent() ? LOGGED_IN : LOGGED_OUT);
    session.setAttribute(ATTRIBUTE, made);
    return made;
  }

  /** The session's token; null when none was made yet, as in Jira. */
  @Override
  public String getToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (String) session.getAttribute(ATTRIBUTE);
  }

  @Override
  public String getXsrfTokenName() {
    return "atl_token";
  }

  @Override
  public boolean validateToken(HttpServletRequest request, String token) {
    String expected = getToken(request);
    return expected != null
        && token != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean generatedByAuthenticatedUser(String token) {
    return token != null && token.endsWith(LOGGED_IN);
  }
}
