package io.bearings.host.jira;

import com.atlassian.jira.issue.status.category.StatusCategory;

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
