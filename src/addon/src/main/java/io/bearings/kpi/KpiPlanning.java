package io.bearings.kpi;

import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Texts;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writing sheets of KPIs. Every use case checks what was written and who writes, is one
 * transaction, and throws a {@link Refusal} when it writes nothing. Every field that is changed is
 * remembered with it; what a change means for the past is judged at once.
 */
@Named
public final class KpiPlanning {
  /** How many changes are told at once. */
  static final int MOST_CHANGES = 200;

  private final KpiSight sight;
  private final KpiSheets sheets;
  private final FormulaEditing formulas;
  private final Judging judging;
  private final Objectives objectives;
  private final People people;
  private final Clock clock;

  @Inject
  public KpiPlanning(
      KpiSight sight,
      KpiSheets sheets,
      FormulaEditing formulas,
      Judging judging,
      Objectives objectives,
      People people,
      Clock clock) {
    this.sight = sight;
    this.sheets = sheets;
    this.formulas = formulas;
    this.judging = judging;
    this.objectives = objectives;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Creates a KPI. Whoever writes it owns it where the draft names nobody.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not create KPIs in it
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public KpiSheet create(Writer writer, long unitId, KpiDraft draft) {
    Standpoint standpoint = sight.unit(writer.who(), unitId, Operation.EDIT_KPI);
    KpiContent content = KpiDrafts.checked(draft, writer.who().key());
    refuse(problems(standpoint, unitId, Optional.empty(), content));
    KpiSheet added = sheets.add(new NewKpi(unitId, content), edit(writer.who()));
    judging.begin(added);
    return added;
  }

  /**
   * Changes a sheet, perhaps its unit. Another yardstick or rhythm judges the past anew; another
   * source or formula breaks the series today.
   *
   * @param version the version that the person saw
   * @param unitId absent: it stays in its unit
   * @param reason why, in the person's own words
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Forbidden when the person may not change it, or create it in the other unit
   * @throws Refusal.Invalid naming all fields that are wrong, or when it is archived
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public KpiSheet change(
      Writer writer,
      long id,
      int version,
      Optional<Long> unitId,
      KpiDraft draft,
      Optional<String> reason) {
    KpiSight.Seen seen = sight.permitted(writer.who(), id, Operation.EDIT_KPI);
    KpiSheet stored = seen.sheet();
    requireInUse(stored);
    long unit = unitId.orElse(stored.unitId());
    if (unit != stored.unitId()) {
      KpiSight.requireUnit(seen.standpoint(), unit, Operation.EDIT_KPI);
    }
    KpiContent content = KpiDrafts.checked(draft, stored.content());
    Map<String, Message> problems = problems(seen.standpoint(), unit, Optional.of(stored), content);
    reason
        .flatMap(text -> Texts.problem(text, KpiRules.TEXT_LENGTH))
        .ifPresent(problem -> problems.put("reason", problem));
    refuse(problems);
    KpiSheet changed = stored.with(content).movedTo(unit).atVersion(version);
    Optional<String> why = reason.map(String::strip).filter(text -> !text.isEmpty());
    KpiSheet saved = save(writer, stored, changed, effect(stored.content(), content), why);
    judging.begin(saved);
    return saved;
  }

  private KpiSheets.Effect effect(KpiContent before, KpiContent after) {
    LocalDate today = LocalDate.now(clock);
    boolean breaks = after.breaksSeriesOf(before);
    boolean anew =
        !before.rhythm().equals(after.rhythm()) || !before.yardstick().equals(after.yardstick());
    Optional<LocalDate> from =
        anew ? Optional.of(Judgements.FROM_THE_FIRST) : Optional.of(today).filter(any -> breaks);
    return new KpiSheets.Effect(Optional.of(today).filter(any -> breaks), from);
  }

  /**
   * Puts a KPI away with all that it holds, which can still be read, or takes it out again.
   *
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Forbidden when the person may not
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public KpiSheet archive(Writer writer, long id, int version, boolean archived) {
    KpiSheet stored = sight.permitted(writer.who(), id, Operation.EDIT_KPI).sheet();
    KpiSheet changed = stored.archived(archived).atVersion(version);
    KpiSheets.Effect effect =
        stored.archived() && !archived ? KpiSheets.Effect.JUDGED_ANEW : KpiSheets.Effect.NONE;
    KpiSheet saved = save(writer, stored, changed, effect, Optional.empty());
    judging.begin(saved);
    return saved;
  }

  private KpiSheet save(
      Writer writer,
      KpiSheet stored,
      KpiSheet changed,
      KpiSheets.Effect effect,
      Optional<String> reason) {
    return sheets
        .change(changed, KpiFields.changes(stored, changed, reason), effect, edit(writer.who()))
        .orElseThrow(() -> conflict(changed));
  }

  /**
   * What was changed on a sheet, the latest first.
   *
   * @param before only changes with a lower id
   * @param most how many at most
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   */
  public List<KpiChange> history(Person who, long id, long before, int most) {
    sight.readable(who, id);
    return sheets.history(id, before, Math.max(1, Math.min(MOST_CHANGES, most)));
  }

  private Map<String, Message> problems(
      Standpoint standpoint, long unitId, Optional<KpiSheet> stored, KpiContent content) {
    Map<String, Message> problems = new LinkedHashMap<>();
    Set<String> before = stored.map(KpiPlanning::people).orElse(Set.of());
    if (isStranger(content.ownerKey(), before)) {
      problems.put("owner", Message.of("bearings.error.noSuchPerson", content.ownerKey()));
    }
    problems.putAll(formulas.problems(standpoint, unitId, stored, content));
    problems.putAll(strangers(content, before));
    problems.putAll(unknownObjectives(standpoint, stored, content));
    return problems;
  }

  /** Whom a sheet names: those of them who were deleted keep nobody from changing the rest. */
  private static Set<String> people(KpiSheet stored) {
    Set<String> keys = new HashSet<>();
    keys.add(stored.content().ownerKey());
    for (AutomaticAction action : stored.content().response().automatic()) {
      if (action instanceof AutomaticAction.Notify told) {
        keys.addAll(told.personKeys());
      }
    }
    return keys;
  }

  private boolean isStranger(String key, Set<String> before) {
    return !before.contains(key) && people.nameOf(key).isEmpty();
  }

  private Map<String, Message> strangers(KpiContent content, Set<String> before) {
    Map<String, Message> problems = new LinkedHashMap<>();
    List<AutomaticAction> actions = content.response().automatic();
    for (int i = 0; i < actions.size(); i++) {
      if (actions.get(i) instanceof AutomaticAction.Notify told) {
        String field = "automatic[" + i + "].people";
        told.personKeys().stream()
            .filter(key -> isStranger(key, before))
            .findFirst()
            .ifPresent(key -> problems.put(field, Message.of("bearings.error.noSuchPerson", key)));
      }
    }
    return problems;
  }

  /** An objective that it served before stays, also where this person may not read it. */
  private Map<String, Message> unknownObjectives(
      Standpoint standpoint, Optional<KpiSheet> stored, KpiContent content) {
    Set<Long> before = new HashSet<>();
    stored.ifPresent(
        sheet ->
            sheet.content().purpose().serves().forEach(each -> before.add(each.objectiveId())));
    List<Served> serves = content.purpose().serves();
    List<Long> asked =
        serves.stream().map(Served::objectiveId).filter(id -> !before.contains(id)).toList();
    if (asked.isEmpty()) {
      return Map.of();
    }
    Set<Long> readable = new HashSet<>(before);
    for (Placed each : objectives.placed(asked, standpoint.who())) {
      if (standpoint.mayRead(each)) {
        readable.add(each.objective().id());
      }
    }
    Map<String, Message> problems = new LinkedHashMap<>();
    for (int i = 0; i < serves.size(); i++) {
      long id = serves.get(i).objectiveId();
      if (!readable.contains(id)) {
        problems.put(
            "serves[" + i + "].objectiveId",
            Message.of("bearings.error.notFound", Objective.keyOf(id)));
      }
    }
    return problems;
  }

  /**
   * Sees to it that a sheet is in use.
   *
   * @throws Refusal.Invalid when it is archived
   */
  static void requireInUse(KpiSheet sheet) {
    if (sheet.archived()) {
      throw new Refusal.Invalid(Message.of("bearings.error.archived"));
    }
  }

  private static void refuse(Map<String, Message> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  private Edit edit(Person who) {
    return new Edit(who, clock.instant());
  }

  private Refusal conflict(KpiSheet seen) {
    return sheets
        .sheet(seen.id())
        .flatMap(
            now ->
                sheets
                    .lastEdit(seen.id())
                    .<Refusal>map(
                        last ->
                            new Refusal.Conflict(
                                now.key(),
                                now.version(),
                                people.nameOrKey(last.by()),
                                last.since(seen.version()))))
        .orElseGet(() -> new Refusal.NotFound(seen.key()));
  }
}
