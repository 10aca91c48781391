package io.bearings.store;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Reach;
import io.bearings.okr.Role;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All units with the roles that count for one person, by one statement. Roles of groups are all
 * read, because a person may be in more groups than a statement can name. Jira is asked only for
 * what a unit or a role makes matter.
 */
@Component
class StoredStandpoints implements Standpoints {
  private final Database database;
  private final Access access;

  @Inject
  StoredStandpoints(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  /** A role that was given: to the person, or to a group that they may or may not be in. */
  private record Given(Reach.Grant grant, Optional<String> groupName) {}

  @Override
  public Standpoint of(Person who) {
    Map<Long, Unit> units = new LinkedHashMap<>();
    List<Given> given = new ArrayList<>();
    database.read(
        session ->
            session.list(
                "select "
                    + UnitRows.COLUMNS
                    + ", r.[ROLE_NAME], r.[GROUP_NAME] from {ORG_UNIT} u"
                    + " left join {UNIT_ROLE} r on r.[UNIT_ID] = u.[ID]"
                    + " and (r.[PERSON_KEY] = ? or r.[GROUP_NAME] is not null)"
                    + " order by u.[ID]",
                row -> read(row, units, given),
                who.key()));
    return new Standpoint(who, units.values(), reach(who, List.copyOf(units.values()), given));
  }

  private static Unit read(ResultSet row, Map<Long, Unit> units, List<Given> given)
      throws SQLException {
    Unit unit = UnitRows.unit(row);
    String role = row.getString(UnitRows.WIDTH + 1);
    if (role != null) {
      given.add(
          new Given(
              new Reach.Grant(unit.id(), Role.valueOf(role)),
              Optional.ofNullable(row.getString(UnitRows.WIDTH + 2))));
    }
    return units.computeIfAbsent(unit.id(), id -> unit);
  }

  private Reach reach(Person who, List<Unit> units, List<Given> given) {
    Set<String> groups = groups(who, units, given);
    Set<Long> bound = units.stream().flatMap(unit -> unit.projectIds().stream()).collect(toSet());
    Set<Long> browsable =
        bound.isEmpty() ? Set.of() : Set.copyOf(access.projects(who, bound).keySet());
    return new Reach(
        access.administers(who),
        groups,
        browsable,
        editable(who, browsable),
        given.stream()
            .filter(each -> each.groupName().isEmpty() || groups.contains(each.groupName().get()))
            .map(Given::grant)
            .toList());
  }

  private Set<String> groups(Person who, List<Unit> units, List<Given> given) {
    boolean matter =
        Stream.concat(units.stream().map(Unit::groupName), given.stream().map(Given::groupName))
            .anyMatch(Optional::isPresent);
    return matter ? access.groupsOf(who) : Set.of();
  }

  private Set<Long> editable(Person who, Set<Long> browsable) {
    if (browsable.isEmpty()) {
      return Set.of();
    }
    return access.editableProjects(who).values().stream()
        .map(ProjectRef::id)
        .filter(browsable::contains)
        .collect(toSet());
  }
}
