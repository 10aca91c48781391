package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import io.bearings.connect.acts.MailServer;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class JiraMailTest {
  private static final MailServer.Mail MAIL =
      new MailServer.Mail("anna", "Red", "<p>Red</p>", true);

  private final HostService services = mock(HostService.class);
  private final MailServerManager manager = mock(MailServerManager.class);
  private final SMTPMailServer server = mock(SMTPMailServer.class);
  private final UserManager users = mock(UserManager.class);
  private final ApplicationUser anna = mock(ApplicationUser.class);
  private final JiraMail mail = new JiraMail(services, new JiraPeople(users, services));

  @Before
  public void jira() {
    when(services.find(MailServerManager.class)).thenReturn(Optional.of(manager));
    when(manager.isDefaultSMTPMailServerDefined()).thenReturn(true);
    when(manager.getDefaultSMTPMailServer()).thenReturn(server);
    when(users.getUserByKey("anna")).thenReturn(anna);
    when(anna.isActive()).thenReturn(true);
    when(anna.getEmailAddress()).thenReturn(" anna@example.com ");
  }

  private Email sent() throws MailException {
    ArgumentCaptor<Email> captor = ArgumentCaptor.forClass(Email.class);
    verify(server).send(captor.capture());
    return captor.getValue();
  }

  @Test
  public void sendsHtmlToTheAddressThatJiraHas() throws Exception {
    assertThat(mail.isOn()).isTrue();
    assertThat(mail.send(MAIL)).isTrue();

    Email email = sent();
    assertThat(email.getTo()).isEqualTo("anna@example.com");
    assertThat(email.getSubject()).isEqualTo("Red");
    assertThat(email.getBody()).isEqualTo("<p>Red</p>");
    assertThat(email.getMimeType()).isEqualTo("text/html");
    assertThat(email.getEncoding()).isEqualTo("UTF-8");
  }

  @Test
  public void sendsPlainTextWhereThatIsWanted() throws Exception {
    mail.send(new MailServer.Mail("anna", "Red", "Red", false));

    assertThat(sent().getMimeType()).isEqualTo("text/plain");
  }

  @Test
  public void sendsNothingToWhoHasNoAddressOrIsGone() throws Exception {
    for (String wrong : new String[] {null, " ", "anna", "a@b.c, d@e.f", "a@b\r\nBcc: c@d"}) {
      when(anna.getEmailAddress()).thenReturn(wrong);
      assertThat(mail.send(MAIL)).as(String.valueOf(wrong)).isFalse();
    }
    when(anna.getEmailAddress()).thenReturn("anna@example.com");
    when(anna.isActive()).thenReturn(false);
    assertThat(mail.send(MAIL)).isFalse();
    assertThat(mail.send(new MailServer.Mail("gone", "", "", true))).isFalse();
    verify(server, never()).send(any());
  }

  @Test
  public void saysWhatTheServerDidNotTake() throws Exception {
    doThrow(new MailException("full")).when(server).send(any());
    assertThatThrownBy(() -> mail.send(MAIL))
        .isInstanceOf(MailServer.NotSent.class)
        .hasMessage("full");

    when(manager.getDefaultSMTPMailServer()).thenReturn(null);
    assertThatThrownBy(() -> mail.send(MAIL)).isInstanceOf(MailServer.NotSent.class);
  }

  @Test
  public void isOffWithoutAServerOrWithoutTheService() {
    when(manager.isDefaultSMTPMailServerDefined()).thenReturn(false);
    assertThat(mail.isOn()).isFalse();
    when(services.find(MailServerManager.class)).thenReturn(Optional.empty());
    assertThat(mail.isOn()).isFalse();
    when(services.find(MailServerManager.class)).thenThrow(new NoClassDefFoundError("mail"));
    assertThat(mail.isOn()).isFalse();
  }
}
