package io.bearings.web;

import io.bearings.okr.SettingRange;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import java.util.Locale;

/** What is said beside a setting: its default, and whether something else is in force. */
public final class SettingFact {
  private final String setting;
  private final String label;
  private final String usual;
  private final boolean changed;

  private SettingFact(String setting, String label, String usual, boolean changed) {
    this.setting = setting;
    this.label = label;
    this.usual = usual;
    this.changed = changed;
  }

  static SettingFact of(
      SiteSetting setting, SettingValue now, SettingValue usual, PageTexts texts) {
    return new SettingFact(
        setting.fileName(),
        texts.get(setting.label()),
        texts.get("bearings.settings.default", inWords(setting, usual.text(), texts)),
        !now.equals(usual));
  }

  /**
   * A value as people read it.
   *
   * @param text as {@link SettingValue#text()} gives it
   */
  static String inWords(SiteSetting setting, String text, PageTexts texts) {
    if (setting.range() instanceof SettingRange.YesOrNo) {
      return texts.get(
          Boolean.parseBoolean(text) ? "bearings.settings.yes" : "bearings.settings.no");
    }
    if (text.isEmpty()) {
      return texts.get("bearings.settings.nothing");
    }
    return setting.range() instanceof SettingRange.Weekday
        ? texts.get("bearings.day." + text.toLowerCase(Locale.ROOT))
        : text;
  }

  /** What it is called in files. */
  public String getSetting() {
    return setting;
  }

  /** What it is called on pages. */
  public String getLabel() {
    return label;
  }

  /** The sentence that says its default. */
  public String getUsual() {
    return usual;
  }

  /** Whether it says something else. */
  public boolean isChanged() {
    return changed;
  }
}
