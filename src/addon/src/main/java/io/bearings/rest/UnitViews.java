package io.bearings.rest;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Access;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Units as one person sees them, with the names of people and projects. */
@Component
public class UnitViews {
  private final People people;
  private final Access access;
  private final BoardNames boards;

  @Inject
  public UnitViews(People people, Access access, BoardNames boards) {
    this.people = people;
    this.access = access;
    this.boards = boards;
  }

  /** All units that the person may see, each before those below it. */
  List<UnitView> all(Standpoint standpoint) {
    return of(standpoint, standpoint.units());
  }

  /** One unit. */
  UnitView of(Standpoint standpoint, Unit unit) {
    return of(standpoint, List.of(unit)).get(0);
  }

  private List<UnitView> of(Standpoint standpoint, Collection<Unit> units) {
    Map<Long, ProjectRef> projects =
        access.projects(
            standpoint.who(),
            units.stream().flatMap(unit -> unit.projectIds().stream()).collect(toSet()));
    Map<Long, String> boardNames =
        boards.names(
            standpoint.who(),
            units.stream().flatMap(unit -> unit.boardIds().stream()).collect(toSet()));
    return units.stream().map(unit -> view(standpoint, unit, projects, boardNames)).toList();
  }

  private UnitView view(
      Standpoint standpoint,
      Unit unit,
      Map<Long, ProjectRef> projects,
      Map<Long, String> boardNames) {
    return new UnitView(
        unit.id(),
        unit.name(),
        unit.level().name(),
        unit.parentId().orElse(null),
        person(unit.leadKey()),
        person(unit.deputyKey()),
        unit.groupName().orElse(null),
        unit.projectIds().stream()
            .flatMap(id -> Optional.ofNullable(projects.get(id)).stream())
            .map(ProjectRefView::of)
            .toList(),
        unit.boardIds().stream().map(id -> new BoardRefView(id, boardNames.get(id))).toList(),
        unit.openness().name(),
        unit.archived(),
        unit.version(),
        UnitView.Settings.of(unit.settings()),
        Arrays.stream(Operation.values())
            .filter(operation -> standpoint.may(operation, unit.id()))
            .map(Operation::name)
            .toList());
  }

  private PersonView person(Optional<String> userKey) {
    return userKey.map(key -> PersonView.of(key, people)).orElse(null);
  }
}
