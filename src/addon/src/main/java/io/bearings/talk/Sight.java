package io.bearings.talk;

import io.bearings.kpi.KpiSheet;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * What somebody may see of what others say. Something that one may not see is answered like
 * something that is not there.
 */
@Named
public final class Sight {
  private final Items items;
  private final Standpoints standpoints;

  @Inject
  public Sight(Items items, Standpoints standpoints) {
    this.items = items;
    this.standpoints = standpoints;
  }

  /** Where a person stands. */
  Standpoint of(Person who) {
    return standpoints.of(who);
  }

  /**
   * An item for a person.
   *
   * @throws Refusal.NotFound when there is none or the person may not see it
   */
  Seen item(Person who, Subject subject) {
    Standpoint standpoint = standpoints.of(who);
    return items
        .item(subject, who)
        .filter(item -> item.audience().includes(standpoint))
        .map(item -> new Seen(item, standpoint))
        .orElseThrow(() -> new Refusal.NotFound(name(subject)));
  }

  /** Whether a person may see an item that somebody else sees. */
  boolean reaches(Person other, Subject subject) {
    Standpoint standpoint = standpoints.of(other);
    return items
        .item(subject, other)
        .filter(item -> item.audience().includes(standpoint))
        .isPresent();
  }

  /**
   * Where a person stands who may do something in a unit.
   *
   * @throws Refusal.NotFound when there is no such unit or the person may not see it
   * @throws Refusal.Forbidden when the person may see it only
   */
  Standpoint unit(Person who, long unitId, Operation operation) {
    Standpoint standpoint = standpoints.of(who);
    if (!standpoint.maySee(unitId)) {
      throw new Refusal.NotFound(String.valueOf(unitId));
    }
    if (!standpoint.may(operation, unitId)) {
      throw new Refusal.Forbidden();
    }
    return standpoint;
  }

  private static String name(Subject subject) {
    return switch (subject.kind()) {
      case OBJECTIVE -> Objective.keyOf(subject.id());
      case KEY_RESULT -> KeyResult.keyOf(subject.id());
      case CHECK_IN -> String.valueOf(subject.id());
      case KPI -> KpiSheet.keyOf(subject.id());
    };
  }
}
