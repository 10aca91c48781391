package io.bearings.progress;

import java.util.List;

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
}
