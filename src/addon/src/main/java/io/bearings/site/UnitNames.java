package io.bearings.site;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Access;
import io.bearings.okr.Assignment;
import io.bearings.okr.BoardNames;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.Message;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Role;
import io.bearings.okr.SettingRange;
import io.bearings.okr.SettingValue;
import io.bearings.okr.Thresholds;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitDraft;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitRoles;
import io.bearings.okr.UnitSetting;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.UnitSettingsDraft;
import io.bearings.okr.UserNames;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How units say by names what they keep by keys and ids, and back, for one request. What a unit has
 * already is known by what would be written for it, also where it is gone or hidden: it stays.
 */
final class UnitNames {
  private final Map<Long, String> projectKeys;
  private final Map<String, Long> projectIds;
  private final Map<Long, String> boards;
  private final boolean software;
  private final UserNames users;
  private final Access access;

  UnitNames(Person who, Access access, BoardNames boards, UserNames users) {
    List<ProjectRef> projects = access.browsable(who);
    this.projectKeys = projects.stream().collect(toMap(ProjectRef::id, ProjectRef::key));
    this.projectIds = projects.stream().collect(toMap(ProjectRef::key, ProjectRef::id));
    this.software = boards.canTell();
    this.boards = software ? boards.namesOfAll(who) : Map.of();
    this.users = users;
    this.access = access;
  }

  /** What all settings of a unit say. */
  Map<UnitSetting, SettingValue> values(UnitRoles standing) {
    Unit unit = standing.unit();
    UnitSettings settings = unit.settings();
    Map<UnitSetting, SettingValue> values = new EnumMap<>(UnitSetting.class);
    values.put(UnitSetting.LEVEL, SettingValue.name(unit.level().name()));
    values.put(UnitSetting.ARCHIVED, new SettingValue.Truth(unit.archived()));
    values.put(UnitSetting.OPENNESS, SettingValue.name(unit.openness().name()));
    values.put(UnitSetting.LEAD, new SettingValue.Name(unit.leadKey().map(this::userName)));
    values.put(UnitSetting.DEPUTY, new SettingValue.Name(unit.deputyKey().map(this::userName)));
    values.put(UnitSetting.GROUP, new SettingValue.Name(unit.groupName()));
    values.put(UnitSetting.PROJECTS, names(unit.projectIds(), this::projectName));
    values.put(
        UnitSetting.BOARDS,
        new SettingValue.Boards(unit.boardIds().stream().map(this::board).toList()));
    values.put(UnitSetting.ON_TRACK, perhaps(settings.thresholds().map(Thresholds::onTrack)));
    values.put(UnitSetting.AT_RISK, perhaps(settings.thresholds().map(Thresholds::atRisk)));
    values.put(UnitSetting.EVERY, SettingValue.name(settings.cadence().every().name()));
    values.put(UnitSetting.DAY, SettingValue.name(settings.cadence().day().name()));
    values.put(UnitSetting.DAY_OF_MONTH, amount(settings.cadence().dayOfMonth()));
    values.put(UnitSetting.HOUR, amount(settings.cadence().hour()));
    values.put(UnitSetting.ADVANCED, new SettingValue.Truth(settings.advanced()));
    values.put(UnitSetting.MEMBERS, amount(settings.capacity().members()));
    values.put(
        UnitSetting.HOURS_PER_DAY, new SettingValue.Amount(settings.capacity().hoursPerDay()));
    values.put(UnitSetting.FOCUS_SHARE, new SettingValue.Amount(settings.capacity().focusShare()));
    for (Role role : Role.values()) {
      values.put(
          UnitSetting.of(role, false), names(people(standing.roles(), role), this::userName));
      values.put(
          UnitSetting.of(role, true), names(groups(standing.roles(), role), Function.identity()));
    }
    return values;
  }

  private static SettingValue amount(int number) {
    return new SettingValue.Amount(BigDecimal.valueOf(number));
  }

