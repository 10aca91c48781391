package io.bearings.site;

import static java.util.stream.Collectors.groupingBy;

import io.bearings.okr.Assignment;
import io.bearings.okr.Message;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Openness;
import io.bearings.okr.SettingValue;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitRoles;
import io.bearings.okr.UnitRules;
import io.bearings.okr.UnitSetting;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.UnitWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One file of units beside the units of the site.
 *
 * <p>A unit is known by its place. Where the site has none there, but has just one unit of that
 * name which the file does not name at its place, and the file names the unit above that one, then
 * the file moves it. Everything else at a new place is made.
 */
final class UnitsComparison {
  private static final String NAME = "name";
  private static final String PARENT = "parent";
  private static final String SETTINGS = "settings.";

  private final Structure structure;
  private final UnitNames names;
  private final List<UnitEntry> wanted;
  private final Map<String, Message> problems = new LinkedHashMap<>();
  private final Set<Integer> wrong = new HashSet<>();

  /** The ids of the units that the entries are about, by the number of the entry. */
  private final Map<Integer, Long> known = new HashMap<>();

  private final Map<List<String>, List<Integer>> byPlace;

  UnitsComparison(Structure structure, UnitNames names, List<UnitEntry> wanted) {
    this.structure = structure;
    this.names = names;
    this.wanted = wanted;
    this.byPlace =
        IntStream.range(0, wanted.size())
            .boxed()
            .collect(
                groupingBy(
                    number -> wanted.get(number).place(), LinkedHashMap::new, Collectors.toList()));
  }

  UnitsPlan plan() {
    recognize();
    recognizeMoved();
    List<Target> targets = new ArrayList<>();
    for (int number = 0; number < wanted.size(); number++) {
      target(number).ifPresent(targets::add);
    }
    if (problems.isEmpty()) {
      checkTree(targets);
    }
    if (!problems.isEmpty()) {
      return new UnitsPlan(List.of(), List.of(), problems, List.of(), List.of());
    }
    List<Target> changed = targets.stream().filter(Target::differs).toList();
    return new UnitsPlan(
        changed.stream().map(this::difference).toList(),
        left(),
        problems,
        writes(changed),
        changed.isEmpty() ? List.of() : before(changed));
  }

  private void recognize() {
    byPlace.forEach(
        (place, numbers) -> {
          List<Long> there = structure.at(place);
          if (there.size() == numbers.size()) {
            for (int i = 0; i < numbers.size(); i++) {
              known.put(numbers.get(i), there.get(i));
            }
          } else if (!there.isEmpty()) {
            numbers.forEach(
                number ->
                    problem(
                        number,
                        NAME,
                        Message.of(
                            "bearings.error.settingsFile.namesakes",
                            there.size(),
                            numbers.size())));
          }
        });
  }

  private void recognizeMoved() {
    Map<String, List<Integer>> anew =
        IntStream.range(0, wanted.size())
            .filter(number -> structure.at(wanted.get(number).place()).isEmpty())
            .boxed()
            .collect(groupingBy(number -> wanted.get(number).name()));
    Set<Long> found = new HashSet<>(known.values());
    Map<String, List<UnitRoles>> missing =
        structure.all().stream()
            .filter(each -> !found.contains(each.unit().id()))
            .collect(groupingBy(each -> each.unit().name()));
    IntStream.range(0, wanted.size())
        .boxed()
        .filter(number -> anew.getOrDefault(wanted.get(number).name(), List.of()).size() == 1)
        .filter(number -> anew.get(wanted.get(number).name()).contains(number))
        .filter(number -> missing.getOrDefault(wanted.get(number).name(), List.of()).size() == 1)
        .sorted(Comparator.comparing(number -> level(missing, wanted.get(number))))
        .forEach(
            number -> {
              Unit unit = missing.get(wanted.get(number).name()).get(0).unit();
              if (unit.parentId().filter(known::containsValue).isPresent()) {
                known.put(number, unit.id());
              }
            });
  }

  private static UnitLevel level(Map<String, List<UnitRoles>> missing, UnitEntry entry) {
    return missing.get(entry.name()).get(0).unit().level();
  }

  /**
   * Where a unit is to stand.
   *
   * @param entry the number of the entry of the unit above
   * @param unit the id of the unit above, where the file does not name it
   */
  private record Above(Optional<Integer> entry, Optional<Long> unit) {
    private static final Above TOP = new Above(Optional.empty(), Optional.empty());
  }

  /**
   * A unit as the file wants it.
   *
   * @param stored absent: it is made
   * @param before what its settings say
   * @param after what they are to say
   * @param unit in the place where it is to stand; one that is made has a number below 0 for an id
   */
  private record Target(
      int number,
      Optional<UnitRoles> stored,
      Map<UnitSetting, SettingValue> before,
      Map<UnitSetting, SettingValue> after,
      Above above,
      Unit unit,
      List<Assignment> roles) {

    private boolean moves() {
      return !stored.map(each -> each.unit().parentId()).equals(Optional.of(unit.parentId()));
    }

    private boolean differs() {
      return moves() || !before.equals(after);
    }

    /** Whether it is to stand otherwise in the tree. */
    private boolean stands() {
      return moves()
          || !before.get(UnitSetting.LEVEL).equals(after.get(UnitSetting.LEVEL))
          || !before.get(UnitSetting.ARCHIVED).equals(after.get(UnitSetting.ARCHIVED));
    }
  }

