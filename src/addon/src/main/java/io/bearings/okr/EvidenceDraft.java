package io.bearings.okr;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of evidence as somebody wrote it; nothing in it is checked yet.
 *
 * @param text perhaps empty where there is a link
 * @param on absent: today
 */
public record EvidenceDraft(String text, Optional<String> url, Optional<LocalDate> on) {
  /** The longest quote, in UTF-16 units. */
  public static final int LENGTH = 5_000;

  /** The longest link, in UTF-16 units. */
  public static final int URL_LENGTH = 2_000;

  /** Any other scheme could be a script. */
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * What is wrong with it, by field.
   *
   * @param cycle the days in which it may lie; absent in the backlog
   * @param today in the time zone of the site
   */
  Map<String, Message> problems(Optional<Window> cycle, LocalDate today) {
    Map<String, Message> problems = new LinkedHashMap<>();
    textProblem().ifPresent(problem -> problems.put("text", problem));
    url.map(String::strip)
        .flatMap(EvidenceDraft::urlProblem)
        .ifPresent(problem -> problems.put("url", problem));
    CheckInDraft.dayProblem(on.orElse(today), cycle, today)
        .ifPresent(problem -> problems.put("on", problem));
    return problems;
  }

  private Optional<Message> textProblem() {
    return url.isEmpty() ? Texts.requiredProblem(text, LENGTH) : Texts.problem(text, LENGTH);
  }

  private static Optional<Message> urlProblem(String url) {
    Optional<Message> problem = Texts.lineProblem(url, URL_LENGTH);
    if (problem.isPresent()) {
      return problem;
    }
    return isAddress(url) ? Optional.empty() : Optional.of(Message.of("bearings.error.noAddress"));
  }

  private static boolean isAddress(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() != null
          && SCHEMES.contains(
              Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The evidence of a draft that has no problem. */
  NewEvidence accepted(long keyResultId, LocalDate today) {
    return new NewEvidence(keyResultId, text.strip(), url.map(String::strip), on.orElse(today));
  }
}
