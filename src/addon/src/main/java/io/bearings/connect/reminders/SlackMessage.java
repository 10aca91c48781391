package io.bearings.connect.reminders;

import io.bearings.connect.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an incoming webhook of Slack is sent: Block Kit. Whatever people wrote is escaped, so that
 * it is neither a link nor rings anybody; {@code verbatim} keeps Slack from looking for names in
 * it.
 */
final class SlackMessage {
  /** How many blocks a message has at most. */
  static final int MOST_BLOCKS = 50;

  /** The longest text of a header. */
  static final int HEADER_LENGTH = 150;

  /** The longest text of a section or a context. */
  static final int TEXT_LENGTH = 3_000;

  /** A header, what is not shown, and why. */
  private static final int OTHER_BLOCKS = 3;

  private static final int NAME_LENGTH = 200;

  /** Keeps a sign from formatting what stands beside it, and is not seen. */
  private static final String SEPARATOR = "\u200b";

  private SlackMessage() {}

  static String of(Bulletin bulletin) {
    List<Object> blocks = new ArrayList<>();
    String heading = ChatText.harmless(bulletin.heading(), HEADER_LENGTH / 2);
    blocks.add(
        Map.of(
            "type",
            "header",
            "text",
            Map.of("type", "plain_text", "text", heading, "emoji", false)));
    int shown = Math.min(bulletin.lines().size(), MOST_BLOCKS - OTHER_BLOCKS);
    bulletin.lines().subList(0, shown).forEach(line -> blocks.add(section(text(line))));
    bulletin.rest(shown).ifPresent(text -> blocks.add(section(escaped(text, NAME_LENGTH))));
    blocks.add(
        Map.of(
            "type",
            "context",
            "elements",
            List.of(markdown(escaped(bulletin.why(), NAME_LENGTH)))));
    return Json.of(Map.of("text", escaped(heading, HEADER_LENGTH), "blocks", blocks));
  }

  private static Map<String, Object> section(String text) {
    return Map.of("type", "section", "text", markdown(text));
  }

  private static Map<String, Object> markdown(String text) {
    return Map.of("type", "mrkdwn", "text", text, "verbatim", true);
  }

  private static String text(Bulletin.Line line) {
    return "*"
        + escaped(line.state(), NAME_LENGTH)
        + "*\n<"
        + entities(line.address()).replace("|", "%7C")
        + "|"
        + escaped(line.name(), NAME_LENGTH)
        + ">";
  }

  private static String escaped(String text, int limit) {
    return entities(ChatText.harmless(text, limit))
        .replaceAll("[*_~`|]", SEPARATOR + "$0" + SEPARATOR);
  }

  private static String entities(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
