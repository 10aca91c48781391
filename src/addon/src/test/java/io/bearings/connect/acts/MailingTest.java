package io.bearings.connect.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class MailingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant QUIET = NOW.minus(Duration.ofHours(1));

  private final Outbox outbox = mock(Outbox.class);
  private final MailServer server = mock(MailServer.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final OutgoingSettings settings = mock(OutgoingSettings.class);
  private final Mailing mailing =
      new Mailing(
          outbox,
          server,
          standpoints,
          (key, message) -> message.key() + message.args(),
          settings,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void site() {
    when(server.isOn()).thenReturn(true);
    when(settings.current()).thenReturn(Outgoing.DEFAULT);
    Standpoint standpoint = mock(Standpoint.class);
    when(standpoint.maySee(2)).thenReturn(true);
    when(standpoints.of(any())).thenReturn(standpoint);
  }

  private static Letter letter(long id, long unitId, String headline, int tries) {
    return new Letter(
        id,
        unitId,
        new NewLetter("anna", headline, "Value: <1>\nUnit: A&B", "https://j/?a&b"),
        tries);
  }

  private void waiting(Letter... letters) {
    when(outbox.waiting(NOW, QUIET, Mailing.ROUND)).thenReturn(List.of("anna"));
    when(outbox.take("anna", NOW, QUIET, Mailing.JOINED)).thenReturn(List.of(letters));
  }

  private MailServer.Mail sent() throws MailServer.NotSent {
    ArgumentCaptor<MailServer.Mail> captor = ArgumentCaptor.forClass(MailServer.Mail.class);
    verify(server).send(captor.capture());
    return captor.getValue();
  }

  @Test
  public void escapesWhatPeopleWrote() throws Exception {
    waiting(letter(1, 2, "KPI-7 <b>\nis red", 0));

    mailing.round(() -> false);

    MailServer.Mail mail = sent();
    assertThat(mail.toKey()).isEqualTo("anna");
    assertThat(mail.subject()).isEqualTo("KPI-7 <b> is red");
    assertThat(mail.html()).isTrue();
    assertThat(mail.body())
        .contains("KPI-7 &lt;b&gt;")
        .contains("Value: &lt;1&gt;<br>\nUnit: A&amp;B")
        .contains("href=\"https://j/?a&amp;b\"")
        .doesNotContain("<b>");
    verify(outbox).forgetSent(NOW.minus(Duration.ofDays(2)));
  }

  @Test
  public void joinsWhatCameWithinTheHour() throws Exception {
    when(settings.current()).thenReturn(new Outgoing(Set.of(), true));
    waiting(letter(1, 2, "First", 0), letter(2, 2, "Second", 0));

    mailing.round(() -> false);

    MailServer.Mail mail = sent();
    assertThat(mail.html()).isFalse();
    assertThat(mail.subject()).isEqualTo("bearings.mail.many[2]");
    assertThat(mail.body())
        .startsWith("First\n\nValue: <1>\nUnit: A&B\n\nhttps://j/?a&b\n\n----\n\nSecond\n")
        .endsWith("-- \nbearings.mail.why[]\n");
  }

  @Test
  public void whoMayNoLongerSeeTheKpiIsSentNothingAboutIt() throws Exception {
    waiting(letter(1, 99, "Secret", 0), letter(2, 2, "Open", 0));
    mailing.round(() -> false);
    assertThat(sent().body()).contains("Open").doesNotContain("Secret");

    waiting(letter(3, 99, "Secret", 0));
    mailing.round(() -> false);
    verify(server, times(1)).send(any());
  }

  @Test
  public void triesAgainLaterAndNotForEver() throws Exception {
    waiting(letter(1, 2, "New", 0), letter(2, 2, "Old", 7));
    when(server.send(any())).thenThrow(new MailServer.NotSent("refused", null));

    mailing.round(() -> false);

    verify(outbox).putBack(List.of(1L), NOW.plus(Duration.ofMinutes(2)));
  }

  @Test
  public void aMailThatBreaksTheServerIsPutBackToo() throws Exception {
    waiting(letter(1, 2, "New", 2));
    when(server.send(any())).thenThrow(new IllegalStateException("broken"));

    mailing.round(() -> false);

    verify(outbox).putBack(List.of(1L), NOW.plus(Duration.ofMinutes(8)));
  }

  @Test
  public void onePersonHoldsUpNoOther() throws Exception {
    waiting(letter(1, 2, "New", 0));
    when(outbox.waiting(NOW, QUIET, Mailing.ROUND)).thenReturn(List.of("zoe", "anna"));
    when(outbox.take("zoe", NOW, QUIET, Mailing.JOINED))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")));

    mailing.round(() -> false);

    assertThat(sent().toKey()).isEqualTo("anna");
  }

  @Test
  public void withoutMailWhatWaitsIsInTheInboxOnly() throws Exception {
    when(server.isOn()).thenReturn(false);
    when(outbox.drop()).thenReturn(3);

    mailing.round(() -> false);
    mailing.round(() -> false);

    verify(outbox, times(2)).drop();
    verify(outbox, never()).waiting(any(), any(), anyInt());
    verify(server, never()).send(any());
  }

  @Test
  public void beginsNoMailWhileTheAddOnStops() {
    waiting(letter(1, 2, "New", 0));

    mailing.round(() -> true);

    verify(outbox, never()).take(eq("anna"), any(), any(), anyInt());
    verify(standpoints, never()).of(new Person("anna"));
  }
}
