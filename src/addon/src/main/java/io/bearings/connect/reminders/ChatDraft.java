package io.bearings.connect.reminders;

import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A channel as somebody wrote it; nothing in it is checked yet.
 *
 * @param address of the webhook; absent: stays as it is
 */
public record ChatDraft(String name, Optional<String> address, boolean on) {
  /** The longest name. */
  static final int NAME_LENGTH = 100;

  /** The longest address; those of workflows are long. */
  static final int ADDRESS_LENGTH = 1_500;

  /**
   * What is wrong with it, by field. No address is ever part of it.
   *
   * @param allowedHosts hosts that an administrator allowed, which may be called without encryption
   */
  Map<String, Message> problems(Set<String> allowedHosts) {
    Map<String, Message> problems = new LinkedHashMap<>();
    (name.isBlank()
            ? Optional.of(Message.of("bearings.error.required"))
            : Texts.lineProblem(name, NAME_LENGTH))
        .ifPresent(problem -> problems.put("name", problem));
    address
        .flatMap(text -> addressProblem(text.strip(), allowedHosts))
        .ifPresent(problem -> problems.put("address", problem));
    return problems;
  }

  private static Optional<Message> addressProblem(String text, Set<String> allowedHosts) {
    if (text.isEmpty()) {
      return Optional.of(Message.of("bearings.error.required"));
    }
    if (text.length() > ADDRESS_LENGTH) {
      return Optional.of(Message.of("bearings.error.tooLong", ADDRESS_LENGTH, text.length()));
    }
    return isAddress(text, allowedHosts)
        ? Optional.empty()
        : Optional.of(Message.of("bearings.error.channels.address"));
  }

  private static boolean isAddress(String text, Set<String> allowedHosts) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme())
                  && allowedHosts.contains(uri.getHost().toLowerCase(Locale.ROOT)));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
