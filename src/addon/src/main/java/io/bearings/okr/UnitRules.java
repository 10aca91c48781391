package io.bearings.okr;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a unit must keep to: in its own fields, and in the tree. */
public final class UnitRules {
  /** The longest name, in UTF-16 units. */
  public static final int NAME_LENGTH = 255;

  /** The most Jira projects of one unit. */
  public static final int PROJECTS = 25;

  /** The most boards of one unit. */
  public static final int BOARDS = 25;

  /** The most people and groups that have a role in one unit. */
  public static final int ROLES = 500;

  /** The most people of a unit. */
  public static final int MEMBERS = 100_000;

  static final int LAST_HOUR = 23;
  static final int LAST_DAY_OF_EVERY_MONTH = 28;
  static final BigDecimal DAY = BigDecimal.valueOf(24);
  static final int DECIMALS = 4;

  private UnitRules() {}

  /** What is wrong with the fields that need nobody else to be asked, by field. */
  public static Map<String, Message> problems(UnitDraft draft) {
    Map<String, Message> problems = new LinkedHashMap<>();
    nameProblem(draft.name()).ifPresent(problem -> problems.put("name", problem));
    if (draft.deputyKey().isPresent() && draft.deputyKey().equals(draft.leadKey())) {
      problems.put("deputy", Message.of("bearings.error.unit.sameDeputy"));
    }
    if (draft.projectIds().size() > PROJECTS) {
      problems.put("projects", Message.of("bearings.error.tooMany", PROJECTS));
    }
    if (draft.boardIds().filter(boards -> boards.size() > BOARDS).isPresent()) {
      problems.put("boards", Message.of("bearings.error.tooMany", BOARDS));
    }
    draft.settings().ifPresent(settings -> problems.putAll(problems(settings)));
    return problems;
  }

  static Optional<Message> nameProblem(String name) {
    return name.isBlank()
        ? Optional.of(Message.of("bearings.error.required"))
        : Texts.lineProblem(name, NAME_LENGTH);
  }

  private static Map<String, Message> problems(UnitSettingsDraft settings) {
    Map<String, Message> problems = new LinkedHashMap<>();
    settings.thresholds().ifPresent(pace -> problems.putAll(problems(pace, "settings.")));
    CadenceSetting cadence = settings.cadence();
    if (cadence.dayOfMonth() < 1 || cadence.dayOfMonth() > LAST_DAY_OF_EVERY_MONTH) {
      problems.put(
          "settings.cadence.dayOfMonth",
          Message.of("bearings.error.range", 1, LAST_DAY_OF_EVERY_MONTH));
    }
    if (cadence.hour() < 0 || cadence.hour() > LAST_HOUR) {
      problems.put("settings.cadence.hour", Message.of("bearings.error.range", 0, LAST_HOUR));
    }
    Capacity capacity = settings.capacity();
    if (capacity.members() < 0 || capacity.members() > MEMBERS) {
      problems.put("settings.capacity.members", Message.of("bearings.error.range", 0, MEMBERS));
    }
    if (capacity.hoursPerDay().signum() <= 0 || capacity.hoursPerDay().compareTo(DAY) > 0) {
      problems.put("settings.capacity.hoursPerDay", Message.of("bearings.error.hours"));
    } else {
      decimals(capacity.hoursPerDay())
          .ifPresent(problem -> problems.put("settings.capacity.hoursPerDay", problem));
    }
    if (capacity.focusShare().signum() < 0 || capacity.focusShare().compareTo(BigDecimal.ONE) > 0) {
      problems.put("settings.capacity.focusShare", Message.of("bearings.error.range", 0, 1));
    } else {
      decimals(capacity.focusShare())
          .ifPresent(problem -> problems.put("settings.capacity.focusShare", problem));
    }
    return problems;
  }

  /**
   * What is wrong with thresholds, by field.
   *
   * @param prefix what stands before {@code thresholds.onTrack} in the names of the fields
   */
  public static Map<String, Message> problems(UnitSettingsDraft.Pace pace, String prefix) {
    Map<String, Message> problems = new LinkedHashMap<>();
    if (pace.onTrack().signum() <= 0 || pace.onTrack().compareTo(BigDecimal.ONE) > 0) {
      problems.put(prefix + "thresholds.onTrack", Message.of("bearings.error.thresholds.onTrack"));
    } else {
      decimals(pace.onTrack())
          .ifPresent(problem -> problems.put(prefix + "thresholds.onTrack", problem));
    }
    if (pace.atRisk().signum() <= 0 || pace.atRisk().compareTo(pace.onTrack()) >= 0) {
      problems.put(prefix + "thresholds.atRisk", Message.of("bearings.error.thresholds.atRisk"));
    } else {
      decimals(pace.atRisk())
          .ifPresent(problem -> problems.put(prefix + "thresholds.atRisk", problem));
    }
    return problems;
  }

  private static Optional<Message> decimals(BigDecimal number) {
    return number.stripTrailingZeros().scale() > DECIMALS
        ? Optional.of(Message.of("bearings.error.decimals", DECIMALS))
        : Optional.empty();
  }

  /**
   * What is wrong with the place of a unit in the tree, by field.
   *
   * @param parent the unit above; absent at the top
   * @param below the units directly below it
   */
  static Map<String, Message> placeProblems(
      UnitLevel level, Optional<Unit> parent, Collection<Unit> below) {
    Map<String, Message> problems = orderProblems(level, parent, below);
    if (parent.filter(Unit::archived).isPresent()) {
      problems.putIfAbsent("parentId", Message.of("bearings.error.unit.parentArchived"));
    }
    return problems;
  }

  /**
   * What is wrong with how a unit is to stand in a tree that changes at once, by field. An archived
   * unit may stand below another one.
   *
   * @param parent the unit above as it is to be; absent at the top
   * @param below the units directly below it as they are to be
   */
  public static Map<String, Message> treeProblems(
      Unit unit, Optional<Unit> parent, Collection<Unit> below) {
    Map<String, Message> problems = orderProblems(unit.level(), parent, below);
    if (!unit.archived() && parent.filter(Unit::archived).isPresent()) {
      problems.putIfAbsent("parentId", Message.of("bearings.error.unit.parentArchived"));
    }
    List<Unit> inUse = below.stream().filter(each -> !each.archived()).toList();
    if (unit.archived() && !inUse.isEmpty()) {
      problems.put("archived", Message.of("bearings.error.unit.inUse", names(inUse)));
    }
    return problems;
  }

  private static Map<String, Message> orderProblems(
      UnitLevel level, Optional<Unit> parent, Collection<Unit> below) {
    Map<String, Message> problems = new LinkedHashMap<>();
    if (level == UnitLevel.COMPANY && parent.isPresent()) {
      problems.put("parentId", Message.of("bearings.error.unit.companyBelow"));
    } else if (level != UnitLevel.COMPANY && parent.isEmpty()) {
      problems.put("parentId", Message.of("bearings.error.unit.parentRequired"));
    } else if (parent.filter(above -> !level.fitsBelow(above.level())).isPresent()) {
      problems.put("parentId", Message.of("bearings.error.unit.order"));
    }
    List<Unit> misfits = below.stream().filter(unit -> !unit.level().fitsBelow(level)).toList();
    if (!misfits.isEmpty()) {
      problems.put("level", Message.of("bearings.error.unit.misfits", names(misfits)));
    }
    return problems;
  }

  /** The names of units, as a sentence lists them. */
  static String names(Collection<Unit> units) {
    return units.stream().map(Unit::name).collect(joining(", "));
  }
}
