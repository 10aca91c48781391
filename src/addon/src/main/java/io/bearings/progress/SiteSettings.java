package io.bearings.progress;

import java.util.List;
import java.util.Set;

/** Where the settings of the site are kept, and what Jira offers to choose from. */
public interface SiteSettings {

  /** The settings in force; before the first save, the defaults that fit this Jira. */
  Settings current();

  /** The defaults that fit this Jira, whatever is in force. */
  Settings usual();

  /** Puts settings in force, all of them at once, but for the fields of which values are kept. */
  void save(Settings settings);

  /** Says of which numeric fields the values are kept; nothing else is decided by that. */
  void keepNumbers(Set<String> fieldIds);

  /** The custom fields that hold a number. */
  List<Choice> numericFields();

  /** The resolutions of this Jira. */
  List<Choice> resolutions();

  /** Something of Jira that can be chosen. */
  record Choice(String id, String name) {}
}
