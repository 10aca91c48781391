package io.bearings.connect.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.connect.acts.MailServer;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.okr.Message;
import io.bearings.rhythm.Channel;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.Digest;
import io.bearings.rhythm.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class MailChannelTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final MailServer server = mock(MailServer.class);
  private final OutgoingSettings settings = mock(OutgoingSettings.class);
  private final MailChannel channel =
      new MailChannel(
          server,
          settings,
          new Bulletins(
              (person, message) -> person + ":" + shown(message),
              (unit, keyResult) -> "https://jira/?unit=" + unit + "&kr=" + keyResult,
              key -> Optional.of("Ben B.")));

  private static String shown(Message message) {
    return message.key().replace("bearings.reminder.", "") + message.args();
  }

  private static Digest digest(int total, Entry... entries) {
    return new Digest("anna", MONDAY, List.of(entries), total, 0);
  }

  private static Entry entry(Entry.Kind kind, String title) {
    return new Entry(kind, 34, title, 7, "ben", MONDAY);
  }

  private MailServer.Mail sent(boolean plain, Digest digest) throws Exception {
    when(settings.current()).thenReturn(new Outgoing(Set.of(), plain));
    channel.send(digest);
    ArgumentCaptor<MailServer.Mail> mail = ArgumentCaptor.forClass(MailServer.Mail.class);
    verify(server).send(mail.capture());
    return mail.getValue();
  }

  @Test
  public void saysWhatWaitsWithItsAddressAndHidesNoLetterOfATitle() throws Exception {
    MailServer.Mail mail = sent(false, digest(1, entry(Entry.Kind.DUE, "<b>\"Fast\" & calm</b>")));
    assertThat(mail.toKey()).isEqualTo("anna");
    assertThat(mail.html()).isTrue();
    assertThat(mail.subject()).isEqualTo("anna:subject.one[]");
    assertThat(mail.body())
        .contains("anna:DUE[2026-03-02]")
        .contains("<a href=\"https://jira/?unit=7&amp;kr=34\">")
        .contains("KR-34 &lt;b&gt;&quot;Fast&quot; &amp; calm&lt;/b&gt;</a>")
        .doesNotContain("<b>")
        .doesNotContain("<style", "<img", "<script");
  }

  @Test
  public void plainMailSaysTheSame() throws Exception {
    MailServer.Mail mail =
        sent(
            true,
            digest(
                5, entry(Entry.Kind.OVERDUE, "Calm"), entry(Entry.Kind.ESCALATED, "Of another")));
    assertThat(mail.html()).isFalse();
    assertThat(mail.subject()).isEqualTo("anna:subject[5]");
    assertThat(mail.body())
        .isEqualTo(
            "anna:OVERDUE[2026-03-02]: KR-34 Calm\nhttps://jira/?unit=7&kr=34\n\n"
                + "anna:ESCALATED[2026-03-02, Ben B.]: KR-34 Of another\n"
                + "https://jira/?unit=7&kr=34\n\nanna:more[3]\n\n-- \nanna:why[]\n");
  }

  @Test
  public void whatTheServerDoesNotTakeIsTriedAgain() throws Exception {
    when(settings.current()).thenReturn(Outgoing.DEFAULT);
    doThrow(new MailServer.NotSent("451", null)).when(server).send(any());
    assertThatThrownBy(() -> channel.send(digest(1, entry(Entry.Kind.DUE, "Calm"))))
        .isInstanceOf(Channel.NotSent.class)
        .hasMessage("451");
    assertThat(channel.kind()).isEqualTo(ChannelKind.MAIL);
    assertThat(channel.isOn()).isFalse();
  }
}
