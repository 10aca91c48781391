package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that an administrator can decide for the whole site: what it is called in files, what it can
 * say, and what it says before somebody decides. Pages, checks, files, the log of changes and the
 * table of the administrator's guide are made from this list.
 */
public enum SiteSetting {
  STORY_POINT_FIELD(
      "storyPointField",
      "bearings.settings.storyPointField",
      Part.WORK,
      new SettingRange.Field(),
      Optional.empty()),
  OUT_OF_SCOPE_RESOLUTIONS(
      "outOfScopeResolutions",
      "bearings.settings.resolutions",
      Part.WORK,
      new SettingRange.Resolutions(),
      Optional.empty()),
  IN_PROGRESS_CREDIT(
      "inProgressCredit",
      "bearings.settings.credit",
      Part.WORK,
      new SettingRange.Number(
          BigDecimal.ZERO, BigDecimal.valueOf(100), 2, Message.of("bearings.error.percent")),
      SettingValue.amount("0")),
  ON_TRACK(
      "thresholds.onTrack",
      "bearings.settings.onTrack",
      Part.RULES,
      new SettingRange.Number(
          BigDecimal.ZERO, BigDecimal.ONE, 4, Message.of("bearings.error.thresholds.onTrack")),
      new SettingValue.Amount(Thresholds.DEFAULT.onTrack())),
  AT_RISK(
      "thresholds.atRisk",
      "bearings.settings.atRisk",
      Part.RULES,
      new SettingRange.Number(
          BigDecimal.ZERO, BigDecimal.ONE, 4, Message.of("bearings.error.thresholds.atRisk")),
      new SettingValue.Amount(Thresholds.DEFAULT.atRisk())),
  HOLIDAYS(
      "holidays",
      "bearings.settings.holidays",
      Part.RULES,
      new SettingRange.Days(1_000),
      new SettingValue.Names(List.of())),
  INDIVIDUAL_OBJECTIVES(
      "individualObjectives",
      "bearings.settings.individual",
      Part.RULES,
      new SettingRange.YesOrNo(),
      new SettingValue.Truth(SiteRules.DEFAULT.individualObjectives())),
  WEEK_START(
      "weekStart",
      "bearings.settings.weekStart",
      Part.KPIS,
      new SettingRange.Weekday(),
      SettingValue.name(SiteRules.DEFAULT.weekStart().name())),
  FUNCTION_LIMIT(
      "functionLimit",
      "bearings.settings.functionLimit",
      Part.SEARCH,
      SettingRange.Number.whole(1, 100_000),
      SettingValue.amount("10000")),
  ALLOWED_HOSTS(
      "allowedHosts",
      "bearings.outgoing.hosts",
      Part.OUTGOING,
      new SettingRange.Hosts(100),
      new SettingValue.Names(List.of())),
  PLAIN_MAIL(
      "plainMail",
      "bearings.outgoing.plainMail",
      Part.OUTGOING,
      new SettingRange.YesOrNo(),
      new SettingValue.Truth(false)),
  CALL_LOG_DAYS(
      "callLogDays",
      "bearings.outgoing.callLogDays",
      Part.OUTGOING,
      SettingRange.Number.whole(1, 3_650),
      SettingValue.amount("90"));

  /** What a setting is about. */
  public enum Part {
    /** How the work in Jira counts. */
    WORK,
    /** What holds for the objectives of all units. */
    RULES,
    /** What holds for the KPIs of all units. */
    KPIS,
    /** The search for issues. */
    SEARCH,
    /** What leaves the site. */
    OUTGOING
  }

  private final String fileName;
  private final String label;
  private final Part part;
  private final SettingRange range;
  private final Optional<SettingValue> usual;

  SiteSetting(String fileName, String label, Part part, SettingRange range, SettingValue usual) {
    this(fileName, label, part, range, Optional.of(usual));
  }

  SiteSetting(
      String fileName, String label, Part part, SettingRange range, Optional<SettingValue> usual) {
    this.fileName = fileName;
    this.label = label;
    this.part = part;
    this.range = range;
    this.usual = usual;
  }

  /** The setting of a name in a file; absent when there is none. */
  public static Optional<SiteSetting> called(String fileName) {
    return Arrays.stream(values()).filter(each -> each.fileName.equals(fileName)).findFirst();
  }

  /** What it is called in files, in the REST interface and in the log of changes. */
  public String fileName() {
    return fileName;
  }

  /** The key of what it is called on pages. */
  public String label() {
    return label;
  }

  /** The key of the text that says what it does. */
  public String effect() {
    return label + ".description";
  }

  /** What it is about. */
  public Part part() {
    return part;
  }

  /** What it can say. */
  public SettingRange range() {
    return range;
  }

  /** What it says before somebody decides; absent where that depends on what Jira has. */
  public Optional<SettingValue> usual() {
    return usual;
  }

  /** What is wrong with a value of it; absent when nothing is. */
  public Optional<Message> problem(SettingValue value) {
    return range.problem(value);
  }
}
