package io.bearings.web;

/** A change of a setting, as a row of the log. */
public final class SettingChangeRow {
  private final String at;
  private final String by;
  private final String byKey;
  private final String where;
  private final String unitId;
  private final String setting;
  private final String before;
  private final String after;

  SettingChangeRow(
      String at,
      String by,
      String byKey,
      String where,
      String unitId,
      String setting,
      String before,
      String after) {
    this.at = at;
    this.by = by;
    this.byKey = byKey;
    this.where = where;
    this.unitId = unitId;
    this.setting = setting;
    this.before = before;
    this.after = after;
  }

  /** When it was made. */
  public String getAt() {
    return at;
  }

  /** Who made it. */
  public String getBy() {
    return by;
  }

  /** The key of who made it, as a part of an address. */
  public String getByKey() {
    return byKey;
  }

  /** What the setting belongs to. */
  public String getWhere() {
    return where;
  }

  /** The id of the unit that it belongs to; empty for the site. */
  public String getUnitId() {
    return unitId;
  }

  /** What the setting is called. */
  public String getSetting() {
    return setting;
  }

  /** What it said. */
  public String getBefore() {
    return before;
  }

  /** What it said since. */
  public String getAfter() {
    return after;
  }
}
