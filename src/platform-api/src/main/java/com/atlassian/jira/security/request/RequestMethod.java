package com.atlassian.jira.security.request;

/**
 * An HTTP method.
 *
 * <p>Source and confidence: SP, MS: H for GET and POST; M for the rest.
 */
public enum RequestMethod {
  GET,
  HEAD,
  POST,
  PUT,
  DELETE,
  OPTIONS,
  TRACE,
  PATCH
}
