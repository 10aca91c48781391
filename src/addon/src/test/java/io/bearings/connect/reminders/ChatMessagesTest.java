package io.bearings.connect.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.Test;

/** What chat services are sent, against the limits that they name. */
public class ChatMessagesTest {
  private static final String NASTY =
      "<!here> @channel @everyone <@U123> [x](http://evil) *b* & {{DATE(2026)}} \\ `c` |";

  private static Bulletin bulletin(int lines, int unlisted, String name) {
    return new Bulletin(
        "3 check-ins wait for you",
        IntStream.range(0, lines)
            .mapToObj(
                i ->
                    new Bulletin.Line(
                        "Overdue since 2026-03-02", name, "https://jira/?unit=7&kr=" + i))
            .toList(),
        unlisted,
        count -> "and " + count + " more",
        "You get this because you own it.");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  /** All texts in a message, wherever they are. */
  private static List<String> texts(JsonNode node) {
    Stream<String> own =
        Stream.of(node.path("text")).filter(JsonNode::isTextual).map(JsonNode::asText);
    Stream<JsonNode> inner = StreamSupport.stream(node.spliterator(), false);
    return Stream.concat(own, inner.flatMap(each -> texts(each).stream())).toList();
  }

  @Test
  public void slackIsSentALinkForEachKeyResult() throws IOException {
    JsonNode message = json(SlackMessage.of(bulletin(2, 3, "KR-3 Calm & fast")));
    assertThat(message.path("text").asText()).isEqualTo("3 check-ins wait for you");
    JsonNode blocks = message.path("blocks");
    assertThat(blocks.findValuesAsText("type"))
        .containsSubsequence("header", "section", "section", "section", "context");
    assertThat(blocks.get(1).path("text").path("text").asText())
        .isEqualTo(
            "*Overdue since 2026-03-02*\n<https://jira/?unit=7&amp;kr=0|KR-3 Calm &amp; fast>");
    assertThat(blocks.get(1).path("text").path("verbatim").asBoolean()).isTrue();
    assertThat(blocks.get(3).path("text").path("text").asText()).isEqualTo("and 3 more");
  }

  @Test
  public void slackRingsNobodyAndKeepsItsLimits() throws IOException {
    JsonNode message = json(SlackMessage.of(bulletin(60, 5, NASTY.repeat(10))));
    assertThat(message.path("blocks")).hasSize(SlackMessage.MOST_BLOCKS);
    assertThat(texts(message)).contains("and 18 more");
    for (JsonNode block : message.path("blocks")) {
      String text = block.path("text").path("text").asText();
      assertThat(text.length()).isLessThanOrEqualTo(SlackMessage.TEXT_LENGTH);
      assertThat(text)
          .doesNotContain("<!")
          .doesNotContain("<@")
          .doesNotContain("@channel")
          .doesNotContain("@everyone")
          .doesNotContain("@here");
    }
    assertThat(message.path("blocks").get(0).path("text").path("text").asText().length())
        .isLessThanOrEqualTo(SlackMessage.HEADER_LENGTH);
    JsonNode worst = json(SlackMessage.of(bulletin(1, 0, "&".repeat(5_000))));
    assertThat(worst.path("blocks").get(1).path("text").path("text").asText().length())
        .isLessThanOrEqualTo(SlackMessage.TEXT_LENGTH);
  }

  @Test
  public void teamsIsSentACardWithALinkForEachKeyResult() throws IOException {
    JsonNode message = json(TeamsMessage.of(bulletin(2, 3, "KR-3 Calm")));
    assertThat(message.path("type").asText()).isEqualTo("message");
    JsonNode attachment = message.path("attachments").get(0);
    assertThat(attachment.path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = attachment.path("content");
    assertThat(card.path("version").asText()).isEqualTo("1.5");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    JsonNode link = card.path("body").get(2).path("inlines").get(1);
    assertThat(link.path("text").asText()).isEqualTo("KR-3 Calm");
    assertThat(link.path("selectAction").path("type").asText()).isEqualTo("Action.OpenUrl");
    assertThat(link.path("selectAction").path("url").asText())
        .isEqualTo("https://jira/?unit=7&kr=1");
    assertThat(texts(card)).contains("and 3 more").contains("Overdue since 2026-03-02: ");
    assertThat(card.findValues("type").stream().map(JsonNode::asText).distinct())
        .containsExactlyInAnyOrder("AdaptiveCard", "RichTextBlock", "TextRun", "Action.OpenUrl");
  }

  @Test
  public void teamsRingsNobodyAndKeepsItsLimit() throws IOException {
    String text = TeamsMessage.of(bulletin(60, 5, NASTY.repeat(10)));
    assertThat(text.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(TeamsMessage.MOST_BYTES);
    JsonNode message = json(text);
    int shown = message.path("attachments").get(0).path("content").path("body").size() - 3;
    assertThat(shown).isBetween(10, 59);
    assertThat(texts(message)).contains("and " + (65 - shown) + " more");
    assertThat(text).doesNotContain("msteams").doesNotContain("<at>").doesNotContain("{{");
    assertThat(text).doesNotContain("@channel").doesNotContain("@everyone");
  }

  @Test
  public void discordIsSentALinkForEachKeyResult() throws IOException {
    JsonNode message = json(DiscordMessage.of(bulletin(1, 1, "KR-3 Calm [now]")));
    JsonNode embed = message.path("embeds").get(0);
    assertThat(embed.path("title").asText()).isEqualTo("3 check-ins wait for you");
    assertThat(embed.path("description").asText())
        .isEqualTo(
            "**Overdue since 2026-03-02**: [KR-3 Calm \\[now\\]](https://jira/?unit=7&kr=0)\n"
                + "and 1 more");
    assertThat(message.path("allowed_mentions").path("parse")).isEqualTo(json("[]"));
  }

  @Test
  public void discordRingsNobodyAndKeepsItsLimits() throws IOException {
    String text = DiscordMessage.of(bulletin(60, 5, NASTY.repeat(10)));
    JsonNode embed = json(text).path("embeds").get(0);
    String description = embed.path("description").asText();
    assertThat(description.length()).isLessThanOrEqualTo(DiscordMessage.DESCRIPTION_LENGTH);
    assertThat(embed.path("title").asText().length())
        .isLessThanOrEqualTo(DiscordMessage.TITLE_LENGTH);
    assertThat(
            embed.path("title").asText().length()
                + description.length()
                + embed.path("footer").path("text").asText().length())
        .as("all texts of an embed")
        .isLessThanOrEqualTo(6_000);
    long shown = description.lines().count() - 1;
    assertThat(shown).isBetween(3L, 59L);
    assertThat(description).endsWith("and " + (65 - shown) + " more");
    assertThat(description).doesNotContain("@everyone").doesNotContain("<@U");
  }

  @Test
  public void whatFitsIsShownWhole() throws IOException {
    Bulletin usual = bulletin(20, 0, "KR-3 " + "Long title ".repeat(10));
    assertThat(SlackMessage.of(usual)).doesNotContain("more");
    assertThat(TeamsMessage.of(usual)).doesNotContain("more");
    Bulletin none =
        new Bulletin("It works", List.of(), 0, count -> "", "A \"test\"\nof \u0001 this");
    for (String each :
        List.of(SlackMessage.of(none), TeamsMessage.of(none), DiscordMessage.of(none))) {
      assertThat(json(each).toString()).contains("A \\\"test\\\" of this");
    }
  }

  /**
   * The samples that the front end's tests check against the types that the services publish;
   * {@code -Dchats.accept} writes them anew.
   */
  @Test
  public void samplesAreWhatIsSent() throws IOException {
    Bulletin sample = bulletin(2, 3, "KR-3 " + NASTY);
    Map<String, String> messages =
        Map.of(
            "slack", SlackMessage.of(sample),
            "teams", TeamsMessage.of(sample),
            "discord", DiscordMessage.of(sample));
    for (Map.Entry<String, String> each : messages.entrySet()) {
      Path file = Path.of("src", "test", "resources", "chats", each.getKey() + ".json");
      if (Boolean.getBoolean("chats.accept")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json(each.getValue()).toPrettyString() + "\n");
      }
      assertThat(json(each.getValue())).isEqualTo(json(Files.readString(file)));
    }
  }

  @Test
  public void noLetterIsCutInTwo() {
    assertThat(ChatText.cut("ab\ud83d\ude80d", 4)).isEqualTo("ab\u2026");
    assertThat(ChatText.cut("ab\ud83d\ude80d", 5)).isEqualTo("ab\ud83d\ude80d");
    assertThat(ChatText.cut("abcdef", 4)).isEqualTo("abc\u2026");
    assertThat(ChatText.harmless(" a\r\n@b ", 10)).isEqualTo("a @\u2060b");
    assertThat(ChatText.cut("", 4)).isEmpty();
  }
}
