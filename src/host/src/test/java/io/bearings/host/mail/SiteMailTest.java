package io.bearings.host.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SiteMailTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Before
  public void start() {
    server.start();
  }

  @After
  public void stop() {
    server.stop();
  }

  private static SiteMail mail(int port) {
    return new SiteMail(
        Optional.of(new SmtpAddress("127.0.0.1", port)), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  public void sendsAsItIsToldAndWaitsForTheServer() throws Exception {
    SiteMail mail = mail(server.getSmtp().getPort());

    assertThat(mail.isDefaultSMTPMailServerDefined()).isTrue();
    mail.getDefaultSMTPMailServer()
        .send(
            new Email("anna@example.com")
                .setSubject("Caf\u00e9 is red")
                .setMimeType("text/html")
                .setBody("<p>\u00e9</p>"));

    MimeMessage got = server.getReceivedMessages()[0];
    assertThat(got.getSubject()).isEqualTo("Caf\u00e9 is red");
    assertThat(got.getAllRecipients()[0]).hasToString("anna@example.com");
    assertThat(got.getContentType()).startsWith("text/html").containsIgnoringCase("utf-8");
    assertThat(got.getContent().toString().strip()).isEqualTo("<p>\u00e9</p>");
    assertThat(got.getSentDate()).isEqualTo(NOW);
  }

  @Test
  public void saysWhenTheServerDoesNotAnswer() {
    int port = server.getSmtp().getPort();
    server.stop();

    assertThatThrownBy(() -> mail(port).send(new Email("anna@example.com").setBody("")))
        .isInstanceOf(MailException.class);
  }

  @Test
  public void hasNoServerUnlessOneIsConfigured() {
    SiteMail none = new SiteMail(Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(none.isDefaultSMTPMailServerDefined()).isFalse();
    assertThat(none.getDefaultSMTPMailServer()).isNull();
  }
}
