package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.SettingRange;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.UnitSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

/** The administrator's guide has every setting as the add-on describes it. */
public class SettingsInGuideTest {
  private static final Path GUIDE = Path.of("..", "..", "docs", "admin-guide.md");
  private static final String HEAD = "| setting | name in files | values | default | effect |";
  private static final String OF_UNITS =
      "| setting of a unit | name in files | values | a unit begins with |";

  @Test
  public void theGuideHasTheSettingsAsThePagesDescribeThem() throws IOException {
    assertThat(rowsBelow(HEAD))
        .containsExactlyElementsOf(
            Arrays.stream(SiteSetting.values()).map(SettingsInGuideTest::row).toList());
  }

  /** What a unit begins with is said by hand: it is no text of the add-on. */
  @Test
  public void theGuideHasTheSettingsOfAUnitAsFilesHaveThem() throws IOException {
    List<String> rows = rowsBelow(OF_UNITS);
    assertThat(rows).hasSameSizeAs(UnitSetting.values());
    for (UnitSetting each : UnitSetting.values()) {
      assertThat(rows.get(each.ordinal()))
          .startsWith(
              "| "
                  + TestTexts.english().get(each.label())
                  + " | `"
                  + each.fileName()
                  + "` | "
                  + values(each.range())
                  + " | ");
    }
  }

  private static List<String> rowsBelow(String head) throws IOException {
    List<String> lines = Files.readAllLines(GUIDE, StandardCharsets.UTF_8);
    assertThat(lines).contains(head);
    return lines.subList(lines.indexOf(head) + 2, lines.size()).stream()
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  private static String row(SiteSetting setting) {
    return "| "
        + TestTexts.text(setting.label())
        + " | `"
        + setting.fileName()
        + "` | "
        + values(setting.range())
        + " | "
        + setting
            .usual()
            .map(usual -> SettingFact.inWords(setting, usual.text(), TestTexts.english()))
            .orElseGet(() -> fitting(setting))
        + " | "
        + TestTexts.text(setting.effect())
        + " |";
  }

  private static String fitting(SiteSetting setting) {
    return setting == SiteSetting.STORY_POINT_FIELD
        ? "the story-point field of Jira Software, if there is exactly one"
        : "Won't Do, Duplicate, Cannot Reproduce, as far as they exist";
  }

  private static String values(SettingRange range) {
    if (range instanceof SettingRange.Perhaps perhaps) {
      return values(perhaps.range()) + ", or none";
    }
    if (range instanceof SettingRange.OneOf words) {
      return words.words().stream().collect(Collectors.joining("`, `", "`", "`"));
    }
    if (range instanceof SettingRange.Some some) {
      return "names, at most " + some.most();
    }
    if (range instanceof SettingRange.BoardList boards) {
      return "boards, at most " + boards.most();
    }
    if (range instanceof SettingRange.Named) {
      return "a name, or none";
    }
    if (range instanceof SettingRange.Number number) {
      return number.least().toPlainString()
          + " to "
          + number.most().toPlainString()
          + (number.decimals() == 0 ? "" : ", " + number.decimals() + " decimals");
    }
    if (range instanceof SettingRange.Days days) {
      return "days, at most " + days.most();
    }
    if (range instanceof SettingRange.Hosts hosts) {
      return "names or addresses, at most " + hosts.most();
    }
    if (range instanceof SettingRange.Field) {
      return "a number field, or none";
    }
    if (range instanceof SettingRange.Resolutions) {
      return "resolutions";
    }
    return range instanceof SettingRange.Weekday ? "`MONDAY` to `SUNDAY`" : "`true`, `false`";
  }
}
