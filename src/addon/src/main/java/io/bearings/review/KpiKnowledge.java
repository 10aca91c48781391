package io.bearings.review;

import static java.util.stream.Collectors.toMap;

import io.bearings.coach.KeyResultText;
import io.bearings.coach.KeyResultText.Context;
import io.bearings.coach.KpiBoard;
import io.bearings.coach.KpiText;
import io.bearings.coach.KpiYear;
import io.bearings.coach.Kpis;
import io.bearings.kpi.Category;
import io.bearings.kpi.Course;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.Period;
import io.bearings.kpi.PeriodValue;
import io.bearings.kpi.Served;
import io.bearings.okr.Objectives;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Rulebook;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the Coach is told about KPIs: around key results, and on a board. It costs the same number
 * of statements however many there are, and tells nothing of a KPI that the person may not see.
 */
@Named
public final class KpiKnowledge {
  /** How many months of values tell where a KPI goes and how it wavers. */
  private static final int MONTHS = 24;

  private static final Set<Category.Kind> OF_QUALITY =
      Set.of(Category.Kind.QUALITY, Category.Kind.OWN);

  private final KpiSheets sheets;
  private final KpiPasts pasts;
  private final Objectives objectives;
  private final Standpoints standpoints;
  private final Rulebook rulebook;
  private final People people;
  private final Clock clock;

  @Inject
  public KpiKnowledge(
      KpiSheets sheets,
      KpiPasts pasts,
      Objectives objectives,
      Standpoints standpoints,
      Rulebook rulebook,
      People people,
      Clock clock) {
    this.sheets = sheets;
    this.pasts = pasts;
    this.objectives = objectives;
    this.standpoints = standpoints;
    this.rulebook = rulebook;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A key result that somebody is writing, with what is known around it. Of an objective that the
   * person may not read nothing is known.
   */
  public Kpis around(Person who, KeyResultText text) {
    Context context = text.context();
    if (context.equals(Context.UNKNOWN)) {
      return Kpis.none();
    }
    Standpoint standpoint = standpoints.of(who);
    Optional<Placed> placed =
        context
            .objectiveId()
            .flatMap(id -> objectives.placed(id, who))
            .filter(each -> standpoint.mayRead(each));
    Context known =
        new Context(
            context.kpiId(),
            placed.map(each -> each.objective().id()),
            context
                .due()
                .or(() -> placed.flatMap(Placed::cycle).map(cycle -> cycle.days().last())));
    Kpis kpis = around(standpoint, List.of(text.within(known)));
    return keyResult -> kpis.around(keyResult.within(known));
  }

  /** The same for key results of which the person may read the objectives. */
  Kpis around(Standpoint standpoint, Collection<KeyResultText> texts) {
    Set<Long> objectiveIds = ids(texts, Context::objectiveId);
    Map<Long, List<KpiSheets.Serving>> serving =
        objectiveIds.isEmpty() ? Map.of() : sheets.serving(objectiveIds);
    Map<Long, Known> known = known(standpoint, ids(texts, Context::kpiId));
    return text -> surroundings(text, serving, known);
  }

  private interface Part {
    Optional<Long> of(Context context);
  }

  private static Set<Long> ids(Collection<KeyResultText> texts, Part part) {
    return texts.stream()
        .flatMap(each -> part.of(each.context()).stream())
        .collect(Collectors.toSet());
  }

  /** A KPI with its values. */
  private record Known(KpiStanding standing, List<Judged> periods) {}

  private Map<Long, Known> known(Standpoint standpoint, Set<Long> kpiIds) {
    if (kpiIds.isEmpty()) {
      return Map.of();
    }
    List<KpiStanding> seen =
        sheets.standings(KpiSheets.Wanted.withIds(kpiIds)).stream()
            .filter(each -> standpoint.maySee(each.sheet().unitId()))
            .toList();
    Map<Long, KpiPasts.Past> past =
        pasts.of(
            seen.stream().map(each -> each.sheet().id()).toList(),
            today().minusMonths(MONTHS),
            today().minusYears(1));
    return seen.stream()
        .filter(each -> past.containsKey(each.sheet().id()))
        .collect(
            toMap(
                each -> each.sheet().id(),
                each -> new Known(each, past.get(each.sheet().id()).periods())));
  }

  private Optional<Kpis.Surroundings> surroundings(
      KeyResultText text, Map<Long, List<KpiSheets.Serving>> serving, Map<Long, Known> known) {
    Context context = text.context();
    Optional<Kpis.Kpi> kpi = context.kpiId().map(known::get).map(found -> kpi(text, found));
    // Where nobody knows the objective, nobody knows its guardrails either.
    boolean guarded =
        context
            .objectiveId()
            .map(id -> serving.getOrDefault(id, List.of()).stream().anyMatch(KpiKnowledge::guards))
            .orElse(true);
    return context.objectiveId().isEmpty() && kpi.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kpis.Surroundings(kpi, guarded));
  }