  private static SettingValue perhaps(Optional<BigDecimal> number) {
    return number.<SettingValue>map(SettingValue.Amount::new).orElse(SettingRange.Perhaps.NONE);
  }

  private static <T> SettingValue names(Collection<T> things, Function<T, String> nameOf) {
    return new SettingValue.Names(things.stream().map(nameOf).toList());
  }

  private static List<String> people(Collection<Assignment> roles, Role role) {
    return roles.stream()
        .filter(each -> each.role() == role)
        .map(Assignment::holder)
        .filter(Assignment.OnePerson.class::isInstance)
        .map(each -> ((Assignment.OnePerson) each).userKey())
        .toList();
  }

  private static List<String> groups(Collection<Assignment> roles, Role role) {
    return roles.stream()
        .filter(each -> each.role() == role)
        .map(Assignment::holder)
        .filter(Assignment.AllOf.class::isInstance)
        .map(each -> ((Assignment.AllOf) each).groupName())
        .toList();
  }

  /** The name by which somebody logs in; the key of somebody who is gone. */
  private String userName(String key) {
    return users.userNameOf(key).orElse(key);
  }

  /** The key; the id of a project that is gone or hidden. */
  private String projectName(long id) {
    return projectKeys.getOrDefault(id, String.valueOf(id));
  }

  private SettingValue.Board board(long id) {
    return new SettingValue.Board(id, Optional.ofNullable(boards.get(id)));
  }

  /**
   * What a unit is to be, without its place.
   *
   * @param draft all that it is to say of itself
   */
  record Meant(UnitDraft draft, boolean archived, List<Assignment> roles) {
    /** The unit below another one; only for a draft without a problem. */
    NewUnit below(Optional<Long> parentId) {
      return new NewUnit(
          draft.name(),
          draft.level().orElseThrow(),
          parentId,
          draft.leadKey(),
          draft.deputyKey(),
          draft.groupName(),
          draft.projectIds(),
          draft.boardIds().orElseThrow(),
          draft.openness().orElseThrow(),
          draft.settings().map(UnitNames::settings).orElseThrow());
    }
  }

  private static UnitSettings settings(UnitSettingsDraft draft) {
    return new UnitSettings(
        draft.thresholds().map(pace -> new Thresholds(pace.onTrack(), pace.atRisk())),
        draft.cadence(),
        draft.advanced(),
        draft.capacity());
  }

  /**
   * What a unit is to be. What names nothing of this Jira is left out and told.
   *
   * @param values one for each setting, in its range
   * @param stored the unit as it stands; absent: it is made
   * @param problems takes what is wrong
   */
  Meant meant(
      String name,
      Map<UnitSetting, SettingValue> values,
      Optional<UnitRoles> stored,
      BiConsumer<UnitSetting, Message> problems) {
    Reading reading = new Reading(values, stored, problems);
    UnitDraft draft =
        new UnitDraft(
            name,
            Optional.of(UnitLevel.valueOf(reading.text(UnitSetting.LEVEL))),
            Optional.empty(),
            reading.person(UnitSetting.LEAD, Unit::leadKey),
            reading.person(UnitSetting.DEPUTY, Unit::deputyKey),
            reading.group(),
            reading.projects(),
            Optional.of(reading.boards()),
            Optional.of(Openness.valueOf(reading.text(UnitSetting.OPENNESS))),
            Optional.of(reading.settings()));
    return new Meant(draft, reading.truth(UnitSetting.ARCHIVED), reading.roles());
  }

  /** The values of one unit on their way to what they mean. */
  private final class Reading {
    private final Map<UnitSetting, SettingValue> values;
    private final Optional<UnitRoles> stored;
    private final BiConsumer<UnitSetting, Message> problems;

    private Reading(
        Map<UnitSetting, SettingValue> values,
        Optional<UnitRoles> stored,
        BiConsumer<UnitSetting, Message> problems) {
      this.values = values;
      this.stored = stored;
      this.problems = problems;
    }

