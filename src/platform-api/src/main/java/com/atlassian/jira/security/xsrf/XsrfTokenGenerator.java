package com.atlassian.jira.security.xsrf;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Makes and checks the tokens of forms.
 *
 * <p>Source and confidence: DP: H for validateToken; M for the rest.
 */
public interface XsrfTokenGenerator {
  String generateToken();

  String generateToken(HttpServletRequest request);

  String generateToken(HttpServletRequest request, boolean create);

  String getToken(HttpServletRequest request);

  String getXsrfTokenName();

  boolean validateToken(HttpServletRequest request, String token);

  boolean generatedByAuthenticatedUser(String token);
}
