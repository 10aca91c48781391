package io.bearings.connect.reminders;

import io.bearings.connect.acts.Calling;
import io.bearings.connect.acts.Network;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.Seal;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Posts bulletins to the webhooks of chat services. The address is opened for the call only, and no
 * part of it that is secret is in what is said of the call.
 */
@Named
public final class ChatCalls {
  /** What says that there is no such webhook, or that it may no longer be used. */
  private static final Set<Integer> VOID = Set.of(401, 403, 404, 410);

  /** What says that it may be taken another time, besides all that begins with 5. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_FAILURE = 500;
  private static final String HIDDEN = "\u2026";

  private final Network network;
  private final Seal seal;
  private final OutgoingSettings settings;

  @Inject
  public ChatCalls(Network network, Seal seal, OutgoingSettings settings) {
    this.network = network;
    this.seal = seal;
    this.settings = settings;
  }

  /**
   * What came of a call.
   *
   * @param note the status, or why there is none; without any secret
   * @param after how long the service wants to be left alone
   */
  public record Answer(Verdict verdict, String note, Optional<Duration> after) {}

  /** What an answer means. */
  public enum Verdict {
    /** The service took it. */
    TAKEN,
    /** The service says that there is no such webhook, or that it may no longer be used. */
    VOID,
    /** It may be taken another time. */
    LATER,
    /** This message is not taken, however often it is sent. */
    REFUSED
  }

  /**
   * Posts a bulletin, without waiting for longer than {@link Network} does.
   *
   * @param sealed the sealed address
   */
  Answer post(ChatKind kind, String sealed, Bulletin bulletin) {
    String address;
    try {
      address = seal.open(sealed);
    } catch (Refusal.Unavailable e) {
      return later("the address cannot be unsealed");
    }
    try {
      Network.Answer answer =
          network.post(
              new Network.Request(
                  URI.create(address),
                  Map.of(),
                  message(kind, bulletin),
                  settings.current().allowedHosts()));
      return answer
          .status()
          .map(status -> new Answer(verdict(status), "HTTP " + status, answer.after()))
          .orElseGet(() -> later(hidden(address, answer.note())));
    } catch (RuntimeException e) {
      return later(e.getClass().getSimpleName());
    }
  }

  private static Answer later(String note) {
    return new Answer(Verdict.LATER, note, Optional.empty());
  }

  private static String message(ChatKind kind, Bulletin bulletin) {
    return switch (kind) {
      case SLACK -> SlackMessage.of(bulletin);
      case TEAMS -> TeamsMessage.of(bulletin);
      case DISCORD -> DiscordMessage.of(bulletin);
    };
  }

  private static Verdict verdict(int status) {
    if (Calling.isTaken(status)) {
      return Verdict.TAKEN;
    }
    if (VOID.contains(status)) {
      return Verdict.VOID;
    }
    boolean later = LATER.contains(status) || status >= FIRST_FAILURE || status < FIRST_REDIRECT;
    return later ? Verdict.LATER : Verdict.REFUSED;
  }

  /** A note of the network without what is secret in an address. */
  private static String hidden(String address, String note) {
    URI uri = URI.create(address);
    return Stream.of(address, uri.getRawPath(), uri.getRawQuery())
        .filter(each -> each != null && each.length() > 1)
        .reduce(note, (text, secret) -> text.replace(secret, HIDDEN));
  }
}