    private String text(UnitSetting setting) {
      return values.get(setting).text();
    }

    private boolean truth(UnitSetting setting) {
      return ((SettingValue.Truth) values.get(setting)).truth();
    }

    private Optional<String> name(UnitSetting setting) {
      return ((SettingValue.Name) values.get(setting)).name();
    }

    private List<String> names(UnitSetting setting) {
      return ((SettingValue.Names) values.get(setting)).names();
    }

    private BigDecimal amount(UnitSetting setting) {
      return ((SettingValue.Amount) values.get(setting)).amount();
    }

    private int whole(UnitSetting setting) {
      return amount(setting).intValueExact();
    }

    /** What somebody names, told where there is none: what is stored by that name stays. */
    private <T> Optional<T> found(
        UnitSetting setting,
        String name,
        Stream<T> kept,
        Function<T, String> nameOf,
        Function<String, Optional<T>> find,
        String none) {
      Optional<T> found =
          kept.filter(each -> nameOf.apply(each).equals(name))
              .findFirst()
              .or(() -> name.isBlank() ? Optional.empty() : find.apply(name));
      if (found.isEmpty()) {
        problems.accept(setting, Message.of(none, name));
      }
      return found;
    }

    private Optional<String> person(UnitSetting setting, String name, Stream<String> kept) {
      return found(
          setting,
          name,
          kept,
          UnitNames.this::userName,
          users::keyOf,
          "bearings.error.noSuchPerson");
    }

    private Optional<String> person(UnitSetting setting, Function<Unit, Optional<String>> keyOf) {
      return name(setting)
          .flatMap(
              name -> person(setting, name, stored.map(UnitRoles::unit).flatMap(keyOf).stream()));
    }

    private Optional<String> group(UnitSetting setting, String name, Stream<String> kept) {
      return found(
          setting,
          name,
          kept,
          Function.identity(),
          each -> Optional.of(each).filter(access::groupExists),
          "bearings.error.noSuchGroup");
    }

    private Optional<String> group() {
      return name(UnitSetting.GROUP)
          .flatMap(
              name ->
                  group(
                      UnitSetting.GROUP,
                      name,
                      stored.map(UnitRoles::unit).flatMap(Unit::groupName).stream()));
    }

    /** Those that the person may not browse stay: they can neither be seen nor taken away. */
    private List<Long> projects() {
      List<Long> kept = stored.map(each -> each.unit().projectIds()).orElse(List.of());
      Stream<Long> named =
          names(UnitSetting.PROJECTS).stream()
              .flatMap(
                  name ->
                      found(
                          UnitSetting.PROJECTS,
                          name,
                          kept.stream(),
                          UnitNames.this::projectName,
                          key -> Optional.ofNullable(projectIds.get(key)),
                          "bearings.error.noProject")
                          .stream());
      Stream<Long> hidden = kept.stream().filter(id -> !projectKeys.containsKey(id));
      return ordered(Stream.concat(named, hidden), kept);
    }

    private List<Long> boards() {
      List<Long> kept = stored.map(each -> each.unit().boardIds()).orElse(List.of());
      return ordered(
          ((SettingValue.Boards) values.get(UnitSetting.BOARDS))
              .boards().stream().flatMap(board -> board(board, kept).stream()),
          kept);
    }

    /** A board by its id where it is still called so, else by its name alone: ids differ. */
    private Optional<Long> board(SettingValue.Board wanted, List<Long> kept) {
      if (kept.stream().anyMatch(id -> UnitNames.this.board(id).equals(wanted))) {
        return Optional.of(wanted.id());
      }
      if (!software) {
        problems.accept(UnitSetting.BOARDS, Message.of("bearings.error.unit.noSoftware"));
        return Optional.empty();
      }
      Optional<String> here = Optional.ofNullable(boards.get(wanted.id()));
      if (here.isPresent() && wanted.name().map(here.get()::equals).orElse(true)) {
        return Optional.of(wanted.id());
      }
      List<Long> namesakes =
          boards.entrySet().stream()
              .filter(each -> wanted.name().equals(Optional.of(each.getValue())))
              .map(Map.Entry::getKey)
              .toList();
      if (namesakes.size() == 1) {
        return Optional.of(namesakes.get(0));
      }
      problems.accept(UnitSetting.BOARDS, boardProblem(wanted, here, namesakes.size()));
      return Optional.empty();
    }

