package io.bearings.progress;

import java.util.List;

/** Where the settings of the site are kept, and what Jira offers to choose from. */
public interface SiteSettings {

  /** The settings in force; before the first save, the defaults that fit this Jira. */
  Settings current();

  /** Puts settings in force, all of them at once. */
  void save(Settings settings);

  /** The custom fields that hold a number. */
  List<Choice> numericFields();

  /** The resolutions of this Jira. */
  List<Choice> resolutions();

  /** Something of Jira that can be chosen. */
  record Choice(String id, String name) {}
}
