package io.bearings.okr;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * All that can be decided for one unit, beside its name and its place: what it is called in files
 * and what it can say. Files, their checks and the table of the administrator's guide are made from
 * this list.
 */
public enum UnitSetting {
  LEVEL("level", "bearings.unit.level", SettingRange.OneOf.of(UnitLevel.values())),
  ARCHIVED("archived", "bearings.changes.unit.archived", new SettingRange.YesOrNo()),
  OPENNESS("openness", "bearings.unit.openness", SettingRange.OneOf.of(Openness.values())),
  LEAD("lead", "bearings.unit.lead", new SettingRange.Named()),
  DEPUTY("deputy", "bearings.unit.deputy", new SettingRange.Named()),
  GROUP("group", "bearings.unit.group", new SettingRange.Named()),
  PROJECTS("projects", "bearings.unit.projects", new SettingRange.Some(UnitRules.PROJECTS)),
  BOARDS("boards", "bearings.unit.boards", new SettingRange.BoardList(UnitRules.BOARDS)),
  ON_TRACK(
      "thresholds.onTrack",
      "bearings.settings.onTrack",
      new SettingRange.Perhaps(part("bearings.error.thresholds.onTrack"))),
  AT_RISK(
      "thresholds.atRisk",
      "bearings.settings.atRisk",
      new SettingRange.Perhaps(part("bearings.error.thresholds.atRisk"))),
  EVERY(
      "cadence.every",
      "bearings.cadence.every",
      SettingRange.OneOf.of(CadenceSetting.Every.values())),
  DAY("cadence.day", "bearings.cadence.day", SettingRange.OneOf.of(DayOfWeek.values())),
  DAY_OF_MONTH(
      "cadence.dayOfMonth",
      "bearings.cadence.dayOfMonth",
      SettingRange.Number.whole(1, UnitRules.LAST_DAY_OF_EVERY_MONTH)),
  HOUR("cadence.hour", "bearings.cadence.hour", SettingRange.Number.whole(0, UnitRules.LAST_HOUR)),
  ADVANCED("advanced", "bearings.unit.advanced", new SettingRange.YesOrNo()),
  MEMBERS(
      "capacity.members",
      "bearings.capacity.members",
      SettingRange.Number.whole(0, UnitRules.MEMBERS)),
  HOURS_PER_DAY(
      "capacity.hoursPerDay",
      "bearings.capacity.hours",
      new SettingRange.Number(
          BigDecimal.ZERO, UnitRules.DAY, UnitRules.DECIMALS, Message.of("bearings.error.hours"))),
  FOCUS_SHARE(
      "capacity.focusShare",
      "bearings.capacity.focus",
      new SettingRange.Number(
          BigDecimal.ZERO,
          BigDecimal.ONE,
          UnitRules.DECIMALS,
          Message.of("bearings.error.range", 0, 1))),
  VIEWERS(Role.VIEWER, false),
  VIEWER_GROUPS(Role.VIEWER, true),
  CONTRIBUTORS(Role.CONTRIBUTOR, false),
  CONTRIBUTOR_GROUPS(Role.CONTRIBUTOR, true),
  LEADS(Role.LEAD, false),
  LEAD_GROUPS(Role.LEAD, true),
  CHAMPIONS(Role.CHAMPION, false),
  CHAMPION_GROUPS(Role.CHAMPION, true),
  EXECUTIVES(Role.EXECUTIVE, false),
  EXECUTIVE_GROUPS(Role.EXECUTIVE, true);

  private final String fileName;
  private final Message label;
  private final SettingRange range;
  private final Optional<Role> role;
  private final boolean ofGroups;

  UnitSetting(String fileName, String label, SettingRange range) {
    this.fileName = fileName;
    this.label = Message.of(label);
    this.range = range;
    this.role = Optional.empty();
    this.ofGroups = false;
  }

  UnitSetting(Role role, boolean ofGroups) {
    String name = role.name().toLowerCase(Locale.ROOT);
    this.fileName = "roles." + name + (ofGroups ? ".groups" : ".people");
    this.label =
        Message.of(
            ofGroups ? "bearings.settings.units.groups" : "bearings.settings.units.people",
            Message.of("bearings.role." + name));
    this.range = new SettingRange.Some(UnitRules.ROLES);
    this.role = Optional.of(role);
    this.ofGroups = ofGroups;
  }

  private static SettingRange part(String outside) {
    return new SettingRange.Number(
        BigDecimal.ZERO, BigDecimal.ONE, UnitRules.DECIMALS, Message.of(outside));
  }

  /** The setting of a name in a file; absent when there is none. */
  public static Optional<UnitSetting> called(String fileName) {
    return Arrays.stream(values()).filter(each -> each.fileName.equals(fileName)).findFirst();
  }

  /** The setting that lists the people, or the groups, who have a role. */
  public static UnitSetting of(Role role, boolean groups) {
    return Arrays.stream(values())
        .filter(each -> each.role.equals(Optional.of(role)) && each.ofGroups == groups)
        .findFirst()
        .orElseThrow();
  }

  /** What it is called in files. */
  public String fileName() {
    return fileName;
  }

  /** What it is called on pages. */
  public Message label() {
    return label;
  }

  /** What it can say. Whether Jira has what it names is asked elsewhere. */
  public SettingRange range() {
    return range;
  }

  /** The role whose holders it lists; absent for all that is no role. */
  public Optional<Role> role() {
    return role;
  }

  /** Whether it lists groups that have a role. */
  public boolean ofGroups() {
    return ofGroups;
  }
}
