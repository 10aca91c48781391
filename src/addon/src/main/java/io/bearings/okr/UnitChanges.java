package io.bearings.okr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became different in a unit, as the log of changes keeps it. */
public final class UnitChanges {
  private UnitChanges() {}

  /** That a unit was made. */
  public static SettingChange made(long unitId, String name) {
    return change(SettingChange.Subject.UNIT, unitId, "name", "", name);
  }

  /** What differs between a unit as it was and as it is. */
  public static List<SettingChange> between(Unit before, Unit after) {
    Differences found = new Differences(before, after);
    found.add("name", Unit::name);
    found.add("level", unit -> unit.level().name());
    found.add("parentId", unit -> optional(unit.parentId()));
    found.add("lead", unit -> optional(unit.leadKey()));
    found.add("deputy", unit -> optional(unit.deputyKey()));
    found.add("group", unit -> optional(unit.groupName()));
    found.add("projects", unit -> joined(unit.projectIds()));
    found.add("boards", unit -> joined(unit.boardIds()));
    found.add("openness", unit -> unit.openness().name());
    found.add("thresholds", unit -> unit.settings().thresholds().map(UnitChanges::text).orElse(""));
    found.add("cadence", unit -> text(unit.settings().cadence()));
    found.add("advanced", unit -> String.valueOf(unit.settings().advanced()));
    found.add("capacity", unit -> text(unit.settings().capacity()));
    found.add("archived", unit -> String.valueOf(unit.archived()));
    return found.changes;
  }

  /** What differs between the roles of a unit as they were and as they are. */
  public static List<SettingChange> between(
      long unitId, Collection<Assignment> before, Collection<Assignment> after) {
    List<SettingChange> changes = new ArrayList<>();
    before.stream()
        .filter(each -> !after.contains(each))
        .forEach(each -> changes.add(role(unitId, each, holder(each), "")));
    after.stream()
        .filter(each -> !before.contains(each))
        .forEach(each -> changes.add(role(unitId, each, "", holder(each))));
    return changes;
  }

  private static SettingChange role(long unitId, Assignment role, String before, String after) {
    return change(SettingChange.Subject.ROLES, unitId, role.role().name(), before, after);
  }

  private static String holder(Assignment role) {
    return role.holder() instanceof Assignment.OnePerson one
        ? one.userKey()
        : "@" + ((Assignment.AllOf) role.holder()).groupName();
  }

  private static SettingChange change(
      SettingChange.Subject subject, long unitId, String name, String before, String after) {
    return new SettingChange(subject, Optional.of(unitId), name, before, after);
  }

  private static String optional(Optional<?> value) {
    return value.map(String::valueOf).orElse("");
  }

  private static String joined(List<Long> ids) {
    return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String text(Thresholds thresholds) {
    return new SettingValue.Amount(thresholds.onTrack()).text()
        + ", "
        + new SettingValue.Amount(thresholds.atRisk()).text();
  }

  private static String text(CadenceSetting cadence) {
    String day =
        cadence.every() == CadenceSetting.Every.MONTHLY
            ? String.valueOf(cadence.dayOfMonth())
            : cadence.day().name();
    return cadence.every() + ", " + day + ", " + cadence.hour() + ":00";
  }

  private static String text(Capacity capacity) {
    return capacity.members()
        + ", "
        + new SettingValue.Amount(capacity.hoursPerDay()).text()
        + ", "
        + new SettingValue.Amount(capacity.focusShare()).text();
  }

  private static final class Differences {
    private final Unit before;
    private final Unit after;
    private final List<SettingChange> changes = new ArrayList<>();

    private Differences(Unit before, Unit after) {
      this.before = before;
      this.after = after;
    }

    private void add(String name, Function<Unit, String> text) {
      String was = text.apply(before);
      String is = text.apply(after);
      if (!was.equals(is)) {
        changes.add(change(SettingChange.Subject.UNIT, after.id(), name, was, is));
      }
    }
  }
}
