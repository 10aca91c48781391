package io.bearings.jira;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.Seal;
import io.bearings.connect.reminders.Bulletins;
import io.bearings.connect.reminders.ChatCalls;
import io.bearings.connect.reminders.ChatCalls.Verdict;
import io.bearings.connect.reminders.ChatChannel;
import io.bearings.connect.reminders.ChatChannels;
import io.bearings.connect.reminders.ChatKind;
import io.bearings.connect.reminders.ChatOwner;
import io.bearings.connect.reminders.OwnChats;
import io.bearings.connect.reminders.Posts;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Standpoints;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Channels over a real network and with a real seal: what a service does wrong does no harm. */
public class ChatsOverHttpTest {
  private static final Person ANNA = new Person("anna");
  private static final String TOKEN = "tOpSeCrEt";
  private static final String PATH = "/services/T0/B0/" + TOKEN + "?sig=" + TOKEN;

  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final ChatChannels channels = mock(ChatChannels.class);
  private final OutgoingSettings settings = mock(OutgoingSettings.class);
  private final ApplicationProperties properties = mock(ApplicationProperties.class);
  private OwnChats chats;

  @Before
  public void start() {
    server.start();
    when(properties.getSharedHomeDirectory()).thenReturn(Optional.of(home.getRoot().toPath()));
    when(settings.current()).thenReturn(new Outgoing(Set.of("hooks.example"), false));
    Seal seal = new HomeSeal(properties);
    String sealed = seal.seal("http://hooks.example:" + server.port() + PATH);
    assertThat(sealed).doesNotContain(TOKEN);
    when(channels.sealedAddress(5)).thenReturn(Optional.of(sealed));
    kind(ChatKind.SLACK);
    SocketNetwork network =
        new SocketNetwork(
            name -> new InetAddress[] {InetAddress.getByName("127.0.0.1")},
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            Clock.systemUTC());
    People people = Optional::of;
    Bulletins bulletins =
        new Bulletins((person, message) -> message.key(), (unit, keyResult) -> "", people);
    chats =
        new OwnChats(
            channels,
            mock(Posts.class),
            new ChatCalls(network, seal, settings),
            bulletins,
            seal,
            settings,
            mock(Standpoints.class),
            people);
  }

  @After
  public void stop() {
    server.stop();
  }

  private void kind(ChatKind kind) {
    ChatOwner owner = new ChatOwner.OfPerson(ANNA.key());
    when(channels.channel(5))
        .thenReturn(
            Optional.of(
                new ChatChannel(5, owner, kind, "Mine", true, Optional.empty(), "anna", 1)));
  }

  private ChatCalls.Answer answer(ResponseDefinitionBuilder response) {
    server.stubFor(post(urlEqualTo(PATH)).willReturn(response));
    ChatCalls.Answer answer = chats.test(ANNA, 5);
    assertThat(answer.toString()).doesNotContain(TOKEN);
    return answer;
  }

  @Test
  public void eachServiceIsSentItsOwnKindOfMessage() {
    assertThat(answer(aResponse().withStatus(200)).verdict()).isEqualTo(Verdict.TAKEN);
    verify(channels).took(5);
    kind(ChatKind.TEAMS);
    assertThat(answer(aResponse().withStatus(202)).verdict()).isEqualTo(Verdict.TAKEN);
    kind(ChatKind.DISCORD);
    assertThat(answer(aResponse().withStatus(204)).verdict()).isEqualTo(Verdict.TAKEN);
    for (String path : new String[] {"$.blocks", "$.attachments", "$.embeds"}) {
      server.verify(
          1,
          postRequestedFor(urlEqualTo(PATH))
              .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
              .withRequestBody(matchingJsonPath(path)));
    }
  }

  @Test
  public void whoIsAskedTooOftenSaysHowLongToWait() {
    ChatCalls.Answer answer = answer(aResponse().withStatus(429).withHeader("Retry-After", "90"));
    assertThat(answer)
        .isEqualTo(
            new ChatCalls.Answer(Verdict.LATER, "HTTP 429", Optional.of(Duration.ofSeconds(90))));
    assertThat(answer(aResponse().withStatus(429).withHeader("Retry-After", "1.5")).after())
        .contains(Duration.ofMillis(1_500));
    assertThat(answer(aResponse().withStatus(503).withHeader("retry-after", "soon")).after())
        .isEmpty();
    assertThat(
            answer(
                    aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT"))
                .after()
                .orElseThrow())
        .isGreaterThan(Duration.ofDays(365));
    verify(channels, never()).took(anyLong());
  }

  @Test
  public void statusesMeanWhatTheySay() {
    for (int gone : new int[] {401, 403, 404, 410}) {
      assertThat(answer(aResponse().withStatus(gone)).verdict()).isEqualTo(Verdict.VOID);
    }
    for (int later : new int[] {408, 500, 502, 504}) {
      assertThat(answer(aResponse().withStatus(later)).verdict()).isEqualTo(Verdict.LATER);
    }
    for (int never : new int[] {400, 413}) {
      assertThat(answer(aResponse().withStatus(never)).verdict()).isEqualTo(Verdict.REFUSED);
    }
  }

  @Test
  public void aRedirectIsNotFollowed() {
    ChatCalls.Answer answer =
        answer(aResponse().withStatus(307).withHeader("Location", "http://127.0.0.1/private"));
    assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(server.getAllServeEvents()).hasSize(1);
  }

  @Test
  public void garbageAndBrokenLinesAreTriedAgain() {
    for (Fault fault :
        new Fault[] {
          Fault.EMPTY_RESPONSE, Fault.CONNECTION_RESET_BY_PEER, Fault.RANDOM_DATA_THEN_CLOSE
        }) {
      assertThat(answer(aResponse().withFault(fault)).verdict())
          .as(fault.name())
          .isEqualTo(Verdict.LATER);
    }
  }

  @Test
  public void aSlowBodyIsNotWaitedFor() {
    Instant begun = Clock.systemUTC().instant();
    ChatCalls.Answer answer =
        answer(
            aResponse()
                .withStatus(200)
                .withBody("x".repeat(10_000))
                .withChunkedDribbleDelay(20, 30_000));
    assertThat(answer.verdict()).isEqualTo(Verdict.TAKEN);
    assertThat(Duration.between(begun, Clock.systemUTC().instant()))
        .isLessThan(Duration.ofSeconds(12));
  }

  @Test
  public void whoDoesNotAnswerIsNotWaitedForLong() {
    Instant begun = Clock.systemUTC().instant();
    ChatCalls.Answer answer = answer(aResponse().withStatus(200).withFixedDelay(13_000));
    assertThat(answer.verdict()).isEqualTo(Verdict.LATER);
    assertThat(answer.note()).contains("10 seconds");
    assertThat(Duration.between(begun, Clock.systemUTC().instant()))
        .isLessThan(Duration.ofSeconds(13));
  }

  @Test
  public void aPrivateHostIsNotCalledUnlessAnAdministratorAllowedIt() {
    when(settings.current()).thenReturn(Outgoing.DEFAULT);
    ChatCalls.Answer answer = answer(aResponse().withStatus(200));
    assertThat(answer.verdict()).isEqualTo(Verdict.LATER);
    assertThat(answer.note()).contains("private network");
    assertThat(server.getAllServeEvents()).isEmpty();
    verify(channels, never()).took(anyLong());
    verify(channels, never()).die(anyLong(), any());
  }
}
