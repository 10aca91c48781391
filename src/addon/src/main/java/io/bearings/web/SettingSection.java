package io.bearings.web;

import java.util.List;

/** Settings that belong together. */
public final class SettingSection {
  private final String title;
  private final List<SettingRow> rows;

  SettingSection(String title, List<SettingRow> rows) {
    this.title = title;
    this.rows = List.copyOf(rows);
  }

  /** What they are about. */
  public String getTitle() {
    return title;
  }

  /** The settings in their order. */
  public List<SettingRow> getRows() {
    return rows;
  }
}
