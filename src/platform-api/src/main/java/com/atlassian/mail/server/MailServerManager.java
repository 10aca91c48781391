package com.atlassian.mail.server;

/**
 * The mail servers of a site.
 *
 * <p>Source and confidence: BA on 11.3; H for both. Other methods are not called.
 */
public interface MailServerManager {
  SMTPMailServer getDefaultSMTPMailServer();

  boolean isDefaultSMTPMailServerDefined();
}