  /** Absent where the entry has a problem. */
  private Optional<Target> target(int number) {
    UnitEntry entry = wanted.get(number);
    Optional<UnitRoles> stored = Optional.ofNullable(known.get(number)).map(structure::unit);
    Optional<Map<UnitSetting, SettingValue>> values = merged(number, stored);
    Optional<Above> above = above(number, stored);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    UnitNames.Meant meant =
        names.meant(
            entry.name(),
            values.get(),
            stored,
            (setting, problem) -> problem(number, setting.fileName(), problem));
    UnitRules.problems(meant.draft())
        .forEach((field, problem) -> problem(number, withoutPrefix(field), problem));
    if (meant.roles().size() > UnitRules.ROLES) {
      problem(
          number,
          UnitSetting.VIEWERS.fileName(),
          Message.of("bearings.error.tooMany", UnitRules.ROLES));
    }
    if (above.isEmpty() || isWrong(number)) {
      return Optional.empty();
    }
    Optional<Long> parentId = above.get().entry().map(this::idOf).or(above.get()::unit);
    Unit unit = unit(number, stored, meant, parentId);
    return Optional.of(
        new Target(
            number,
            stored,
            stored.map(names::values).orElse(Map.of()),
            names.values(new UnitRoles(unit, meant.roles())),
            above.get(),
            unit,
            meant.roles()));
  }

  private static String withoutPrefix(String field) {
    return field.startsWith(SETTINGS) ? field.substring(SETTINGS.length()) : field;
  }

  private Unit unit(
      int number, Optional<UnitRoles> stored, UnitNames.Meant meant, Optional<Long> parentId) {
    return new UnitWrite(
            stored, meant.below(parentId), Optional.empty(), meant.archived(), meant.roles())
        .as(idOf(number), parentId, stored.map(each -> each.unit().version()).orElse(0));
  }

  private long idOf(int number) {
    return known.getOrDefault(number, -1L - number);
  }

  /** What the file says over what is so; absent where the file says what no setting can say. */
  private Optional<Map<UnitSetting, SettingValue>> merged(int number, Optional<UnitRoles> stored) {
    UnitEntry entry = wanted.get(number);
    Map<UnitSetting, SettingValue> values = new EnumMap<>(UnitSetting.class);
    values.putAll(stored.map(names::values).orElseGet(() -> begin(entry)));
    entry
        .values()
        .forEach(
            (setting, value) -> {
              Optional<Message> problem = setting.range().problem(value);
              problem.ifPresent(each -> problem(number, setting.fileName(), each));
              values.put(setting, value);
            });
    if (!values.containsKey(UnitSetting.LEVEL)) {
      problem(number, UnitSetting.LEVEL.fileName(), Message.of("bearings.error.required"));
    }
    return isWrong(number) ? Optional.empty() : Optional.of(values);
  }

  /** What a unit of the level that the entry names begins with; nothing where it names none. */
  private Map<UnitSetting, SettingValue> begin(UnitEntry entry) {
    SettingValue level = entry.values().get(UnitSetting.LEVEL);
    if (level == null || UnitSetting.LEVEL.range().problem(level).isPresent()) {
      return Map.of();
    }
    UnitLevel found = UnitLevel.valueOf(level.text());
    return names.values(
        new UnitRoles(
            new Unit(
                0,
                entry.name(),
                found,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Openness.of(found),
                UnitSettings.DEFAULT,
                false,
                0),
            List.of()));
  }

  private Optional<Above> above(int number, Optional<UnitRoles> stored) {
    List<String> parent = wanted.get(number).parent();
    if (parent.isEmpty()) {
      return Optional.of(Above.TOP);
    }
    Set<Long> named = Set.copyOf(known.values());
    List<Above> found = new ArrayList<>();
    byPlace
        .getOrDefault(parent, List.of())
        .forEach(each -> found.add(new Above(Optional.of(each), Optional.empty())));
    if (found.isEmpty()) {
      structure.at(parent).stream()
          .filter(id -> !named.contains(id))
          .forEach(id -> found.add(new Above(Optional.empty(), Optional.of(id))));
    }
    Optional<Above> only =
        found.size() == 1
            ? Optional.of(found.get(0))
            : found.stream()
                .filter(each -> stored.flatMap(it -> it.unit().parentId()).equals(idOf(each)))
                .findFirst();
    if (only.isEmpty()) {
      problem(
          number,
          PARENT,
          Message.of(
              found.isEmpty()
                  ? "bearings.error.settingsFile.noParent"
                  : "bearings.error.settingsFile.parents",
              UnitEntry.title(parent)));
    }
    return only;
  }

