package io.bearings.talk;

import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSight;
import io.bearings.okr.Cycle;
import io.bearings.okr.Cycles;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outside events on units, cycles, objectives, key results and KPIs. Whoever may comment there
 * writes them down; whoever wrote one, and whoever leads the unit, may change it, take it away and
 * put it back.
 */
@Named
public final class Annotating {
  private final Sight sight;
  private final KpiSight kpis;
  private final Annotations annotations;
  private final Cycles cycles;
  private final People people;
  private final Clock clock;

  @Inject
  public Annotating(
      Sight sight,
      KpiSight kpis,
      Annotations annotations,
      Cycles cycles,
      People people,
      Clock clock) {
    this.sight = sight;
    this.kpis = kpis;
    this.annotations = annotations;
    this.cycles = cycles;
    this.people = people;
    this.clock = clock;
  }

  /**
   * An annotation as somebody sees it.
   *
   * @param mayChange whether they may change it and take it away; of one that a cycle passes on
   *     only its author is told so
   */
  public record Shown(Annotation annotation, boolean mayChange) {}

  /**
   * From where a person looks at a place.
   *
   * @param unitId the unit that it is or belongs to
   * @param item absent for a unit and a cycle
   * @param owns whether the person owns it
   */
  private record Where(Standpoint standpoint, long unitId, Optional<Item> item, boolean owns) {
    boolean may(Operation operation) {
      return standpoint.may(operation, unitId, owns);
    }

    boolean leads() {
      return standpoint.may(Operation.MANAGE_UNIT, unitId);
    }
  }

  /**
   * The annotations of a place with those that it inherits, the latest first.
   *
   * @throws Refusal.NotFound when the person may not see the place, or there is none
   */
  public List<Shown> on(Person who, Place place) {
    return shown(place, where(who, place));
  }

  /**
   * The annotations of a KPI with those that it inherits, for whoever sees it: one statement.
   *
   * @param seen from where it is looked at
   */
  public List<Shown> on(KpiSight.Seen seen) {
    Place place = new Place(Place.Kind.KPI, seen.sheet().id());
    return shown(place, ofKpi(seen));
  }

  private List<Shown> shown(Place place, Where where) {
    return list(place, where).stream()
        .map(each -> new Shown(each, mayChange(each, place, where)))
        .toList();
  }

  private List<Annotation> list(Place place, Where where) {
    List<Long> path = where.standpoint().path(where.unitId());
    return where
        .item()
        .map(item -> annotations.of(item, path))
        .orElseGet(
            () ->
                place.kind() == Place.Kind.CYCLE
                    ? annotations.ofCycle(place.id(), path)
                    : annotations.ofUnit(path));
  }

  private static boolean mayChange(Annotation each, Place asked, Where where) {
    if (each.byKey().equals(where.standpoint().who().key())) {
      return true;
    }
    return switch (each.on().kind()) {
      case UNIT -> where.standpoint().may(Operation.MANAGE_UNIT, each.on().id());
      case CYCLE -> each.on().equals(asked) && where.leads();
      case OBJECTIVE, KEY_RESULT, KPI -> where.leads();
    };
  }

  /**
   * One annotation, also one that was taken away.
   *
   * @throws Refusal.NotFound when the person may not see where it stands, or there is none
   */
  public Shown one(Person who, long id) {
    Annotation stored = stored(id);
    Where where = where(who, stored.on());
    return new Shown(stored, mayChange(stored, stored.on(), where));
  }

  private Annotation stored(long id) {
    return annotations.annotation(id).orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
  }

  /**
   * Writes down an event.
   *
   * @throws Refusal.NotFound when the person may not see the place, or there is none
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Shown add(Person who, Place on, AnnotationDraft draft) {
    if (!where(who, on).may(Operation.COMMENT)) {
      throw new Refusal.Forbidden();
    }
    LocalDate today = LocalDate.now(clock);
    check(draft, today);
    return new Shown(
        annotations.add(
            on,
            draft.text().strip(),
            draft.first().orElse(today),
            draft.last(),
            new Objectives.Edit(who, clock.instant())),
        true);
  }

  private static void check(AnnotationDraft draft, LocalDate today) {
    Map<String, Message> problems = draft.problems(today);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  /**
   * Changes text and days of an event.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the place, or it was taken away
   * @throws Refusal.Forbidden when the person neither wrote it nor leads the unit
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Shown change(Person who, long id, int version, AnnotationDraft draft) {
    Annotation stored = changeable(who, id);
    if (stored.removed()) {
      throw new Refusal.NotFound(String.valueOf(id));
    }
    check(draft, stored.first());
    return save(
        who,
        stored
            .saying(draft.text().strip(), draft.first().orElse(stored.first()), draft.last())
            .atVersion(version));
  }

  /**
   * Takes an event away, or puts it back.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the place, or there is none
   * @throws Refusal.Forbidden when the person neither wrote it nor leads the unit
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Shown remove(Person who, long id, int version, boolean away) {
    return save(who, changeable(who, id).removed(away).atVersion(version));
  }

  private Annotation changeable(Person who, long id) {
    Annotation stored = stored(id);
    Where where = where(who, stored.on());
    boolean wrote = stored.byKey().equals(who.key()) && where.may(Operation.COMMENT);
    if (!wrote && !where.leads()) {
      throw new Refusal.Forbidden();
    }
    return stored;
  }

  private Shown save(Person who, Annotation changed) {
    Optional<Annotation> saved =
        annotations.save(changed, new Objectives.Edit(who, clock.instant()));
    return new Shown(saved.orElseThrow(() -> conflict(changed.id())), true);
  }

  private Refusal conflict(long id) {
    String editor = annotations.lastEditor(id).map(people::nameOrKey).orElse("");
    return new Refusal.Conflict(String.valueOf(id), stored(id).version(), editor);
  }

  private Where where(Person who, Place place) {
    return switch (place.kind()) {
      case UNIT -> ofUnit(who, place.id());
      case CYCLE -> ofUnit(who, cycle(place.id()).unitId());
      case OBJECTIVE -> ofSubject(who, Subject.objective(place.id()));
      case KEY_RESULT -> ofSubject(who, Subject.keyResult(place.id()));
      case KPI -> ofKpi(who, place.id());
    };
  }

  private Where ofSubject(Person who, Subject subject) {
    Seen seen = sight.item(who, subject);
    return ofItem(who, seen.standpoint(), seen.item());
  }

  private Where ofUnit(Person who, long unitId) {
    return new Where(sight.unit(who, unitId, Operation.SEE), unitId, Optional.empty(), false);
  }

  private static Where ofItem(Person who, Standpoint standpoint, Item item) {
    boolean owns =
        who.key().equals(item.ownerKey()) || who.key().equals(item.audience().ownerKey());
    return new Where(standpoint, item.audience().unitId(), Optional.of(item), owns);
  }

  private Where ofKpi(Person who, long id) {
    return ofKpi(kpis.readable(who, id));
  }

  private static Where ofKpi(KpiSight.Seen seen) {
    KpiSheet sheet = seen.sheet();
    return ofItem(
        seen.standpoint().who(),
        seen.standpoint(),
        Item.ofKpi(
            sheet.id(),
            sheet.key(),
            sheet.content().name(),
            sheet.content().ownerKey(),
            sheet.unitId()));
  }

  private Cycle cycle(long id) {
    return cycles.cycle(id).orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
  }
}
