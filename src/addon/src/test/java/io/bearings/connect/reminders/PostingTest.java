package io.bearings.connect.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.connect.acts.MailServer;
import io.bearings.connect.acts.Network;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.Seal;
import io.bearings.okr.ErrorLog;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Refusal;
import io.bearings.okr.Units;
import io.bearings.okr.Window;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.rhythm.Backoff;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.Duties;
import io.bearings.rhythm.Duty;
import io.bearings.rhythm.Preference;
import io.bearings.rhythm.Preferences;
import io.bearings.rhythm.ReminderRules;
import io.bearings.rhythm.ReminderSettings;
import io.bearings.rhythm.Waiting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

/** What becomes of posts, by what services answer. */
public class PostingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final String SECRET = "https://hooks.example/T0/B0/tOpSeCrEt";

  private final Posts posts = mock(Posts.class);
  private final ChatChannels channels = mock(ChatChannels.class);
  private final Network network = mock(Network.class);
  private final Seal seal = mock(Seal.class);
  private final OutgoingSettings outgoing = mock(OutgoingSettings.class);
  private final MailServer server = mock(MailServer.class);
  private final Preferences preferences = mock(Preferences.class);
  private final ErrorLog errors = mock(ErrorLog.class);
  private final Duties duties = mock(Duties.class);
  private final ReminderSettings settings = mock(ReminderSettings.class);
  private final People people = mock(People.class);
  private Posting posting;

  @Before
  public void site() {
    when(settings.current()).thenReturn(new ReminderRules(true, 0, 0, 20, 7, 0));
    when(outgoing.current()).thenReturn(new Outgoing(Set.of("hooks.example"), true));
    when(seal.open("sealed")).thenReturn(SECRET);
    when(preferences.of(any())).thenReturn(Preference.DEFAULT);
    when(people.isActive(any())).thenReturn(true);
    when(people.zoneOf(any())).thenReturn(Optional.empty());
    when(server.isOn()).thenReturn(true);
    when(posts.begin(anyLong())).thenReturn(true);
    when(channels.die(anyLong(), any())).thenReturn(true).thenReturn(false);
    doAnswer(call -> handed(call.getArgument(1))).when(duties).eachOf(anyCollection(), any());
    doAnswer(call -> handed(call.getArgument(1))).when(duties).eachOpenIn(anyCollection(), any());
    SiteSettings site = mock(SiteSettings.class);
    when(site.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    Units units = mock(Units.class);
    Bulletins bulletins =
        new Bulletins(
            (person, message) -> person + ":" + message.key() + message.args(),
            (unit, keyResult) -> "https://jira/?kr=" + keyResult,
            people);
    MailChannel mail = new MailChannel(server, outgoing, bulletins);
    posting =
        new Posting(
            posts,
            channels,
            new ChatCalls(network, seal, outgoing),
            bulletins,
            new DeadChannels(channels, mail, bulletins, preferences, units, errors, CLOCK),
            new Waiting(duties, units, site, people, CLOCK),
            settings,
            people,
            CLOCK,
            Duration.ofSeconds(3));
  }

  private Object handed(Consumer<Duty> taker) {
    taker.accept(
        new Duty(
            34,
            "Calm",
            "anna",
            7,
            FIRST,
            new Window(FIRST, LocalDate.of(2026, 12, 31)),
            Optional.empty(),
            Optional.of(NOW.minus(Duration.ofDays(7)))));
    return null;
  }

  private static ChatChannel channel(ChatOwner owner, Optional<Instant> deadSince) {
    return new ChatChannel(5, owner, ChatKind.SLACK, "My own", true, deadSince, "otto", 1);
  }

  private static ChatChannel ofAnna() {
    return channel(new ChatOwner.OfPerson("anna"), Optional.empty());
  }

  private int round(ChatChannel channel, int tries) {
    when(posts.take(any(), any(), anyInt()))
        .thenReturn(List.of(new Posts.Waiting(9, channel, "sealed", MONDAY, tries)))
        .thenReturn(List.of());
    return posting.round(() -> false);
  }

  private void answers(int status) {
    when(network.post(any())).thenReturn(new Network.Answer(Optional.of(status), ""));
  }

  private void mailIsOff(String personKey) {
    when(preferences.of(personKey))
        .thenReturn(new Preference(Set.of(ChannelKind.MAIL), Optional.empty()));
  }

  @Test
  public void whatIsTakenIsOver() throws Exception {
    answers(200);
    assertThat(round(ofAnna(), 0)).isEqualTo(1);
    ArgumentCaptor<Network.Request> request = ArgumentCaptor.forClass(Network.Request.class);
    verify(network).post(request.capture());
    assertThat(request.getValue().to().toString()).isEqualTo(SECRET);
    assertThat(request.getValue().allowedHosts()).containsExactly("hooks.example");
    assertThat(request.getValue().json()).contains("KR-34 Calm").contains("anna:");
    verify(posts).end(9, Posts.State.TAKEN, "HTTP 200", NOW);
    verify(channels).took(5);
    verify(server, never()).send(any());
  }

  @Test
  public void whoAsksToBeLeftAloneIsLeftAlone() {
    when(network.post(any()))
        .thenReturn(new Network.Answer(Optional.of(429), "", Optional.of(Duration.ofMinutes(45))));
    round(ofAnna(), 0);
    verify(posts).failed(9, "HTTP 429", NOW, NOW.plus(Duration.ofMinutes(45)));
    verify(posts, never()).end(anyLong(), any(), any(), any());
  }

  @Test
  public void whatFailsIsTriedAgainLaterAndLater() {
    for (int status : new int[] {500, 503, 408}) {
      answers(status);
      round(ofAnna(), 3);
      ArgumentCaptor<Instant> next = ArgumentCaptor.forClass(Instant.class);
      verify(posts).failed(eq(9L), eq("HTTP " + status), eq(NOW), next.capture());
      assertThat(Duration.between(NOW, next.getValue()))
          .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(16));
    }
  }

  @Test
  public void noPartOfTheAddressIsInWhatIsKept() {
    when(network.post(any()))
        .thenReturn(
            new Network.Answer(Optional.empty(), "cannot call " + SECRET + " or /T0/B0/tOpSeCrEt"));
    round(ofAnna(), 0);
    ArgumentCaptor<String> note = ArgumentCaptor.forClass(String.class);
    verify(posts).failed(eq(9L), note.capture(), any(), any());
    assertThat(note.getValue()).startsWith("cannot call").doesNotContain("tOpSeCrEt");

    when(network.post(any())).thenThrow(new IllegalArgumentException(SECRET));
    round(ofAnna(), 1);
    verify(posts).failed(eq(9L), eq("IllegalArgumentException"), any(), any());

    when(seal.open("sealed")).thenThrow(new Refusal.Unavailable(Message.of("x")));
    round(ofAnna(), 2);
    verify(posts).failed(eq(9L), contains("unsealed"), any(), any());
  }

  @Test
  public void whatIsGivenUpGoesByMailToWhomWantsNoMailElse() throws Exception {
    answers(400);
    round(ofAnna(), 0);
    verify(posts).end(9, Posts.State.GIVEN_UP, "HTTP 400", NOW);
    verify(server, never()).send(any());

    mailIsOff("anna");
    round(ofAnna(), 0);
    verify(posts).end(9, Posts.State.MAILED, "HTTP 400", NOW);
    verify(server).send(any());

    answers(500);
    round(ofAnna(), Backoff.TRIES - 1);
    verify(posts).end(9, Posts.State.MAILED, "HTTP 500", NOW);
    verify(channels, never()).die(anyLong(), any());
  }

  @Test
  public void aChannelThatIsNotThereIsDeadWhichIsToldOnce() throws Exception {
    mailIsOff("anna");
    answers(404);
    round(ofAnna(), 0);
    verify(channels).die(5, NOW);
    verify(errors).add(contains("number 5"), any());
    ArgumentCaptor<MailServer.Mail> mail = ArgumentCaptor.forClass(MailServer.Mail.class);
    verify(server, times(3)).send(mail.capture());
    assertThat(mail.getAllValues())
        .extracting(MailServer.Mail::toKey)
        .containsExactly("anna", "otto", "anna");
    assertThat(mail.getAllValues().get(0).subject()).contains("bearings.chat.dead");
    assertThat(mail.getAllValues().toString()).doesNotContain("tOpSeCrEt");
    verify(posts).end(9, Posts.State.MAILED, "HTTP 404", NOW);

    round(ofAnna(), 0);
    verify(errors, times(1)).add(any(), any());
    verify(server, times(4)).send(any());
  }

  @Test
  public void aChannelThatTookNothingForThreeDigestsIsDead() {
    answers(500);
    when(channels.gaveUp(5)).thenReturn(1, 2, 3);
    round(ofAnna(), Backoff.TRIES - 1);
    round(ofAnna(), Backoff.TRIES - 1);
    verify(channels, never()).die(anyLong(), any());
    round(ofAnna(), Backoff.TRIES - 1);
    verify(channels).die(5, NOW);
  }

  @Test
  public void aDeadChannelIsNotCalled() throws Exception {
    mailIsOff("anna");
    ChatChannel dead = channel(new ChatOwner.OfPerson("anna"), Optional.of(NOW));
    round(dead, 0);
    verify(network, never()).post(any());
    verify(posts).end(eq(9L), eq(Posts.State.MAILED), any(), eq(NOW));

    doThrow(new MailServer.NotSent("451", null)).when(server).send(any());
    round(dead, 0);
    verify(posts).failed(eq(9L), any(), eq(NOW), any());
    round(dead, 2 * Backoff.TRIES - 1);
    verify(posts).end(eq(9L), eq(Posts.State.GIVEN_UP), any(), eq(NOW));
  }

  @Test
  public void nobodyIsToldOfNothingNorAfterTheyLeft() {
    when(people.isActive("anna")).thenReturn(false);
    round(ofAnna(), 0);
    doAnswer(call -> null).when(duties).eachOf(anyCollection(), any());
    when(people.isActive("anna")).thenReturn(true);
    round(ofAnna(), 0);
    verify(posts, times(2)).end(9, Posts.State.NEEDLESS, "", NOW);
    verify(network, never()).post(any());
  }

  @Test
  public void whatAnotherNodeSendsIsLeftToIt() {
    when(posts.begin(9)).thenReturn(false);
    round(ofAnna(), 0);
    verify(network, never()).post(any());
  }

  @Test
  public void aUnitsChannelIsPostedToWithTheNamesOfOwners() {
    ChatChannel ofUnit = channel(new ChatOwner.OfUnit(7), Optional.empty());
    when(channels.ofUnits()).thenReturn(List.of(ofUnit));
    when(people.nameOrKey("anna")).thenReturn("Anna A.");
    answers(204);
    round(ofUnit, 0);
    verify(posts).add(Map.of(5L, MONDAY), NOW);
    ArgumentCaptor<Network.Request> request = ArgumentCaptor.forClass(Network.Request.class);
    verify(network).post(request.capture());
    assertThat(request.getValue().json())
        .contains("otto:bearings.reminder.owned")
        .contains("Anna A.")
        .contains("subject.unit.one");

    when(posts.lastOfUnits(MONDAY.minusDays(8))).thenReturn(Map.of(7L, MONDAY));
    round(ofUnit, 0);
    verify(posts, times(1)).add(any(), any());
  }

  private int roundOf(int many) {
    when(posts.take(any(), any(), anyInt()))
        .thenReturn(
            LongStream.range(0, many)
                .mapToObj(id -> new Posts.Waiting(id, ofAnna(), "sealed", MONDAY, 0))
                .toList())
        .thenReturn(List.of());
    return posting.round(() -> false);
  }

  @Test
  public void severalArePostedAtOnce() {
    CountDownLatch begun = new CountDownLatch(Posting.THREADS);
    when(network.post(any()))
        .thenAnswer(
            call -> {
              begun.countDown();
              boolean all = begun.await(2, TimeUnit.SECONDS);
              return new Network.Answer(Optional.of(all ? 200 : 500), "");
            });
    assertThat(roundOf(Posting.THREADS)).isEqualTo(Posting.THREADS);
    verify(posts, times(Posting.THREADS)).end(anyLong(), eq(Posts.State.TAKEN), any(), any());
  }

  @Test
  public void aServiceThatNeverAnswersHoldsUpNobodyForLong() {
    CountDownLatch never = new CountDownLatch(1);
    when(network.post(any()))
        .thenAnswer(
            call -> {
              never.await();
              return new Network.Answer(Optional.of(200), "");
            });
    Instant begun = Clock.systemUTC().instant();
    assertThat(roundOf(Posts.BATCH)).as("no further batch is begun").isEqualTo(Posts.BATCH);
    assertThat(Duration.between(begun, Clock.systemUTC().instant()))
        .isLessThan(Duration.ofSeconds(8));
    verify(posts, times(Posting.THREADS)).begin(anyLong());
    verify(posts, times(1)).take(any(), any(), anyInt());
    never.countDown();
  }

  @Test
  public void nothingIsPostedWhileRemindersAreOff() {
    when(settings.current()).thenReturn(ReminderRules.DEFAULT);
    assertThat(round(ofAnna(), 0)).isZero();
    verify(posts, never()).take(any(), any(), anyInt());
    posting.forget();
    verify(posts).forget(LocalDate.ofInstant(NOW.minus(Posting.KEPT), ZoneOffset.UTC));
  }
}