  private Optional<Long> idOf(Above above) {
    return above.entry().map(this::idOf).or(above::unit);
  }

  /** The tree as it is to be: units that the file does not name stand as they stand. */
  private void checkTree(List<Target> targets) {
    Map<Long, Unit> after = new LinkedHashMap<>();
    structure.all().forEach(each -> after.put(each.unit().id(), each.unit()));
    targets.forEach(each -> after.put(each.unit().id(), each.unit()));
    Map<Long, List<Unit>> below =
        after.values().stream()
            .filter(unit -> unit.parentId().isPresent())
            .collect(groupingBy(unit -> unit.parentId().orElseThrow()));
    targets.stream()
        .filter(each -> each.stored().isEmpty() || each.stands())
        .forEach(
            each ->
                UnitRules.treeProblems(
                        each.unit(),
                        each.unit().parentId().map(after::get),
                        below.getOrDefault(each.unit().id(), List.of()))
                    .forEach(
                        (field, problem) ->
                            problem(
                                each.number(),
                                field.equals("parentId") ? PARENT : field,
                                problem)));
  }

  private void problem(int number, String field, Message problem) {
    UnitEntry entry = wanted.get(number);
    wrong.add(number);
    problems.putIfAbsent(
        "units[" + number + "]." + field,
        Message.of(
            "bearings.error.settingsFile.inUnit", entry.title(), entry.line(field), problem));
  }

  private boolean isWrong(int number) {
    return wrong.contains(number);
  }

  private UnitDifference difference(Target target) {
    List<UnitDifference.Change> changes = new ArrayList<>();
    if (target.moves()) {
      changes.add(
          new UnitDifference.Change(
              PARENT,
              Message.of("bearings.unit.parent"),
              target
                  .stored()
                  .flatMap(each -> each.unit().parentId())
                  .map(structure::place)
                  .map(UnitEntry::title)
                  .orElse(""),
              UnitEntry.title(wanted.get(target.number()).parent())));
    }
    target
        .after()
        .forEach(
            (setting, after) -> {
              Optional<SettingValue> before = Optional.ofNullable(target.before().get(setting));
              if (!before.equals(Optional.of(after))) {
                changes.add(
                    new UnitDifference.Change(
                        setting.fileName(),
                        setting.label(),
                        before.map(SettingValue::text).orElse(""),
                        after.text()));
              }
            });
    return new UnitDifference(
        wanted.get(target.number()).title(),
        target.stored().isEmpty(),
        changes.stream().filter(each -> !each.before().equals(each.after())).toList());
  }

  private List<String> left() {
    Set<Long> named = Set.copyOf(known.values());
    return structure.all().stream()
        .map(each -> each.unit().id())
        .filter(id -> !named.contains(id))
        .map(id -> UnitEntry.title(structure.place(id)))
        .toList();
  }

  /** A unit stands below one of a higher level, so that those come first. */
  private static List<UnitWrite> writes(List<Target> changed) {
    List<Target> ordered =
        changed.stream()
            .sorted(Comparator.comparing((Target each) -> each.unit().level()))
            .toList();
    Map<Integer, Integer> made = new HashMap<>();
    List<UnitWrite> writes = new ArrayList<>();
    for (Target each : ordered) {
      writes.add(write(each, each.above().entry().map(made::get)));
      if (each.stored().isEmpty()) {
        made.put(each.number(), writes.size() - 1);
      }
    }
    return writes;
  }

  private static UnitWrite write(Target target, Optional<Integer> above) {
    Unit unit = target.unit();
    return new UnitWrite(
        target.stored(),
        new NewUnit(
            unit.name(),
            unit.level(),
            above.isPresent() ? Optional.empty() : unit.parentId(),
            unit.leadKey(),
            unit.deputyKey(),
            unit.groupName(),
            unit.projectIds(),
            unit.boardIds(),
            unit.openness(),
            unit.settings()),
        above,
        unit.archived(),
        target.roles());
  }

  /** What takes the changes back: units that were made go into the archive. */
  private List<UnitEntry> before(List<Target> changed) {
    List<UnitEntry> before = new ArrayList<>(structure.entries(names));
    changed.stream()
        .filter(each -> each.stored().isEmpty())
        .forEach(
            each -> {
              Map<UnitSetting, SettingValue> values = new EnumMap<>(each.after());
              values.put(UnitSetting.ARCHIVED, new SettingValue.Truth(true));
              before.add(new UnitEntry(formerPlace(each.number()), values));
            });
    return before;
  }

  /** The place below units that stand where they stood. */
  private List<String> formerPlace(int number) {
    Optional<Long> unit = Optional.ofNullable(known.get(number));
    if (unit.isPresent()) {
      return structure.place(unit.get());
    }
    UnitEntry entry = wanted.get(number);
    List<String> place =
        new ArrayList<>(
            byPlace.getOrDefault(entry.parent(), List.of()).stream()
                .findFirst()
                .map(this::formerPlace)
                .orElse(entry.parent()));
    place.add(entry.name());
    return place;
  }
}
