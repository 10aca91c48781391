package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bringing in objectives with their key results and check-ins. All of it is checked by the rules
 * that hold for what people type, and written as a whole or not at all.
 */
@Named
public final class Importing {
  private final Plans plans;
  private final PlanStore store;
  private final People people;
  private final NumberFields numberFields;
  private final KpiUnits kpis;
  private final JiraMetrics metrics;
  private final Clock clock;

  @Inject
  public Importing(
      Plans plans,
      PlanStore store,
      People people,
      NumberFields numberFields,
      KpiUnits kpis,
      JiraMetrics metrics,
      Clock clock) {
    this.plans = plans;
    this.store = store;
    this.people = people;
    this.numberFields = numberFields;
    this.kpis = kpis;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * What would be written, and what is in the way.
   *
   * @param problems by row, then by field
   */
  public record Checked(List<NewPlan> plans, Map<Integer, Map<String, Message>> problems) {
    public Checked {
      plans = List.copyOf(plans);
    }
  }

  /**
   * Checks rows without writing anything.
   *
   * @param cycleId absent: into the backlog
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not create objectives in it
   * @throws Refusal.Invalid naming {@code cycleId} when the cycle is closed or serves other units
   */
  public Checked check(
      Writer writer, long unitId, Optional<Long> cycleId, List<Imported> objectives) {
    Standpoint standpoint = plans.standpoint(writer.who());
    Optional<Window> cycle =
        plans.open(standpoint, unitId, cycleId).map(it -> new Window(it.first(), it.last()));
    Check check = new Check(writer, standpoint, unitId, cycleId, cycle);
    return new Checked(objectives.stream().map(check::plan).toList(), check.problems);
  }

  /**
   * Writes what was checked.
   *
   * @throws Refusal.Invalid naming every field of every row that is wrong, as {@code
   *     rows[2].title}; nothing is written then
   */
  public void write(Writer writer, Checked checked) {
    Map<String, Message> problems = new LinkedHashMap<>();
    checked
        .problems()
        .forEach(
            (row, fields) ->
                fields.forEach(
                    (field, problem) -> problems.put("rows[" + row + "]." + field, problem)));
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    checked
        .plans()
        .forEach(
            plan ->
                plan.keyResults()
                    .forEach(each -> numberFields.keep(each.keyResult().content().weightBy())));
    store.add(checked.plans(), new Objectives.Edit(writer.who(), clock.instant()));
  }

  /** A metric and in what it is counted. */
  private record Measured(String metric, Measure measure) {}

  /** A walk through the rows. */
  private final class Check {
    private final Writer writer;
    private final Standpoint standpoint;
    private final long unitId;
    private final Optional<Long> cycleId;
    private final Optional<Window> cycle;
    private final LocalDate today = LocalDate.now(clock);
    private final Map<Integer, Map<String, Message>> problems = new TreeMap<>();
    private final Map<String, Boolean> known = new LinkedHashMap<>();
    private final Map<Long, Optional<Message>> kpiProblems = new HashMap<>();
    private final Map<Measured, Optional<Message>> metricProblems = new HashMap<>();

    Check(
        Writer writer,
        Standpoint standpoint,
        long unitId,
        Optional<Long> cycleId,
        Optional<Window> cycle) {
      this.writer = writer;
      this.standpoint = standpoint;
      this.unitId = unitId;
      this.cycleId = cycleId;
      this.cycle = cycle;
    }

    NewPlan plan(Imported objective) {
      ObjectiveContent content = Drafts.content(objective.draft(), writer.who().key());
      Map<String, Message> wrong = new LinkedHashMap<>(Drafts.problems(content));
      owner(objective.draft().ownerKey(), wrong);
      Life life = objective.start().map(start -> started(start, content, wrong)).orElse(Life.DRAFT);
      keep(objective.row(), wrong);
      List<NewPlan.Result> keyResults = new ArrayList<>();
      objective.keyResults().forEach(each -> keyResults.add(result(each, content, life)));
      return new NewPlan(new NewObjective(unitId, cycleId, content, life), keyResults);
    }

    private Life started(
        Imported.Start start, ObjectiveContent content, Map<String, Message> wrong) {
      if (!standpoint.may(Operation.PUBLISH, unitId, isOwn(content.ownerKey()))) {
        wrong.put("state", Message.of("bearings.error.forbidden"));
      }
      if (content.why().isEmpty()) {
        wrong.putIfAbsent("why", Message.of("bearings.error.required"));
      }
      Optional<Message> confidence = Drafts.confidence(start.confidence());
      confidence.ifPresent(problem -> wrong.put("confidence", problem));
      LocalDate on = start.on().orElse(today);
      if (on.isAfter(today)) {
        wrong.put("activated", Message.of("bearings.error.inTheFuture", today.toString()));
      }
      return Life.DRAFT.published(
          start.confidence().filter(it -> confidence.isEmpty()).map(it -> it.intValueExact()),
          clock.instant(),
          on);
    }

    private NewPlan.Result result(
        Imported.KeyResultRow row, ObjectiveContent objective, Life life) {
      KeyResultDraft draft = row.draft();
      KeyResultContent content =
          Drafts.content(draft, draft.ownerKey().orElse(objective.ownerKey()));
      boolean active = life.state() == ObjectiveState.ACTIVE;
      Map<String, Message> wrong = new LinkedHashMap<>(Drafts.problems(draft, Goal.NONE));
      KeyResultRules.problems(content, cycle, active).forEach(wrong::putIfAbsent);
      owner(draft.ownerKey(), wrong);
      numberFields
          .problem(content.weightBy(), WeightBy.ISSUES)
          .ifPresent(problem -> wrong.put("weightBy", problem));
      content
          .kpiId()
          .flatMap(this::kpiProblem)
          .ifPresent(problem -> wrong.putIfAbsent("kpi", problem));
      if (!wrong.containsKey("metric")) {
        metricProblem(content).ifPresent(problem -> wrong.put("metric", problem));
      }
      keep(row.row(), wrong);
      KeyResult keyResult = new KeyResult(0, 0, content, life, Recorded.NOTHING, false, 1);
      boolean own = isOwn(objective.ownerKey()) || isOwn(content.ownerKey());
      List<NewCheckIn> checkIns = new ArrayList<>();
      row.checkIns().forEach(each -> checkIns.add(checkIn(each, keyResult, own)));
      return new NewPlan.Result(new NewKeyResult(content, life), checkIns);
    }

    private NewCheckIn checkIn(Imported.CheckInRow row, KeyResult keyResult, boolean own) {
      Map<String, Message> wrong =
          new LinkedHashMap<>(row.draft().problems(keyResult, cycle, today));
      if (keyResult.state() != ObjectiveState.ACTIVE) {
        wrong.put("type", Message.of("bearings.error.notActive", keyResult.title()));
      } else if (!standpoint.may(Operation.CHECK_IN, unitId, own)) {
        wrong.put("type", Message.of("bearings.error.forbidden"));
      }
      keep(row.row(), wrong);
      return wrong.isEmpty()
          ? row.draft().accepted(keyResult.id(), today, writer.tag())
          : new NewCheckIn(
              0, Optional.empty(), 0, today, Words.NONE, Optional.empty(), writer.tag());
    }

    private boolean isOwn(String ownerKey) {
      return ownerKey.equals(writer.who().key());
    }

    private void owner(Optional<String> ownerKey, Map<String, Message> wrong) {
      ownerKey
          .filter(key -> !known.computeIfAbsent(key, it -> people.nameOf(it).isPresent()))
          .ifPresent(key -> wrong.put("ownerKey", Message.of("bearings.error.noSuchPerson", key)));
    }

    /** A file may name one KPI in each of its rows. */
    private Optional<Message> kpiProblem(long kpiId) {
      return kpiProblems.computeIfAbsent(
          kpiId, id -> kpis.problem(standpoint, Optional.of(id), Optional.empty()));
    }

    /** A file may state one metric in each of its rows, and Jira is asked about each. */
    private Optional<Message> metricProblem(KeyResultContent content) {
      return content
          .metric()
          .flatMap(
              text ->
                  metricProblems.computeIfAbsent(
                      new Measured(text, content.measure()),
                      any -> metrics.problem(writer.who(), content, Optional.empty())));
    }

    private void keep(int row, Map<String, Message> wrong) {
      if (!wrong.isEmpty()) {
        problems.put(row, wrong);
      }
    }
  }
}
