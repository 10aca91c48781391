package io.bearings.okr;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What administrators see of who changed which setting. Everybody else is refused. */
@Named
public final class SeeingSettingChanges {
  /** How many changes are read at once. */
  public static final int PAGE = 50;

  private static final String PROJECTS = "projects";
  private static final String BOARDS = "boards";
  private static final String PARENT = "parentId";
  private static final Set<String> PEOPLE = Set.of("lead", "deputy");
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  private final SettingChanges changes;
  private final Units units;
  private final Access access;
  private final BoardNames boards;
  private final People people;

  @Inject
  public SeeingSettingChanges(
      SettingChanges changes, Units units, Access access, BoardNames boards, People people) {
    this.changes = changes;
    this.units = units;
    this.access = access;
    this.boards = boards;
    this.people = people;
  }

  /**
   * A change as people read it: what were keys and ids are names, as far as there are some.
   *
   * @param unitName absent for the site, and for a unit that is gone
   * @param changedByName the name of who changed it, or their key
   */
  public record Seen(
      long id,
      SettingChange change,
      Optional<String> unitName,
      String changedBy,
      String changedByName,
      Instant at) {}

  /**
   * Changes, the newest first, at most {@link #PAGE}.
   *
   * @param before only those with a lower id; {@code Long.MAX_VALUE} for the newest
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public List<Seen> changes(Person who, SettingChanges.Filter filter, long before) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
    List<SettingChanges.Entry> entries = changes.entries(filter, before, PAGE);
    boolean ofUnits = entries.stream().anyMatch(each -> each.change().unitId().isPresent());
    Map<Long, String> unitNames =
        ofUnits ? units.all().stream().collect(toMap(Unit::id, Unit::name)) : Map.of();
    Names names =
        new Names(unitNames, projectKeys(who, entries), boards.names(who, ids(BOARDS, entries)));
    return entries.stream().map(each -> seen(each, names)).toList();
  }

  /** What ids in changes are ids of. */
  private record Names(
      Map<Long, String> units, Map<Long, String> projects, Map<Long, String> boards) {}

  /** The ids that changes of one kind name. */
  private static Set<Long> ids(String name, List<SettingChanges.Entry> entries) {
    return entries.stream()
        .map(SettingChanges.Entry::change)
        .filter(each -> each.name().equals(name))
        .flatMap(each -> Arrays.stream((each.before() + ", " + each.after()).split(", ")))
        .filter(text -> ID.matcher(text).matches())
        .map(Long::valueOf)
        .collect(toSet());
  }

  private Map<Long, String> projectKeys(Person who, List<SettingChanges.Entry> entries) {
    Set<Long> ids = ids(PROJECTS, entries);
    return ids.isEmpty()
        ? Map.of()
        : access.projects(who, ids).values().stream()
            .collect(toMap(ProjectRef::id, ProjectRef::key));
  }

  private Seen seen(SettingChanges.Entry entry, Names names) {
    SettingChange change = entry.change();
    return new Seen(
        entry.id(),
        new SettingChange(
            change.subject(),
            change.unitId(),
            change.name(),
            named(change, change.before(), names),
            named(change, change.after(), names)),
        change.unitId().map(names.units()::get),
        entry.changedBy(),
        people.nameOrKey(entry.changedBy()),
        entry.at());
  }

  private String named(SettingChange change, String text, Names names) {
    if (text.isEmpty() || change.unitId().isEmpty()) {
      return text;
    }
    if (change.name().equals(PROJECTS)) {
      return namesOf(text, names.projects());
    }
    if (change.name().equals(BOARDS)) {
      return namesOf(text, names.boards());
    }
    if (change.name().equals(PARENT)) {
      return nameOf(text, names.units());
    }
    boolean person =
        change.subject() == SettingChange.Subject.ROLES
            ? !text.startsWith("@")
            : PEOPLE.contains(change.name());
    return person ? people.nameOrKey(text) : text;
  }

  private static String namesOf(String ids, Map<Long, String> names) {
    return Arrays.stream(ids.split(", "))
        .map(id -> nameOf(id, names))
        .collect(Collectors.joining(", "));
  }

  private static String nameOf(String id, Map<Long, String> names) {
    return ID.matcher(id).matches() ? names.getOrDefault(Long.valueOf(id), id) : id;
  }
}
