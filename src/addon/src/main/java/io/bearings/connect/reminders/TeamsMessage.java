package io.bearings.connect.reminders;

import io.bearings.connect.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workflow of Microsoft Teams is sent: an Adaptive Card 1.5. Everything is in text runs,
 * which have no markup; a card rings only those whom it names as entities, and this names none.
 */
final class TeamsMessage {
  /** How long a message may be, in bytes; Teams takes 28 KB, of which it needs some itself. */
  static final int MOST_BYTES = 24_000;

  private static final int TEXT_LENGTH = 300;

  private TeamsMessage() {}

  static String of(Bulletin bulletin) {
    int shown = bulletin.lines().size();
    String message = message(bulletin, shown);
    while (shown > 0 && message.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      shown--;
      message = message(bulletin, shown);
    }
    return message;
  }

  private static String message(Bulletin bulletin, int shown) {
    List<Object> body = new ArrayList<>();
    body.add(rich(run(bulletin.heading(), Map.of("weight", "Bolder", "size", "Medium"))));
    bulletin.lines().subList(0, shown).forEach(line -> body.add(rich(runs(line))));
    bulletin.rest(shown).ifPresent(text -> body.add(rich(run(text, Map.of()))));
    body.add(rich(run(bulletin.why(), Map.of("isSubtle", true, "size", "Small"))));
    Map<String, Object> card =
        Map.of(
            "$schema",
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "type",
            "AdaptiveCard",
            "version",
            "1.5",
            "body",
            body);
    return Json.of(
        Map.of(
            "type",
            "message",
            "attachments",
            List.of(
                Map.of(
                    "contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
  }

  private static Object[] runs(Bulletin.Line line) {
    return new Object[] {
      run(line.state() + ": ", Map.of("weight", "Bolder")),
      run(
          line.name(),
          Map.of("selectAction", Map.of("type", "Action.OpenUrl", "url", line.address())))
    };
  }

  private static Map<String, Object> rich(Object... runs) {
    return Map.of("type", "RichTextBlock", "inlines", List.of(runs));
  }

  private static Map<String, Object> run(String text, Map<String, Object> look) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("type", "TextRun");
    run.put("text", unexpanded(text));
    run.putAll(look);
    return run;
  }

  /** Teams takes two braces for the beginning of a date. */
  private static String unexpanded(String text) {
    String harmless = ChatText.harmless(text, TEXT_LENGTH).replace("{{", "{\u2060{");
    return text.endsWith(" ") ? harmless + " " : harmless;
  }
}
