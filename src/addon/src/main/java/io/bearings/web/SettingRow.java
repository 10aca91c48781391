package io.bearings.web;

import io.bearings.okr.SettingRange;
import io.bearings.okr.SiteSetting;
import java.util.List;

/** A setting in a form: its field, what it does, its default, and what is wrong with it. */
public final class SettingRow {
  private final SiteSetting setting;
  private final List<String> typed;
  private final List<ChoiceOption> options;
  private final SettingFact fact;
  private final String error;
  private final PageTexts texts;

  /**
   * @param typed what stands in the field: one text, a line each, or the ids that are chosen
   * @param options what there is to choose from
   * @param error what is wrong with it; empty when nothing is
   */
  SettingRow(
      SiteSetting setting,
      List<String> typed,
      List<ChoiceOption> options,
      SettingFact fact,
      String error,
      PageTexts texts) {
    this.setting = setting;
    this.typed = List.copyOf(typed);
    this.options = List.copyOf(options);
    this.fact = fact;
    this.error = error;
    this.texts = texts;
  }

  /** The name of its field. */
  static String parameter(SiteSetting setting) {
    return setting.fileName().substring(setting.fileName().lastIndexOf('.') + 1);
  }

  /** The name of its field. */
  public String getParameter() {
    return parameter(setting);
  }

  /** What it is called. */
  public String getLabel() {
    return fact.getLabel();
  }

  /** What it does. */
  public String getEffect() {
    return texts.get(setting.effect());
  }

  /** What stands behind the number; empty for nothing. */
  public String getMeasure() {
    return setting == SiteSetting.IN_PROGRESS_CREDIT
        ? texts.get("bearings.settings.credit.unit")
        : "";
  }

  /** What stands in the field. */
  public String getTyped() {
    return String.join("\n", typed);
  }

  /** Whether it is chosen that it holds. */
  public boolean isHeld() {
    return Boolean.parseBoolean(getTyped());
  }

  /** What there is to choose from. */
  public List<ChoiceOption> getOptions() {
    return options;
  }

  /** What it is by default, and whether it is so. */
  public SettingFact getFact() {
    return fact;
  }

  /** What is wrong with it; empty when nothing is. */
  public String getError() {
    return error;
  }

  /** Whether one of the options is chosen, or none. */
  public boolean isOptional() {
    return setting.range() instanceof SettingRange.Field;
  }

  /** Whether one of the options is chosen. */
  public boolean isOneOf() {
    return isOptional() || setting.range() instanceof SettingRange.Weekday;
  }

  /** Whether any of the options are chosen. */
  public boolean isAnyOf() {
    return setting.range() instanceof SettingRange.Resolutions;
  }

  /** Whether there is nothing to choose from. */
  public boolean isWithoutOptions() {
    return options.isEmpty();
  }

  /** Whether each line is a value. */
  public boolean isLines() {
    return setting.range() instanceof SettingRange.Days;
  }

  /** Whether it is yes or no. */
  public boolean isYesOrNo() {
    return setting.range() instanceof SettingRange.YesOrNo;
  }

  /** What stands beside the box of yes or no. */
  public String getStatement() {
    return texts.get(setting.label() + ".label");
  }
}
