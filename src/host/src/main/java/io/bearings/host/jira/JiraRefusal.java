package io.bearings.host.jira;

import java.util.Map;

/** The host refuses a request, with the field that is wrong where there is one. */
public final class JiraRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Map<String, String> errors;

  /**
   * @param status the HTTP status: 400, 403, 404 or 409
   * @param errors messages by field; empty when the whole request is refused
   */
  public JiraRefusal(int status, String message, Map<String, String> errors) {
    super(message);
    this.status = status;
    this.errors = Map.copyOf(errors);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Messages by field. */
  public Map<String, String> errors() {
    return errors;
  }
}
