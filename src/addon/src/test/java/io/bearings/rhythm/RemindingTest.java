package io.bearings.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Units;
import io.bearings.okr.Window;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.rhythm.Attempts.Attempt;
import io.bearings.rhythm.Attempts.NewAttempt;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class RemindingTest {
  /** The hour of the slot of a Monday. */
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final ReminderRules ON = new ReminderRules(true, 0, 0, 20, 7, 0);

  private final List<Duty> waiting = new ArrayList<>();
  private final Duties duties = mock(Duties.class);
  private final KeptReminders reminders = new KeptReminders();
  private final Attempts attempts = mock(Attempts.class);
  private final Preferences preferences = mock(Preferences.class);
  private final ReminderSettings settings = mock(ReminderSettings.class);
  private final Channel mail = mock(Channel.class);
  private final Chats chats = mock(Chats.class);
  private Reminding reminding;

  @Before
  public void site() {
    when(settings.current()).thenReturn(ON);
    when(preferences.all()).thenReturn(Map.of());
    when(mail.kind()).thenReturn(ChannelKind.MAIL);
    when(mail.isOn()).thenReturn(true);
    doAnswer(call -> handed(call.getArgument(0))).when(duties).each(any());
    doAnswer(call -> handed(call.getArgument(1))).when(duties).eachOf(anyCollection(), any());
    reminding = reminding(reminders);
    duty(1, "anna");
  }

  private Reminding reminding(Reminders kept) {
    SiteSettings site = mock(SiteSettings.class);
    when(site.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    return new Reminding(
        new Waiting(duties, mock(Units.class), site, Optional::of, CLOCK),
        kept,
        attempts,
        preferences,
        settings,
        mail,
        chats,
        CLOCK);
  }

  private Object handed(Consumer<Duty> taker) {
    waiting.forEach(taker);
    return null;
  }

  private void duty(long id, String owner) {
    Window window = new Window(FIRST, LocalDate.of(2026, 12, 31));
    Instant last = NOW.minus(Duration.ofDays(7));
    waiting.add(new Duty(id, "KR", owner, 1, FIRST, window, Optional.empty(), Optional.of(last)));
  }

  private static Attempt attempt(int tries) {
    return new Attempt(5, "anna", MONDAY, ChannelKind.MAIL, Attempts.State.WAITING, tries, "", NOW);
  }

  private void again(Attempt attempt) {
    when(attempts.take(any(), any(), anyInt())).thenReturn(List.of(attempt));
  }

  @Test
  public void nothingHappensWhileRemindersAreOff() throws Exception {
    when(settings.current()).thenReturn(ReminderRules.DEFAULT);
    assertThat(reminding.round(() -> false)).isEqualTo(new Reminding.Round(0, 0));
    assertThat(reminding.retry(() -> false)).isZero();
    verify(duties, never()).each(any());
    verify(attempts, never()).take(any(), any(), anyInt());
    verify(mail, never()).send(any());
  }

  @Test
  public void channelsOfPeopleGetWhatWasClaimedAndNobodyElseIsPostedTo() throws Exception {
    duty(2, "ben");
    when(chats.people()).thenReturn(Set.of("ben", "cleo"));
    reminding.round(() -> false);
    ArgumentCaptor<List<Digest>> posted = ArgumentCaptor.captor();
    verify(chats).post(posted.capture());
    assertThat(posted.getValue()).extracting(Digest::personKey).containsExactly("ben");
    verify(mail, times(2)).send(any());

    reminding.round(() -> false);
    verify(chats, times(1)).post(any());
  }

  @Test
  public void whoWantsNothingButTheirChannelIsPostedTo() throws Exception {
    Preference nothing =
        new Preference(Set.of(ChannelKind.INBOX, ChannelKind.MAIL), Optional.empty());
    when(preferences.all()).thenReturn(Map.of("anna", nothing));
    assertThat(reminding.round(() -> false).reminded()).isZero();
    when(chats.people()).thenReturn(Set.of("anna"));
    assertThat(reminding.round(() -> false).reminded()).isEqualTo(1);
    verify(chats).post(any());
    verify(mail, never()).send(any());
  }

  @Test
  public void remindsOnceAndSaysThatItDid() throws Exception {
    assertThat(reminding.round(() -> false).reminded()).isEqualTo(1);
    assertThat(reminding.round(() -> false).reminded()).isZero();
    verify(mail).send(any());
    assertThat(reminders.of("anna", 1))
        .extracting(Reminders.Past::state)
        .containsExactly(Reminders.State.TOLD);
    verify(attempts, never()).add(any());
  }

  @Test
  public void claimsNoMoreThanABatchAndNoneAfterTheStop() {
    for (int i = 0; i < 120; i++) {
      duty(10 + i, "p" + i);
    }
    List<Integer> asked = new ArrayList<>();
    assertThat(
            reminding
                .round(
                    () -> {
                      asked.add(1);
                      return asked.size() > 2;
                    })
                .reminded())
        .isEqualTo(2 * Reminders.BATCH);
    assertThat(reminders.all()).hasSize(2 * Reminders.BATCH);
  }

  @Test
  public void aChannelThatIsOffOrUnwantedIsLeftOut() throws Exception {
    when(preferences.all())
        .thenReturn(Map.of("anna", new Preference(Set.of(ChannelKind.MAIL), Optional.empty())));
    assertThat(reminding.round(() -> false).reminded()).isEqualTo(1);
    when(preferences.all()).thenReturn(Map.of());
    when(mail.isOn()).thenReturn(false);
    duty(2, "ben");
    assertThat(reminding.round(() -> false).reminded()).isEqualTo(1);
    verify(mail, never()).send(any());
  }

  @Test
  public void whatAChannelDoesNotTakeIsKeptAndHoldsUpNobody() throws Exception {
    duty(2, "ben");
    doThrow(new Channel.NotSent("429", null, Optional.of(Duration.ofMinutes(30))))
        .doThrow(new IllegalStateException("secret of the server"))
        .when(mail)
        .send(any());
    assertThat(reminding.round(() -> false).reminded()).isEqualTo(2);
    ArgumentCaptor<NewAttempt> kept = ArgumentCaptor.forClass(NewAttempt.class);
    verify(attempts, times(2)).add(kept.capture());
    assertThat(kept.getAllValues().get(0))
        .isEqualTo(
            new NewAttempt(
                "anna",
                MONDAY,
                ChannelKind.MAIL,
                "429",
                NOW,
                Optional.of(NOW.plus(Duration.ofMinutes(30)))));
    assertThat(kept.getAllValues().get(1).note()).isEqualTo("IllegalStateException");
    assertThat(kept.getAllValues().get(1).next().orElseThrow())
        .isBetween(NOW.plusSeconds(60), NOW.plusSeconds(120));
  }

  @Test
  public void triesAgainWithWhatWaitsByNow() throws Exception {
    again(attempt(1));
    assertThat(reminding.retry(() -> false)).isEqualTo(1);
    verify(mail).send(any());
    verify(attempts).settled(5, NOW);
  }

  @Test
  public void nothingIsSentAgainWhereNothingWaitsOrItIsNoLongerWanted() throws Exception {
    again(attempt(1));
    waiting.clear();
    assertThat(reminding.retry(() -> false)).isZero();
    duty(1, "anna");
    when(preferences.all())
        .thenReturn(Map.of("anna", new Preference(Set.of(ChannelKind.MAIL), Optional.empty())));
    assertThat(reminding.retry(() -> false)).isZero();
    verify(mail, never()).send(any());
    verify(attempts, times(2)).settled(5, NOW);
  }

  @Test
  public void givesUpAfterEnoughTries() throws Exception {
    doThrow(new Channel.NotSent("451", null, Optional.empty())).when(mail).send(any());
    again(attempt(2));
    assertThat(reminding.retry(() -> false)).isZero();
    ArgumentCaptor<Optional<Instant>> next = ArgumentCaptor.captor();
    verify(attempts).failed(anyLong(), any(), any(), next.capture());
    assertThat(next.getValue()).isPresent();
    again(attempt(Backoff.TRIES - 1));
    reminding.retry(() -> false);
    verify(attempts).failed(5, "451", NOW, Optional.empty());
  }

  @Test
  public void whatWasToldStaysToldWhereTheNextBatchCannotBeClaimed() {
    for (int i = 0; i < 60; i++) {
      duty(10 + i, "p" + i);
    }
    Reminders failing = mock(Reminders.class);
    when(failing.claim(any()))
        .thenReturn(Set.of("anna"))
        .thenThrow(new IllegalStateException("no database"));
    Reminding node = reminding(failing);
    assertThatThrownBy(() -> node.round(() -> false)).hasMessage("no database");
    ArgumentCaptor<Reminders.Batch> batch = ArgumentCaptor.forClass(Reminders.Batch.class);
    verify(failing, times(2)).claim(batch.capture());
    verify(failing).end(batch.getValue().run());
  }

  @Test
  public void forgetsAfterMoreThanAYear() {
    reminding.forget();
    verify(attempts).forget(NOW.minus(Reminding.KEPT));
  }
}
