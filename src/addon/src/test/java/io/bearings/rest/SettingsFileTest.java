package io.bearings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
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
    String text = file.written(values);
    assertThat(text)
        .contains("\"storyPointField\" : null", "\"thresholds.onTrack\" : 0.9")
        .endsWith("}\n");
    assertThat(file.read(text)).isEqualTo(values);
    values.put(SiteSetting.STORY_POINT_FIELD, SettingValue.name("Story Points"));
    assertThat(file.read(file.written(values))).isEqualTo(values);
  }

  @Test
  public void whatAFileDoesNotNameStaysOut() {
    assertThat(file.read(of("\"weekStart\": \"SUNDAY\"")))
        .containsExactly(Map.entry(SiteSetting.WEEK_START, SettingValue.name("SUNDAY")));
    assertThat(file.read(of(""))).isEmpty();
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
    assertThat(refused(of("").replace("1", "2")).text())
        .isEqualTo(Message.of("bearings.error.settingsFile.version", 1));
    assertThat(refused(of("").replace("1", "\"1\"")).text())
        .isEqualTo(Message.of("bearings.error.settingsFile.version", 1));
    assertThat(refused(" ".repeat(SettingsFile.MOST) + of("")).text())
        .isEqualTo(Message.of("bearings.error.settingsFile.large", 256));
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
}
