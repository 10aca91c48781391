package io.bearings.rest;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Access;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleBinding;
import io.bearings.okr.Operation;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Standpoint;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Cycles as one person sees them. */
@Component
public class CycleViews {
  private final Access access;

  @Inject
  public CycleViews(Access access) {
    this.access = access;
  }

  /** One cycle. */
  CycleView of(Standpoint standpoint, Cycle cycle) {
    return of(standpoint, List.of(cycle)).get(0);
  }

  /** Several cycles, in the same order. */
  List<CycleView> of(Standpoint standpoint, List<Cycle> cycles) {
    Set<Long> bound =
        cycles.stream()
            .flatMap(cycle -> cycle.binding().stream())
            .map(CycleBinding::projectId)
            .collect(toSet());
    Map<Long, ProjectRef> projects = access.projects(standpoint.who(), bound);
    return cycles.stream().map(cycle -> view(standpoint, cycle, projects)).toList();
  }

  /** What a cycle is bound to within a project shows only to those who may browse the project. */
  private static CycleView view(
      Standpoint standpoint, Cycle cycle, Map<Long, ProjectRef> projects) {
    Optional<CycleBinding> binding =
        cycle.binding().filter(bound -> projects.containsKey(bound.projectId()));
    return new CycleView(
        cycle.id(),
        cycle.unitId(),
        cycle.name(),
        cycle.first().toString(),
        cycle.last().toString(),
        cycle.state().name(),
        cycle.kind().name(),
        cycle.length().name(),
        cycle.parentId().orElse(null),
        binding.map(bound -> ProjectRefView.of(projects.get(bound.projectId()))).orElse(null),
        binding.flatMap(CycleBinding::epicKey).orElse(null),
        binding.flatMap(CycleBinding::fixVersion).orElse(null),
        cycle.version(),
        Stream.of(Operation.MANAGE_CYCLES, Operation.REOPEN_CYCLE)
            .filter(operation -> standpoint.may(operation, cycle.unitId()))
            .map(Operation::name)
            .toList());
  }
}
