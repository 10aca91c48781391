package io.bearings.progress;

import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.UnitSettingsDraft;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the site as values, which name what Jira has by its name, so that they mean the
 * same on another Jira.
 */
public final class SettingsValues {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private SettingsValues() {}

  /** What each of the settings says. */
  static Map<SiteSetting, SettingValue> of(
      Settings settings, List<SiteSettings.Choice> fields, List<SiteSettings.Choice> resolutions) {
    Map<SiteSetting, SettingValue> values = new EnumMap<>(SiteSetting.class);
    values.put(
        SiteSetting.STORY_POINT_FIELD,
        new SettingValue.Name(settings.storyPointField().map(id -> nameOf(id, fields))));
    values.put(
        SiteSetting.OUT_OF_SCOPE_RESOLUTIONS,
        new SettingValue.Names(
            settings.outOfScopeResolutionIds().stream()
                .map(id -> nameOf(id, resolutions))
                .toList()));
    values.put(
        SiteSetting.IN_PROGRESS_CREDIT,
        new SettingValue.Amount(settings.inProgressCredit().multiply(PERCENT)));
    values.put(
        SiteSetting.ON_TRACK, new SettingValue.Amount(settings.rules().thresholds().onTrack()));
    values.put(
        SiteSetting.AT_RISK, new SettingValue.Amount(settings.rules().thresholds().atRisk()));
    values.put(
        SiteSetting.HOLIDAYS,
        new SettingValue.Names(
            settings.rules().holidays().stream().map(LocalDate::toString).toList()));
    values.put(
        SiteSetting.INDIVIDUAL_OBJECTIVES,
        new SettingValue.Truth(settings.rules().individualObjectives()));
    values.put(SiteSetting.WEEK_START, SettingValue.name(settings.rules().weekStart().name()));
    values.put(
        SiteSetting.FUNCTION_LIMIT,
        new SettingValue.Amount(BigDecimal.valueOf(settings.functionLimit())));
    return values;
  }

  /** The name where nothing else has the same, else the id. */
  private static String nameOf(String id, List<SiteSettings.Choice> choices) {
    return choices.stream()
        .filter(each -> each.id().equals(id))
        .map(SiteSettings.Choice::name)
        .filter(name -> choices.stream().filter(each -> each.name().equals(name)).count() == 1)
        .findFirst()
        .orElse(id);
  }

  /**
   * The draft that says what some values say. What names nothing, or several things, of Jira stays
   * as it is, so that it is refused by that name.
   *
   * @param values one for each setting of {@link Settings}, each of its setting's type
   */
  public static SettingsDraft draft(Map<SiteSetting, SettingValue> values, SettingsForm form) {
    return new SettingsDraft(
        ((SettingValue.Name) values.get(SiteSetting.STORY_POINT_FIELD))
            .name()
            .map(name -> idOf(name, form.fields())),
        names(values, SiteSetting.OUT_OF_SCOPE_RESOLUTIONS).stream()
            .map(name -> idOf(name, form.resolutions()))
            .toList(),
        amount(values, SiteSetting.IN_PROGRESS_CREDIT),
        new SettingsDraft.Rules(
            Optional.of(
                new UnitSettingsDraft.Pace(
                    amount(values, SiteSetting.ON_TRACK), amount(values, SiteSetting.AT_RISK))),
            Optional.of(names(values, SiteSetting.HOLIDAYS)),
            Optional.of(
                ((SettingValue.Truth) values.get(SiteSetting.INDIVIDUAL_OBJECTIVES)).truth()),
            Optional.of(DayOfWeek.valueOf(values.get(SiteSetting.WEEK_START).text()))),
        Optional.of(amount(values, SiteSetting.FUNCTION_LIMIT)));
  }

  private static String idOf(String name, List<SiteSettings.Choice> choices) {
    if (choices.stream().anyMatch(each -> each.id().equals(name))) {
      return name;
    }
    List<String> ids =
        choices.stream()
            .filter(each -> each.name().equals(name))
            .map(SiteSettings.Choice::id)
            .toList();
    return ids.size() == 1 ? ids.get(0) : name;
  }

  private static List<String> names(Map<SiteSetting, SettingValue> values, SiteSetting setting) {
    return ((SettingValue.Names) values.get(setting)).names();
  }

  private static BigDecimal amount(Map<SiteSetting, SettingValue> values, SiteSetting setting) {
    return ((SettingValue.Amount) values.get(setting)).amount();
  }
}
