package io.bearings.site;

import io.bearings.connect.acts.Calling;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.metric.MeasuredProjects;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Units;
import io.bearings.progress.Checking;
import io.bearings.progress.WorkLink;
import io.bearings.progress.WorkLinks;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the add-on finds wrong with the site, in five statements however large it is. */
@Named
public final class Warnings {
  /** How many subjects a warning names at most. */
  static final int NAMED = 20;

  /** How many queries are looked at. */
  static final int QUERIES = 500;

  private static final Duration LATELY = Duration.ofDays(1);

  private final Checking checking;
  private final WorkLinks links;
  private final MeasuredProjects measured;
  private final SeeingToActs acts;
  private final Units units;
  private final Clock clock;

  @Inject
  public Warnings(
      Checking checking,
      WorkLinks links,
      MeasuredProjects measured,
      SeeingToActs acts,
      Units units,
      Clock clock) {
    this.checking = checking;
    this.links = links;
    this.measured = measured;
    this.acts = acts;
    this.units = units;
    this.clock = clock;
  }

  /**
   * All that is wrong, what matters most first.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public List<Warning> all(Person who) {
    List<Warning> found = new ArrayList<>();
    note(found, Warning.Kind.STORED_FIGURES, differing(who));
    note(found, Warning.Kind.QUERIES, queries());
    note(found, Warning.Kind.READING, unread());
    note(found, Warning.Kind.CALLS, calls(who));
    note(found, Warning.Kind.UNITS_WITHOUT_LEAD, withoutLead());
    return found;
  }

  private static void note(List<Warning> found, Warning.Kind kind, List<Warning.Subject> subjects) {
    List<Warning.Subject> distinct = subjects.stream().distinct().toList();
    if (!distinct.isEmpty()) {
      found.add(new Warning(kind, distinct.stream().limit(NAMED).toList(), distinct.size()));
    }
  }

  private List<Warning.Subject> differing(Person who) {
    return checking.last(who).stream()
        .filter(check -> !check.pending())
        .flatMap(check -> check.differences().stream())
        .map(each -> Warning.Subject.of(KeyResult.keyOf(each.keyResultId())))
        .toList();
  }

  private List<Warning.Subject> queries() {
    return links.queries(0, QUERIES).stream()
        .filter(query -> query.problem().isPresent())
        .map(WorkLink::keyResultId)
        .map(id -> Warning.Subject.of(KeyResult.keyOf(id)))
        .toList();
  }

  private List<Warning.Subject> unread() {
    return measured.unfinished().stream()
        .filter(each -> each.state() == MeasuredProjects.State.FAILED)
        .map(each -> Warning.Subject.of(String.valueOf(each.projectId())))
        .toList();
  }

  private List<Warning.Subject> calls(Person who) {
    Instant since = clock.instant().minus(LATELY);
    return acts.allDeliveries(who, Long.MAX_VALUE).stream()
        .map(Deliveries.Entry::delivery)
        .filter(call -> call.begun().isAfter(since) && !Calling.isTaken(call.answer()))
        .map(call -> Warning.Subject.of(KpiSheet.keyOf(call.kpiId())))
        .toList();
  }

  private List<Warning.Subject> withoutLead() {
    return units.all().stream()
        .filter(unit -> !unit.archived())
        .filter(unit -> unit.leadKey().isEmpty() && unit.deputyKey().isEmpty())
        .map(unit -> new Warning.Subject(String.valueOf(unit.id()), unit.name()))
        .toList();
  }
}
