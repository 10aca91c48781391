package io.bearings.connect.reminders;

import io.bearings.connect.Json;
import java.util.List;
import java.util.Map;

/**
 * What a webhook of Discord is sent: one embed. Whatever people wrote is escaped, and nobody may be
 * rung.
 */
final class DiscordMessage {
  /** The longest title of an embed. */
  static final int TITLE_LENGTH = 256;

  /** The longest description of an embed. */
  static final int DESCRIPTION_LENGTH = 4_096;

  /** The longest footer of an embed. */
  static final int FOOTER_LENGTH = 2_048;

  private static final int TEXT_LENGTH = 300;

  /** Room for what is said of those that are not shown. */
  private static final int REST_LENGTH = 2 * TEXT_LENGTH;

  private DiscordMessage() {}

  static String of(Bulletin bulletin) {
    return Json.of(
        Map.of(
            "embeds",
            List.of(
                Map.of(
                    "title",
                    escaped(bulletin.heading(), TITLE_LENGTH / 2),
                    "description",
                    description(bulletin),
                    "footer",
                    Map.of("text", ChatText.harmless(bulletin.why(), FOOTER_LENGTH / 4)))),
            "allowed_mentions",
            Map.of("parse", List.of())));
  }

  private static String description(Bulletin bulletin) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (Bulletin.Line each : bulletin.lines()) {
      String line = line(each);
      if (text.length() + line.length() + REST_LENGTH > DESCRIPTION_LENGTH) {
        break;
      }
      text.append(line);
      shown++;
    }
    bulletin.rest(shown).ifPresent(rest -> text.append(escaped(rest, TEXT_LENGTH)));
    return text.toString().strip();
  }

  private static String line(Bulletin.Line line) {
    return "**"
        + escaped(line.state(), TEXT_LENGTH)
        + "**: ["
        + escaped(line.name(), TEXT_LENGTH)
        + "]("
        + line.address().replace("(", "%28").replace(")", "%29")
        + ")\n";
  }

  /** Discord reads a sign behind a backslash as nothing but itself. */
  private static String escaped(String text, int limit) {
    return ChatText.harmless(text, limit).replaceAll("[\\\\`*_~|<>\\[\\]()#:]", "\\\\$0");
  }
}
