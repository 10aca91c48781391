package io.bearings.host.jira;

import com.atlassian.jira.issue.status.category.StatusCategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four categories that Jira knows; nobody can add one. */
enum HostStatusCategory implements StatusCategory {
  NONE(1, "undefined", "No Category", "medium-gray"),
  NEW(2, "new", "To Do", "blue-gray"),
  INDETERMINATE(4, "indeterminate", "In Progress", "yellow"),
  DONE(3, "done", "Done", "green");

  private final long id;
  private final String key;
  private final String title;
  private final String colour;

  HostStatusCategory(long id, String key, String title, String colour) {
    this.id = id;
    this.key = key;
    this.title = title;
    this.colour = colour;
  }

  /** The keys of those that a status can be put into, with their names. */
  static Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (HostStatusCategory category : List.of(NEW, INDETERMINATE, DONE)) {
      choices.put(category.key, category.title);
    }
    return choices;
  }

  static HostStatusCategory ofKey(String key) {
    for (HostStatusCategory category : values()) {
      if (category.key.equals(key)) {
        return category;
      }
    }
    return NONE;
  }

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getKey() {
    return key;
  }

  @Override
  public String getName() {
    return title;
  }

  @Override
  public String getTranslatedName() {
    return title;
  }

  @Override
  public String getColorName() {
    return colour;
  }

  @Override
  public Long getSequence() {
    return (long) ordinal() + 1;
  }
}
