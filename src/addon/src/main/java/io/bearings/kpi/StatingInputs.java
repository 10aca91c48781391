package io.bearings.kpi;

import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stating what Jira does not know of a unit. What an hour costs is seen by those alone who may
 * state it; it is one rate for a unit, and never that of a person.
 */
@Named
public final class StatingInputs {
  /** The most numbers of a kind. */
  static final int MOST = 1_000;

  private final KpiSight sight;
  private final StatedInputs stated;
  private final People people;
  private final Clock clock;

  @Inject
  public StatingInputs(KpiSight sight, StatedInputs stated, People people, Clock clock) {
    this.sight = sight;
    this.stated = stated;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The inputs of a unit as somebody sees them.
   *
   * @param mayState whether the person may state them and see the rate; else it is left out
   */
  public record Shown(UnitInputs inputs, boolean mayState) {}

  /**
   * Inputs as somebody wrote them; what is absent stays.
   *
   * @param hourlyRate in any order, as are the others
   */
  public record Draft(
      Optional<List<Valued>> hourlyRate,
      Optional<List<Valued>> budget,
      Optional<List<Valued>> phasing,
      Optional<List<Valued>> spend) {}

  /**
   * The inputs that a unit states itself.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public Shown of(Person who, long unitId) {
    Standpoint standpoint = sight.unit(who, unitId, Operation.SEE);
    return shown(standpoint, stored(unitId));
  }

  private UnitInputs stored(long unitId) {
    return stated.of(List.of(unitId)).stream().findFirst().orElse(UnitInputs.none(unitId));
  }

  private static Shown shown(Standpoint standpoint, UnitInputs all) {
    boolean mayState = standpoint.may(Operation.STATE_INPUTS, all.unitId());
    return new Shown(
        mayState
            ? all
            : new UnitInputs(
                all.unitId(), List.of(), all.budget(), all.phasing(), all.spend(), all.version()),
        mayState);
  }

  /**
   * States inputs of a unit.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not state its inputs
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Shown state(Writer writer, long unitId, int version, Draft draft) {
    Standpoint standpoint = sight.unit(writer.who(), unitId, Operation.STATE_INPUTS);
    UnitInputs before = stored(unitId);
    Map<String, Message> problems = new LinkedHashMap<>();
    UnitInputs changed =
        new UnitInputs(
                unitId,
                inOrder("hourlyRate", draft.hourlyRate().orElse(before.hourlyRate()), problems),
                inOrder("budget", draft.budget().orElse(before.budget()), problems),
                inOrder("phasing", draft.phasing().orElse(before.phasing()), problems),
                inOrder("spend", draft.spend().orElse(before.spend()), problems),
                before.version())
            .atVersion(version);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    return stated
        .change(changed, new Edit(writer.who(), clock.instant()))
        .map(now -> shown(standpoint, now))
        .orElseThrow(
            () ->
                new Refusal.Conflict(
                    standpoint.unit(unitId).orElseThrow().name(),
                    stored(unitId).version(),
                    stated.lastEditor(unitId).map(people::nameOrKey).orElse("")));
  }

  private static List<Valued> inOrder(
      String field, List<Valued> values, Map<String, Message> problems) {
    if (values.size() > MOST) {
      problems.put(field, Message.of("bearings.error.tooMany", MOST));
    }
    Set<LocalDate> days = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      Valued each = values.get(i);
      String prefix = field + "[" + i + "].";
      if (!days.add(each.date())) {
        problems.put(prefix + "on", Message.of("bearings.error.kpi.twice"));
      }
      Optional<Message> problem =
          each.value().signum() < 0
              ? Optional.of(Message.of("bearings.error.negative"))
              : Measure.sizeProblem(each.value());
      problem.ifPresent(it -> problems.put(prefix + "value", it));
    }
    return values.stream().sorted(Comparator.comparing(Valued::date)).toList();
  }
}