  private static boolean guards(KpiSheets.Serving serving) {
    return serving.part() == Served.Part.GUARDRAIL
        && OF_QUALITY.contains(serving.sheet().content().category().kind());
  }

  private Kpis.Kpi kpi(KeyResultText text, Known known) {
    KpiSheet sheet = known.standing().sheet();
    Optional<BigDecimal> target =
        sheet
            .content()
            .yardstick()
            .targets()
            .of(Period.of(today(), today()))
            .target()
            .filter(level -> level.numbers().size() == 1)
            .map(level -> level.numbers().get(0));
    Course course = course(text, sheet, known);
    return new Kpis.Kpi(sheet.content().name(), target, course.spread(), course.unaided());
  }

  /** Without the whole way there is no forecast, but still how much the values waver. */
  private Course course(KeyResultText text, KpiSheet sheet, Known known) {
    Optional<LocalDate> brokenOn = known.standing().brokenOn();
    List<PeriodValue> values =
        known.periods().stream()
            .filter(Judged::closed)
            .filter(each -> brokenOn.filter(each.period().first()::isBefore).isEmpty())
            .map(each -> new PeriodValue(each.period(), each.value(), List.of(), each.corrected()))
            .toList();
    LocalDate due = text.context().due().orElse(today());
    boolean ahead = due.isAfter(today()) && text.baseline().isPresent();
    return Course.of(
        sheet.id(),
        values,
        ahead ? text.baseline().get() : BigDecimal.ZERO,
        ahead ? text.target().orElse(text.baseline().get()) : BigDecimal.ZERO,
        due,
        rulebook.rules().workingDays());
  }

  /**
   * The KPIs of a unit, by their keys, as the Coach judges them.
   *
   * @param sheets in the order of the board
   */
  record Board(KpiBoard board, Map<String, KpiSheet> sheets) {}

  /**
   * The board of a unit that the person may see.
   *
   * @param cycleDays see {@link KpiBoard}
   */
  Board board(long unitId, Optional<Long> cycleDays) {
    List<KpiSheet> all = sheets.find(KpiSheets.Wanted.ofUnits(List.of(unitId)));
    Map<Long, KpiPasts.Past> past =
        pasts.of(
            all.stream().map(KpiSheet::id).toList(),
            today().minusMonths(MONTHS),
            today().minusYears(1));
    List<KpiBoard.Watched> watched =
        all.stream()
            .filter(each -> past.containsKey(each.id()))
            .map(each -> watched(each, past.get(each.id())))
            .toList();
    return new Board(
        new KpiBoard(watched, cycleDays), all.stream().collect(toMap(KpiSheet::key, each -> each)));
  }

  private KpiBoard.Watched watched(KpiSheet sheet, KpiPasts.Past past) {
    return new KpiBoard.Watched(
        sheet.key(),
        KpiText.of(sheet.content(), people.nameOrKey(sheet.content().ownerKey())),
        KpiYear.of(
            past.periods(),
            LocalDate.ofInstant(past.createdAt(), clock.getZone()),
            today(),
            past.traces()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
