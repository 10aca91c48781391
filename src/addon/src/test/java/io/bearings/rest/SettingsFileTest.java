package io.bearings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingRange;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.UnitSetting;
import io.bearings.site.FileContents;
import io.bearings.site.UnitEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class SettingsFileTest {
  private final SettingsFile file = new SettingsFile();

  private static String of(String settings) {
    return "{\"format\": \"bearings-settings\", \"version\": 1, \"settings\": {" + settings + "}}";
  }

  private Refusal.Invalid refused(String text) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> file.read(text));
  }

  @Test
  public void whatWasWrittenIsReadAgain() {
    Map<SiteSetting, SettingValue> values = new EnumMap<>(SiteSetting.class);
    for (SiteSetting each : SiteSetting.values()) {
      each.usual().ifPresent(usual -> values.put(each, usual));
    }
    values.put(SiteSetting.STORY_POINT_FIELD, new SettingValue.Name(Optional.empty()));
    values.put(
        SiteSetting.OUT_OF_SCOPE_RESOLUTIONS,
        new SettingValue.Names(List.of("Won't \"Do\"", "Gr\u00f6\u00dfe")));
    values.put(SiteSetting.HOLIDAYS, new SettingValue.Names(List.of("2026-12-25")));
    String text = file.written(new FileContents(values));
    assertThat(text)
        .contains("\"storyPointField\" : null", "\"thresholds.onTrack\" : 0.9")
        .endsWith("}\n");
    assertThat(file.read(text)).isEqualTo(new FileContents(values));
    values.put(SiteSetting.STORY_POINT_FIELD, SettingValue.name("Story Points"));
    assertThat(file.read(file.written(new FileContents(values))).settings()).isEqualTo(values);
  }

  @Test
  public void whatAFileDoesNotNameStaysOut() {
    assertThat(file.read(of("\"weekStart\": \"SUNDAY\"")).settings())
        .containsExactly(Map.entry(SiteSetting.WEEK_START, SettingValue.name("SUNDAY")));
    assertThat(file.read(of(""))).isEqualTo(new FileContents(Map.of()));
  }

  @Test
  public void whatIsNoSuchFileIsRefusedAsAWhole() {
    Message noObject = Message.of("bearings.error.settingsFile.noObject");
    for (String text : List.of("", "   ", "[]", "1", "null", "\"a\"", of("") + "{}")) {
      assertThat(refused(text).text()).as(text).isEqualTo(noObject);
    }
    assertThat(refused("{\n  \"format\": oh").text())
        .isEqualTo(Message.of("bearings.error.settingsFile.noJson", 2, 15));
    assertThat(refused("{\"format\": \"bearings-settings\"").text().key())
        .isEqualTo("bearings.error.settingsFile.noJson");
    assertThat(refused("{}").text())
        .isEqualTo(Message.of("bearings.error.settingsFile.format", "bearings-settings"));
    assertThat(refused(of("").replace("1", "3")).text())
        .isEqualTo(Message.of("bearings.error.settingsFile.version", 2));
    assertThat(refused(of("").replace("1", "\"1\"")).text())
        .isEqualTo(Message.of("bearings.error.settingsFile.version", 2));
    assertThat(refused(" ".repeat(SettingsFile.MOST) + of("")).text())
        .isEqualTo(Message.of("bearings.error.settingsFile.large", 4096));
    assertThat(refused("[".repeat(5_000)).text()).isEqualTo(noObject);
    assertThat(refused("{\"a\":".repeat(5_000)).text().key())
        .isEqualTo("bearings.error.settingsFile.noJson");
  }

  @Test
  public void everyNameThatIsWrongIsTold() {
    Refusal.Invalid refusal =
        refused(
            "{\"format\": \"bearings-settings\", \"version\": 1, \"more\": 1, \"settings\": {"
                + "\"inProgressCredit\": \"25\", \"individualObjectives\": 1, \"holidays\": [1],"
                + "\"weekStart\": null, \"storyPointField\": 7, \"allowedHosts\": \"a\","
                + "\"credit\": 25, \"plainMail\": true, \"plainMail\": false}}");
    assertThat(refusal.fields())
        .containsOnly(
            Map.entry("more", Message.of("bearings.error.unknownField")),
            Map.entry("inProgressCredit", Message.of("bearings.error.noNumber")),
            Map.entry("individualObjectives", Message.of("bearings.error.noFlag")),
            Map.entry("holidays", Message.of("bearings.error.noTexts")),
            Map.entry("weekStart", Message.of("bearings.error.noText")),
            Map.entry("storyPointField", Message.of("bearings.error.noText")),
            Map.entry("allowedHosts", Message.of("bearings.error.noTexts")),
            Map.entry("credit", Message.of("bearings.error.settingsFile.unknown")),
            Map.entry("plainMail", Message.of("bearings.error.settingsFile.twice")));
  }

  @Test
  public void aFileWithoutSettingsOrWithThemTwiceSaysSo() {
    assertThat(refused("{\"format\": \"bearings-settings\", \"version\": 1}").fields())
        .containsExactly(Map.entry("settings", Message.of("bearings.error.noObjectField")));
    assertThat(refused(of("").replace("}}", "}, \"settings\": {}}")).fields())
        .containsExactly(Map.entry("settings", Message.of("bearings.error.settingsFile.twice")));
  }

  private static String units(String units) {
    return "{\"format\": \"bearings-settings\",\n\"version\": 2, \"settings\": {},\n\"units\": "
        + units
        + "}";
  }

  private static Message inUnit(String unit, int line, Message problem) {
    return Message.of("bearings.error.settingsFile.inUnit", unit, line, problem);
  }

  @Test
  public void unitsThatWereWrittenAreReadAgain() {
    Map<UnitSetting, SettingValue> said = new EnumMap<>(UnitSetting.class);
    for (UnitSetting each : UnitSetting.values()) {
      said.put(each, something(each.range()));
    }
    Map<UnitSetting, SettingValue> nothing = new EnumMap<>(said);
    nothing.put(UnitSetting.LEAD, SettingRange.Perhaps.NONE);
    nothing.put(UnitSetting.ON_TRACK, SettingRange.Perhaps.NONE);
    nothing.put(UnitSetting.PROJECTS, new SettingValue.Names(List.of()));
    nothing.put(UnitSetting.BOARDS, new SettingValue.Boards(List.of()));
    UnitEntry top = new UnitEntry(List.of("A / \"B\""), said, Map.of());
    UnitEntry below = new UnitEntry(List.of("A / \"B\"", "Gr\u00f6\u00dfe"), nothing, Map.of());
    String text = file.written(new FileContents(Map.of(), List.of(top, below)));
    List<UnitEntry> read = file.read(text).units();
    assertThat(read).extracting(UnitEntry::place).containsExactly(top.place(), below.place());
    assertThat(read).extracting(UnitEntry::values).containsExactly(top.values(), below.values());
    assertThat(file.written(new FileContents(Map.of(), read))).isEqualTo(text);
    assertThat(text).contains("\"version\" : 2", "\"thresholds.onTrack\" : null");
  }

  private static SettingValue something(SettingRange range) {
    if (range instanceof SettingRange.Perhaps perhaps) {
      return something(perhaps.range());
    }
    if (range instanceof SettingRange.OneOf words) {
      return SettingValue.name(words.words().get(0));
    }
    if (range instanceof SettingRange.BoardList) {
      return new SettingValue.Boards(
          List.of(
              new SettingValue.Board(9, Optional.empty()),
              new SettingValue.Board(7, Optional.of("Wings"))));
    }
    if (range instanceof SettingRange.Some) {
      return new SettingValue.Names(List.of("b", "a"));
    }
    if (range instanceof SettingRange.Number) {
      return SettingValue.amount("0.5");
    }
    return range instanceof SettingRange.YesOrNo
        ? new SettingValue.Truth(true)
        : SettingValue.name("x");
  }

  @Test
  public void aFileOfTheFirstVersionSaysNothingOfUnits() {
    assertThat(refused(units("[]").replace("2", "1")).fields())
        .containsExactly(Map.entry("units", Message.of("bearings.error.unknownField")));
    assertThat(file.read(units("[]")).units()).isEmpty();
    assertThat(file.read(of("").replace("1", "2")).units()).isEmpty();
  }

  @Test
  public void whatIsNoUnitIsTold() {
    assertThat(refused(units("{}")).fields())
        .containsExactly(Map.entry("units", Message.of("bearings.error.settingsFile.noUnits")));
    assertThat(refused(units("[7]")).fields())
        .containsExactly(
            Map.entry(
                "units[0]",
                Message.of(
                    "bearings.error.settingsFile.atLine",
                    3,
                    Message.of("bearings.error.noObjectField"))));
    assertThat(refused(units("[{}" + ",{}".repeat(UnitsOfFile.MOST) + "]")).fields())
        .containsExactly(Map.entry("units", Message.of("bearings.error.tooMany", 5_000)));
    assertThat(refused(units("[1" + ",1".repeat(FileTree.VALUES) + "]")).text())
        .isEqualTo(Message.of("bearings.error.settingsFile.values", FileTree.VALUES));
    assertThat(refused(units("[{}]")).fields())
        .containsExactly(
            Map.entry(
                "units[0].parent",
                inUnit("?", 3, Message.of("bearings.error.settingsFile.noPlace"))),
            Map.entry("units[0].name", inUnit("?", 3, Message.of("bearings.error.required"))));
    assertThat(refused(units("[{\"name\": \" \", \"parent\": [\"\"]}]")).fields())
        .containsOnlyKeys("units[0].name", "units[0].parent");
    assertThat(refused(units("[{\"name\": \"" + "x".repeat(256) + "\", \"parent\": []}]")).fields())
        .containsExactly(
            Map.entry(
                "units[0].name", inUnit("?", 3, Message.of("bearings.error.tooLong", 255, 256))));
  }

  @Test
  public void everythingOfAUnitThatIsOfAnotherTypeIsToldWithItsLine() {
    Refusal.Invalid refusal =
        refused(
            units(
                "[{\"name\": \"A\", \"parent\": [], \"level\": 1, \"lead\": true,\n"
                    + "\"archived\": null, \"projects\": [1], \"thresholds.onTrack\": \"1\",\n"
                    + "\"boards\": [{\"id\": 1.5}], \"cadence.hour\": null, \"wings\": 2,\n"
                    + "\"group\": \"a\\u0000b\", \"advanced\": true, \"advanced\": true}]"));
    assertThat(refusal.fields())
        .containsOnly(
            Map.entry("units[0].level", inUnit("A", 3, Message.of("bearings.error.noText"))),
            Map.entry("units[0].lead", inUnit("A", 3, Message.of("bearings.error.noText"))),
            Map.entry("units[0].archived", inUnit("A", 4, Message.of("bearings.error.noFlag"))),
            Map.entry("units[0].projects", inUnit("A", 4, Message.of("bearings.error.noTexts"))),
            Map.entry(
                "units[0].thresholds.onTrack",
                inUnit("A", 4, Message.of("bearings.error.noNumber"))),
            Map.entry("units[0].boards", inUnit("A", 5, Message.of("bearings.error.noBoards"))),
            Map.entry(
                "units[0].cadence.hour", inUnit("A", 5, Message.of("bearings.error.noNumber"))),
            Map.entry(
                "units[0].wings",
                inUnit("A", 5, Message.of("bearings.error.settingsFile.unknown"))),
            Map.entry("units[0].group", inUnit("A", 6, Message.of("bearings.error.character"))),
            Map.entry("units[0].advanced", Message.of("bearings.error.settingsFile.twice")));
  }

  @Test
  public void aBoardIsAnIdAndPerhapsAName() {
    for (String board :
        List.of(
            "7",
            "{}",
            "{\"name\": \"Wings\"}",
            "{\"id\": \"7\"}",
            "{\"id\": 1e99}",
            "{\"id\": 7, \"name\": 1}",
            "{\"id\": 7, \"colour\": \"red\"}")) {
      assertThat(
              refused(units("[{\"name\": \"A\", \"parent\": [], \"boards\": [" + board + "]}]"))
                  .fields())
          .as(board)
          .containsExactly(
              Map.entry("units[0].boards", inUnit("A", 3, Message.of("bearings.error.noBoards"))));
    }
  }
}
