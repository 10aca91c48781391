package io.bearings.progress;

import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import java.util.List;
import java.util.Map;

/**
 * The settings in force with what there is to choose from.
 *
 * @param fields the custom fields that hold a number
 * @param resolutions the resolutions of this Jira
 */
public record SettingsForm(
    Settings settings, List<SiteSettings.Choice> fields, List<SiteSettings.Choice> resolutions) {
  public SettingsForm {
    fields = List.copyOf(fields);
    resolutions = List.copyOf(resolutions);
  }

  /** What each of the settings says, by the names that things have in this Jira. */
  public Map<SiteSetting, SettingValue> values() {
    return SettingsValues.of(settings, fields, resolutions);
  }
}
