package io.bearings.web;

import io.bearings.okr.SeeingSettingChanges;
import io.bearings.okr.SeeingSettingChanges.Seen;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SiteSetting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The log of changes of settings: a part of it, and what it is narrowed to. */
public final class ChangesPage {
  /** What the settings of a unit are called, by their names in the log. */
  private static final Map<String, String> UNIT_SETTINGS =
      Map.ofEntries(
          Map.entry("name", "bearings.changes.unit.name"),
          Map.entry("level", "bearings.unit.level"),
          Map.entry("parentId", "bearings.unit.parent"),
          Map.entry("lead", "bearings.unit.lead"),
          Map.entry("deputy", "bearings.unit.deputy"),
          Map.entry("group", "bearings.unit.group"),
          Map.entry("projects", "bearings.unit.projects"),
          Map.entry("boards", "bearings.unit.boards"),
          Map.entry("openness", "bearings.unit.openness"),
          Map.entry("thresholds", "bearings.changes.unit.thresholds"),
          Map.entry("cadence", "bearings.cadence.every"),
          Map.entry("advanced", "bearings.unit.advanced"),
          Map.entry("capacity", "bearings.changes.unit.capacity"),
          Map.entry("archived", "bearings.changes.unit.archived"));

  private final List<SettingChangeRow> rows;
  private final List<ChoiceOption> subjects;
  private final SettingChanges.Filter filter;
  private final boolean newest;
  private final String older;

  private ChangesPage(
      List<SettingChangeRow> rows,
      List<ChoiceOption> subjects,
      SettingChanges.Filter filter,
      boolean newest,
      String older) {
    this.rows = List.copyOf(rows);
    this.subjects = List.copyOf(subjects);
    this.filter = filter;
    this.newest = newest;
    this.older = older;
  }

  /**
   * A part of the log.
   *
   * @param newest whether it is its beginning
   * @param moments how the reader writes them
   */
  static ChangesPage of(
      List<Seen> changes,
      SettingChanges.Filter filter,
      boolean newest,
      Moments moments,
      PageTexts texts) {
    return new ChangesPage(
        changes.stream().map(each -> row(each, moments, texts)).toList(),
        subjects(filter, texts),
        filter,
        newest,
        changes.size() < SeeingSettingChanges.PAGE
            ? ""
            : String.valueOf(changes.get(changes.size() - 1).id()));
  }

  private static List<ChoiceOption> subjects(SettingChanges.Filter filter, PageTexts texts) {
    return Stream.concat(
            Stream.of(
                new ChoiceOption(
                    "", texts.get("bearings.changes.all"), filter.subject().isEmpty())),
            Arrays.stream(SettingChange.Subject.values())
                .map(
                    each ->
                        new ChoiceOption(
                            each.name(),
                            subject(each, texts),
                            filter.subject().filter(each::equals).isPresent())))
        .toList();
  }

  private static String subject(SettingChange.Subject subject, PageTexts texts) {
    return texts.get("bearings.changes.subject." + subject.name());
  }

  private static SettingChangeRow row(Seen seen, Moments moments, PageTexts texts) {
    SettingChange change = seen.change();
    return new SettingChangeRow(
        moments.text(seen.at()),
        seen.changedByName(),
        URLEncoder.encode(seen.changedBy(), StandardCharsets.UTF_8),
        seen.unitName().orElseGet(() -> subject(change.subject(), texts)),
        change.unitId().map(String::valueOf).orElse(""),
        nameOf(change, texts),
        inWords(change, change.before(), texts),
        inWords(change, change.after(), texts));
  }

  private static String nameOf(SettingChange change, PageTexts texts) {
    return switch (change.subject()) {
      case SITE, OUTGOING ->
          SiteSetting.called(change.name())
              .map(each -> texts.get(each.label()))
              .orElse(change.name());
      case UNIT -> texts.get(UNIT_SETTINGS.getOrDefault(change.name(), "bearings.changes.setting"));
      case ROLES ->
          texts.get(
              "bearings.changes.role",
              texts.get("bearings.role." + change.name().toLowerCase(Locale.ROOT)));
    };
  }

  private static String inWords(SettingChange change, String text, PageTexts texts) {
    return SiteSetting.called(change.name())
        .filter(each -> change.unitId().isEmpty())
        .map(each -> SettingFact.inWords(each, text, texts))
        .orElse(text.isEmpty() ? texts.get("bearings.settings.nothing") : text);
  }

  /** The changes, the newest first. */
  public List<SettingChangeRow> getRows() {
    return rows;
  }

  /** Whether there are no changes in this part of the log. */
  public boolean isWithoutRows() {
    return rows.isEmpty();
  }

  /** What settings can belong to. */
  public List<ChoiceOption> getSubjects() {
    return subjects;
  }

  /** Whether only some changes are looked at. */
  public boolean isNarrowed() {
    return !filter.equals(SettingChanges.Filter.NONE);
  }

  /** The key of the person whose changes are looked at, as a part of an address; or empty. */
  public String getByKey() {
    return filter.changedBy().map(key -> URLEncoder.encode(key, StandardCharsets.UTF_8)).orElse("");
  }

  /** The same as a person reads it. */
  public String getBy() {
    return filter.changedBy().orElse("");
  }

  /** The id of the unit whose changes are looked at; or empty. */
  public String getUnitId() {
    return filter.unitId().map(String::valueOf).orElse("");
  }

  /** What the settings belong to that are looked at; or empty. */
  public String getSubject() {
    return filter.subject().map(Enum::name).orElse("");
  }

  /** Whether the log is shown from its beginning. */
  public boolean isNewest() {
    return newest;
  }

  /** The id before which the log goes on; empty at its end. */
  public String getOlder() {
    return older;
  }
}
