package io.bearings.connect.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class CallingTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final Deed.Call CALL = new Deed.Call("https://u:p@example.com:8443/hook", "{}");
  private static final Act ACT =
      new Act(
          3,
          7,
          5,
          0,
          Happening.CLOSED,
          "anna",
          CALL,
          ActState.UNDER_WAY,
          "",
          0,
          Optional.empty(),
          NOW);

  private final Network network = mock(Network.class);
  private final SealedSecrets sealed = mock(SealedSecrets.class);
  private final Seal seal = mock(Seal.class);
  private final Deliveries deliveries = mock(Deliveries.class);
  private final OutgoingSettings settings = mock(OutgoingSettings.class);
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final HookSecrets secrets = new HookSecrets(sealed, seal, clock);
  private final Calling calling = new Calling(network, secrets, deliveries, settings, clock);

  @Before
  public void secret() {
    when(sealed.ofKpi(7)).thenReturn(Optional.of("sealed"));
    when(seal.open("sealed")).thenReturn("key");
    when(settings.current()).thenReturn(new Outgoing(Set.of("intern"), false));
  }

  private Deliveries.Delivery logged() {
    ArgumentCaptor<Deliveries.Delivery> captor = ArgumentCaptor.forClass(Deliveries.Delivery.class);
    verify(deliveries).add(captor.capture());
    return captor.getValue();
  }

  @Test
  public void signsTimeAndBody() {
    // echo -n '1700000000.{}' | openssl dgst -sha256 -hmac key
    assertThat(Calling.signature("key", 1_700_000_000, "{}"))
        .isEqualTo(
            "t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
  }

  @Test
  public void postsWithNumberEventAndSignatureAndKeepsItInTheLog() {
    when(network.post(any())).thenReturn(new Network.Answer(Optional.of(204), ""));

    assertThat(calling.call(ACT, CALL)).isEqualTo(new Calling.Answer(true, "204"));

    ArgumentCaptor<Network.Request> request = ArgumentCaptor.forClass(Network.Request.class);
    verify(network).post(request.capture());
    assertThat(request.getValue().allowedHosts()).containsExactly("intern");
    assertThat(request.getValue().headers())
        .containsEntry("X-Bearings-Delivery", "3")
        .containsEntry("X-Bearings-Event", "CLOSED")
        .containsEntry(
            "X-Bearings-Signature", Calling.signature("key", NOW.getEpochSecond(), "{}"));
    assertThat(logged().answer().status()).contains(204);
    assertThat(logged().actId()).isEqualTo(3);
  }

  @Test
  public void aRedirectOrAnErrorIsNotAccepted() {
    for (int status : new int[] {199, 300, 302, 404, 500}) {
      when(network.post(any())).thenReturn(new Network.Answer(Optional.of(status), ""));
      assertThat(calling.call(ACT, CALL))
          .isEqualTo(new Calling.Answer(false, String.valueOf(status)));
    }
    when(network.post(any())).thenReturn(new Network.Answer(Optional.empty(), "no such host"));
    assertThat(calling.call(ACT, CALL)).isEqualTo(new Calling.Answer(false, "no such host"));
  }

  @Test
  public void withoutASecretNothingGoesOut() {
    when(seal.open("sealed")).thenThrow(new Refusal.Unavailable(Message.of("bearings.error.seal")));

    assertThat(calling.call(ACT, CALL).accepted()).isFalse();

    assertThat(logged().answer().status()).isEmpty();
    assertThat(logged().answer().note()).contains("bearings.error.seal");
  }

  @Test
  public void theFirstCallMakesASecret() {
    when(sealed.ofKpi(7)).thenReturn(Optional.empty(), Optional.of("sealed"));
    when(seal.seal(any())).thenReturn("sealed");

    assertThat(secrets.ofKpi(7)).isEqualTo("key");

    verify(sealed).addIfAbsent(7, "sealed", NOW);
  }

  @Test
  public void aNewSecretIsToldAndKeptSealed() {
    when(seal.seal(any())).thenAnswer(call -> "sealed " + call.getArgument(0));

    String secret = secrets.renew(7);

    assertThat(secret).matches("bhs_[0-9a-f]{64}").isNotEqualTo(secrets.renew(7));
    verify(sealed).replace(7, "sealed " + secret, NOW);
    verify(sealed)
        .addIfAbsent(anyLong(), org.mockito.ArgumentMatchers.eq("sealed " + secret), any());
  }

  @Test
  public void aHostIsNamedWithoutNameAndPassword() {
    assertThat(CALL.host()).isEqualTo("example.com:8443");
    assertThat(new Deed.Call("mailto:a", "").host()).isEmpty();
  }
}
