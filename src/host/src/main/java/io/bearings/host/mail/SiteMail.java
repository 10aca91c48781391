package io.bearings.host.mail;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * The mail server that an administrator configured, or none. Sending waits until the server took
 * the mail, as in Jira.
 */
public final class SiteMail implements MailServerManager, SMTPMailServer {
  private static final String FROM = "jira@example.com";
  private static final String TIMEOUT = "10000";

  private final Optional<SmtpAddress> address;
  private final Clock clock;

  /**
   * Of a site.
   *
   * @param address absent: the site sends no mail
   */
  public SiteMail(Optional<SmtpAddress> address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  @Override
  public boolean isDefaultSMTPMailServerDefined() {
    return address.isPresent();
  }

  /** The server; null where there is none, as in Jira. */
  @Override
  public SMTPMailServer getDefaultSMTPMailServer() {
    return address.isPresent() ? this : null;
  }

  @Override
  public void send(Email email) throws MailException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Jakarta Mail finds its parts by the thread's class loader, which may be the add-on's.
    thread.setContextClassLoader(SiteMail.class.getClassLoader());
    try {
      Transport.send(message(email));
    } catch (MessagingException e) {
      throw new MailException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private MimeMessage message(Email email) throws MessagingException {
    MimeMessage message = new MimeMessage(Session.getInstance(properties()));
    message.setFrom(new InternetAddress(FROM));
    message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(email.getTo()));
    message.setSubject(email.getSubject(), email.getEncoding());
    message.setContent(email.getBody(), email.getMimeType() + "; charset=" + email.getEncoding());
    message.setSentDate(Date.from(clock.instant()));
    return message;
  }

  private Properties properties() {
    SmtpAddress server = address.orElseThrow();
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", server.host());
    properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
    properties.setProperty("mail.smtp.timeout", TIMEOUT);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
    return properties;
  }
}
