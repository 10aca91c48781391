package com.atlassian.mail.server;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;

/**
 * The mail server through which a site sends.
 *
 * <p>Source and confidence: BA; M for the signature. Other methods are not called.
 */
public interface SMTPMailServer {
  void send(Email email) throws MailException;
}
