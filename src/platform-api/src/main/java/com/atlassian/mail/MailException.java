package com.atlassian.mail;

/**
 * A mail was not sent.
 *
 * <p>Source and confidence: BA imports the package on 11.3 (H); M for the type, which {@code
 * SMTPMailServer#send} declares.
 */
public class MailException extends Exception {
  private static final long serialVersionUID = 1;

  public MailException(String message) {
    super(message);
  }

  public MailException(Throwable cause) {
    super(cause);
  }

  public MailException(String message, Throwable cause) {
    super(message, cause);
  }
}
