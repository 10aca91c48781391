package io.bearings.connect.acts;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls other systems, signed. The header {@value #SIGNATURE} is {@code t=SECONDS,v1=HEX}: the HMAC
 * with SHA-256, by the KPI's secret, of the seconds, a full stop and the body. {@value #NUMBER} is
 * the same each time that a call is tried again. Whatever answers with a status from 200 to 299
 * took it; redirects are not followed.
 */
@Named
public final class Calling {
  /** The header with the time and the signature. */
  public static final String SIGNATURE = "X-Bearings-Signature";

  /** The header with the number of the call. */
  public static final String NUMBER = "X-Bearings-Delivery";

  /** The header with what happened. */
  public static final String EVENT = "X-Bearings-Event";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int FIRST_ACCEPTED = 200;
  private static final int FIRST_OTHER = 300;

  private final Network network;
  private final HookSecrets secrets;
  private final Deliveries deliveries;
  private final OutgoingSettings settings;
  private final Clock clock;

  @Inject
  public Calling(
      Network network,
      HookSecrets secrets,
      Deliveries deliveries,
      OutgoingSettings settings,
      Clock clock) {
    this.network = network;
    this.secrets = secrets;
    this.deliveries = deliveries;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What came of a call.
   *
   * @param accepted whether it was taken
   * @param note the status or why there is none
   */
  record Answer(boolean accepted, String note) {}

  /** Calls, and keeps in the log what came of it. */
  Answer call(Act act, Deed.Call call) {
    Instant begun = clock.instant();
    Network.Answer answer = answer(act, call, begun);
    long millis = Math.max(0, Duration.between(begun, clock.instant()).toMillis());
    deliveries.add(
        new Deliveries.Delivery(
            act.id(), act.kpiId(), act.happening(), call.url(), begun, millis, answer));
    return new Answer(
        isTaken(answer), answer.status().map(String::valueOf).orElseGet(answer::note));
  }

  /** Whether a call was taken that was answered so. */
  public static boolean isTaken(Network.Answer answer) {
    return answer.status().filter(Calling::isTaken).isPresent();
  }

  /** Whether a status of HTTP says that a call was taken. */
  public static boolean isTaken(int status) {
    return status >= FIRST_ACCEPTED && status < FIRST_OTHER;
  }

  private Network.Answer answer(Act act, Deed.Call call, Instant at) {
    try {
      String secret = secrets.ofKpi(act.kpiId());
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put(NUMBER, String.valueOf(act.id()));
      headers.put(EVENT, act.happening().name());
      headers.put(SIGNATURE, signature(secret, at.getEpochSecond(), call.json()));
      return network.post(
          new Network.Request(
              URI.create(call.url()), headers, call.json(), settings.current().allowedHosts()));
    } catch (RuntimeException e) {
      return new Network.Answer(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** The value of {@link #SIGNATURE}. */
  static String signature(String secret, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