    private static Message boardProblem(
        SettingValue.Board wanted, Optional<String> here, int namesakes) {
      String what = new SettingValue.Boards(List.of(wanted)).text();
      if (namesakes > 1) {
        return Message.of("bearings.error.settingsFile.boards", what, namesakes);
      }
      return here.isPresent()
          ? Message.of("bearings.error.settingsFile.otherBoard", what, here.get())
          : Message.of("bearings.error.noBoard", what);
    }

    /** In the order in which they are stored, so that what is only listed otherwise is the same. */
    private static List<Long> ordered(Stream<Long> ids, List<Long> kept) {
      Set<Long> wanted = new TreeSet<>(ids.toList());
      Set<Long> ordered = new LinkedHashSet<>(kept);
      ordered.retainAll(wanted);
      ordered.addAll(wanted);
      return List.copyOf(ordered);
    }

    private UnitSettingsDraft settings() {
      return new UnitSettingsDraft(
          thresholds(),
          new CadenceSetting(
              CadenceSetting.Every.valueOf(text(UnitSetting.EVERY)),
              DayOfWeek.valueOf(text(UnitSetting.DAY)),
              whole(UnitSetting.DAY_OF_MONTH),
              whole(UnitSetting.HOUR)),
          truth(UnitSetting.ADVANCED),
          new Capacity(
              whole(UnitSetting.MEMBERS),
              amount(UnitSetting.HOURS_PER_DAY),
              amount(UnitSetting.FOCUS_SHARE)));
    }

    /** Both, or those of the site. */
    private Optional<UnitSettingsDraft.Pace> thresholds() {
      boolean onTrack = values.get(UnitSetting.ON_TRACK) instanceof SettingValue.Amount;
      boolean atRisk = values.get(UnitSetting.AT_RISK) instanceof SettingValue.Amount;
      if (onTrack && atRisk) {
        return Optional.of(
            new UnitSettingsDraft.Pace(amount(UnitSetting.ON_TRACK), amount(UnitSetting.AT_RISK)));
      }
      if (onTrack || atRisk) {
        problems.accept(
            onTrack ? UnitSetting.AT_RISK : UnitSetting.ON_TRACK,
            Message.of("bearings.error.settingsFile.bothThresholds"));
      }
      return Optional.empty();
    }

    /** In the order in which they are stored, so that what is only listed otherwise is the same. */
    private List<Assignment> roles() {
      List<Assignment> kept = stored.map(UnitRoles::roles).orElse(List.of());
      Set<Assignment> wanted = new LinkedHashSet<>();
      for (Role role : Role.values()) {
        UnitSetting people = UnitSetting.of(role, false);
        names(people).stream()
            .flatMap(name -> person(people, name, UnitNames.people(kept, role).stream()).stream())
            .map(key -> new Assignment(role, new Assignment.OnePerson(key)))
            .forEach(wanted::add);
        UnitSetting groups = UnitSetting.of(role, true);
        names(groups).stream()
            .flatMap(name -> group(groups, name, UnitNames.groups(kept, role).stream()).stream())
            .map(name -> new Assignment(role, new Assignment.AllOf(name)))
            .forEach(wanted::add);
      }
      Set<Assignment> ordered = new LinkedHashSet<>(kept);
      ordered.retainAll(wanted);
      ordered.addAll(wanted);
      return List.copyOf(ordered);
    }
  }
}
