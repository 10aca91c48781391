package io.bearings.talk;

import io.bearings.okr.Cycle;
import io.bearings.okr.Cycles;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Outside events on units, cycles, objectives and key results. */
@Named
public final class Annotating {
  private final Sight sight;
  private final Annotations annotations;
  private final Cycles cycles;
  private final Clock clock;

  @Inject
  public Annotating(Sight sight, Annotations annotations, Cycles cycles, Clock clock) {
    this.sight = sight;
    this.annotations = annotations;
    this.cycles = cycles;
    this.clock = clock;
  }

  /**
   * The annotations of a place with those that it inherits, the latest first.
   *
   * @throws Refusal.NotFound when the person may not see the place, or there is none
   */
  public List<Annotation> on(Person who, Place place) {
    return switch (place.kind()) {
      case UNIT -> ofUnit(who, place.id());
      case CYCLE -> ofCycle(who, place.id());
      case OBJECTIVE -> ofItem(sight.item(who, Subject.objective(place.id())));
      case KEY_RESULT -> ofItem(sight.item(who, Subject.keyResult(place.id())));
    };
  }

  private List<Annotation> ofUnit(Person who, long unitId) {
    return annotations.ofUnit(sight.unit(who, unitId, Operation.SEE).path(unitId));
  }

  private List<Annotation> ofCycle(Person who, long cycleId) {
    long unitId = cycle(cycleId).unitId();
    Standpoint standpoint = sight.unit(who, unitId, Operation.SEE);
    return annotations.ofCycle(cycleId, standpoint.path(unitId));
  }

  private List<Annotation> ofItem(Seen seen) {
    Item item = seen.item();
    return annotations.of(item, seen.standpoint().path(item.audience().unitId()));
  }

  /**
   * Writes down an event.
   *
   * @throws Refusal.NotFound when the person may not see the place, or there is none
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Annotation add(Person who, Place on, AnnotationDraft draft) {
    require(who, on);
    LocalDate today = LocalDate.now(clock);
    Map<String, Message> problems = draft.problems(today);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    return annotations.add(
        on,
        draft.text().strip(),
        draft.first().orElse(today),
        draft.last(),
        new Objectives.Edit(who, clock.instant()));
  }

  private void require(Person who, Place place) {
    switch (place.kind()) {
      case UNIT -> sight.unit(who, place.id(), Operation.COMMENT);
      case CYCLE -> sight.unit(who, cycle(place.id()).unitId(), Operation.COMMENT);
      case OBJECTIVE -> sight.item(who, Subject.objective(place.id())).require(Operation.COMMENT);
      case KEY_RESULT -> sight.item(who, Subject.keyResult(place.id())).require(Operation.COMMENT);
    }
  }

  private Cycle cycle(long id) {
    return cycles.cycle(id).orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
  }
}
