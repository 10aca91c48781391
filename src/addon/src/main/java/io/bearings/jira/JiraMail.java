package io.bearings.jira;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import io.bearings.connect.acts.MailServer;
import io.bearings.okr.Person;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Jira's mail server, looked up when it is needed: a Jira without it sends no mail. */
@Component
class JiraMail implements MailServer {
  private static final String HTML = "text/html";
  private static final String PLAIN = "text/plain";
  private static final String ENCODING = "UTF-8";

  /** One address: a comma would make two of it. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s,;<>]+@[^\\s,;<>]+");

  private static final Logger LOG = LoggerFactory.getLogger(JiraMail.class);

  private final HostService services;
  private final JiraPeople people;

  @Inject
  JiraMail(HostService services, JiraPeople people) {
    this.services = services;
    this.people = people;
  }

  @Override
  public boolean isOn() {
    try {
      return services
          .find(MailServerManager.class)
          .filter(MailServerManager::isDefaultSMTPMailServerDefined)
          .isPresent();
    } catch (LinkageError e) {
      LOG.debug("This Jira does not tell of its mail server", e);
      return false;
    }
  }

  @Override
  public boolean send(Mail mail) throws NotSent {
    Optional<String> address = address(mail.toKey());
    if (address.isEmpty()) {
      return false;
    }
    SMTPMailServer server =
        services
            .find(MailServerManager.class)
            .map(MailServerManager::getDefaultSMTPMailServer)
            .orElseThrow(() -> new NotSent("Jira has no mail server", null));
    Email email = new Email(address.get());
    email.setSubject(mail.subject());
    email.setMimeType(mail.html() ? HTML : PLAIN);
    email.setEncoding(ENCODING);
    email.setBody(mail.body());
    try {
      server.send(email);
      return true;
    } catch (MailException e) {
      throw new NotSent(String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<String> address(String userKey) {
    return people
        .user(new Person(userKey))
        .filter(ApplicationUser::isActive)
        .map(ApplicationUser::getEmailAddress)
        .map(String::strip)
        .filter(text -> ADDRESS.matcher(text).matches());
  }
}
