package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.Breach;
import io.bearings.okr.CheckIn;
import io.bearings.okr.Objective;
import io.bearings.okr.People;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.review.CauseKind;
import io.bearings.review.Effort;
import io.bearings.review.KpiHealth;
import io.bearings.review.KpiRef;
import io.bearings.review.Output;
import io.bearings.review.Quadrant;
import io.bearings.review.Retrospective;
import io.bearings.talk.Blocker;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a cycle came to in a unit.
 *
 * @param end the last day that is looked at: that of the cycle, or today while it runs
 * @param over whether the cycle is over
 * @param objectives those that were pursued, oldest first
 * @param abandoned those that were given up
 * @param drafts those that were never published
 * @param hidden how many published ones the reader may not read
 * @param kpis those of the unit and those that serve one of the objectives
 * @param breaches those that fell into the cycle, the earliest first
 * @param blockers those that blocked in the cycle, the newest first
 * @param carryOvers objectives that are pursued in the third cycle or a later one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RetrospectiveView(
    @JsonProperty("unit") ObjectiveView.PlaceView unit,
    @JsonProperty("cycle") KickoffView.CycleRef cycle,
    @JsonProperty("end") String end,
    @JsonProperty("over") boolean over,
    @JsonProperty("objectives") List<ExaminedView> objectives,
    @JsonProperty("abandoned") List<ApartView> abandoned,
    @JsonProperty("drafts") List<ApartView> drafts,
    @JsonProperty("hidden") int hidden,
    @JsonProperty("kpis") List<WatchedView> kpis,
    @JsonProperty("breaches") List<BrokenView> breaches,
    @JsonProperty("blockers") List<BlockedView> blockers,
    @JsonProperty("calibration") CalibrationView calibration,
    @JsonProperty("carryOvers") List<CarryOverView> carryOvers) {

  static RetrospectiveView of(Retrospective whole, People people) {
    return new RetrospectiveView(
        new ObjectiveView.PlaceView(whole.unit().id(), whole.unit().name()),
        new KickoffView.CycleRef(
            whole.cycle().id(),
            whole.cycle().name(),
            whole.cycle().first().toString(),
            whole.cycle().last().toString(),
            whole.cycle().state().name()),
        whole.end().toString(),
        whole.isOver(),
        whole.objectives().stream().map(ExaminedView::of).toList(),
        whole.abandoned().stream().map(each -> ApartView.of(each.objective())).toList(),
        whole.drafts().stream().map(ApartView::of).toList(),
        whole.hidden(),
        whole.kpis().stream().map(WatchedView::of).toList(),
        whole.breaches().stream().map(each -> BrokenView.of(each, people)).toList(),
        whole.blockers().stream().map(each -> BlockedView.of(each, whole, people)).toList(),
        new CalibrationView(
            whole.calibration().pairs(), ObjectiveView.figure(whole.calibration().brier())),
        whole.carryOvers().stream().map(CarryOverView::of).toList());
  }

  /**
   * An objective that was pursued.
   *
   * @param kind ASPIRATIONAL or COMMITTED
   * @param successLevel the score from which on it is achieved, 0 to 1
   * @param result ACHIEVED, PARTLY, MISSED or NOT_MEASURED
   * @param score as at closing, 0 to 1; null without any weight
   * @param countedAsZero the keys of its key results that had no data
   * @param health HEALTHY, NOT_HEALTHY or NOT_KNOWN, of its KPIs together
   * @param quadrant WORKED, EXECUTED_WELL_ON_THE_WRONG_THINGS, MOVED_AT_A_COST or DID_NOT_EXECUTE;
   *     null where too little is known
   * @param kpis those that it is judged with: those that serve it, or else all of the unit
   * @param goalposts changes of targets, weights, rules and dates in the cycle, the earliest first
   * @param causes all that hold, the first one leads; empty for what was achieved
   * @param tooFewData causes of which too little is known
   * @param givenUp how many of its key results were given up
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ExaminedView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("ownerName") String ownerName,
      @JsonProperty("kind") String kind,
      @JsonProperty("successLevel") BigDecimal successLevel,
      @JsonProperty("result") String result,
      @JsonProperty("score") Double score,
      @JsonProperty("countedAsZero") List<String> countedAsZero,
      @JsonProperty("health") String health,
      @JsonProperty("quadrant") String quadrant,
      @JsonProperty("kpis") List<WatchedView> kpis,
      @JsonProperty("output") OutputView output,
      @JsonProperty("effort") EffortSharesView effort,
      @JsonProperty("goalposts") List<CauseView.GoalpostView> goalposts,
      @JsonProperty("causes") List<CauseView> causes,
      @JsonProperty("tooFewData") List<String> tooFewData,
      @JsonProperty("keyResults") List<ToldView> keyResults,
      @JsonProperty("givenUp") int givenUp) {

    private static ExaminedView of(Retrospective.Examined each) {
      ObjectiveFigures figures = each.figures();
      Objective objective = figures.objective();
      return new ExaminedView(
          objective.id(),
          objective.key(),
          objective.title(),
          figures.ownerName(),
          objective.kind().name(),
          objective.kind().successLevel(),
          each.ended().result().name(),
          ObjectiveView.figure(each.ended().score().value()),
          each.ended().score().countedAsZero(),
          each.health().name(),
          each.quadrant().map(Quadrant::name).orElse(null),
          each.kpis().stream().map(WatchedView::of).toList(),
          OutputView.of(each.circumstances().output()),
          EffortSharesView.of(each.circumstances().effort()),
          CauseView.goalposts(each.circumstances().shifts()),
          each.diagnosis().causes().stream().map(CauseView::of).toList(),
          each.diagnosis().tooFewData().stream().map(CauseKind::name).toList(),
          each.keyResults().stream().map(ToldView::of).toList(),
          each.givenUp());
    }
  }

  /**
   * An objective that stands apart.
   *
   * @param reason why it was given up; null for a draft
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ApartView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("reason") String reason) {
    private static ApartView of(Objective objective) {
      return new ApartView(
          objective.id(), objective.key(), objective.title(), objective.stateReason().orElse(null));
    }
  }

  /**
   * A KPI.
   *
   * @param name null where the reader may not see it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record KpiRefView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("name") String name) {
    static KpiRefView of(KpiRef kpi) {
      return new KpiRefView(kpi.id(), kpi.key(), kpi.hidden() ? null : kpi.name());
    }
  }

  /**
   * A KPI over the cycle.
   *
   * @param health HEALTHY, NOT_HEALTHY or NOT_KNOWN
   * @param amberOnly whether it is not healthy though no period was red
   * @param periods how many periods of it ended in the cycle
   * @param observed how many of them had a value that could be judged
   * @param green how many were green
   * @param red how many were red
   * @param part DRIVER or GUARDRAIL of the objective; null in the list of all, and where no KPI
   *     serves the objective
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record WatchedView(
      @JsonProperty("kpi") KpiRefView kpi,
      @JsonProperty("health") String health,
      @JsonProperty("amberOnly") boolean amberOnly,
      @JsonProperty("periods") int periods,
      @JsonProperty("observed") int observed,
      @JsonProperty("green") int green,
      @JsonProperty("red") int red,
      @JsonProperty("part") String part) {
    private static WatchedView of(Retrospective.Watched watched) {
      KpiHealth health = watched.health();
      return new WatchedView(
          KpiRefView.of(watched.kpi()),
          health.health().name(),
          health.amberOnly(),
          health.periods(),
          health.observed(),
          health.green(),
          health.red(),
          watched.part().map(Enum::name).orElse(null));
    }
  }

  /**
   * The linked work of an objective when its cycle was over.
   *
   * @param half from how many done issues on it counts as executed
   * @param ratio done ÷ total, 0 to 1; null where nothing was linked
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record OutputView(
      @JsonProperty("done") int done,
      @JsonProperty("total") int total,
      @JsonProperty("half") int half,
      @JsonProperty("ratio") Double ratio) {
    static OutputView of(Output output) {
      return new OutputView(
          output.done(), output.total(), output.half(), ObjectiveView.figure(output.ratio()));
    }
  }

  /**
   * How much of the unit's finished work served an objective.
   *
   * @param done issues of the objective that were finished in the cycle
   * @param unitDone issues that the unit finished in the cycle
   * @param linked issues of the objective that were finished in the cycle or still open
   * @param unitPlanned what the unit finished, and what was linked to its objectives and still open
   * @param share done ÷ unitDone, 0 to 1; null where it is not known
   * @param plan linked ÷ unitPlanned, 0 to 1; null where it is not known
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EffortSharesView(
      @JsonProperty("done") int done,
      @JsonProperty("unitDone") int unitDone,
      @JsonProperty("linked") int linked,
      @JsonProperty("unitPlanned") int unitPlanned,
      @JsonProperty("share") Double share,
      @JsonProperty("plan") Double plan) {
    static EffortSharesView of(Effort effort) {
      return new EffortSharesView(
          effort.done(),
          effort.unitDone(),
          effort.linked(),
          effort.unitPlanned(),
          ObjectiveView.figure(effort.share()),
          ObjectiveView.figure(effort.plan()));
    }
  }

  /**
   * A key result with what was said of it on its way.
   *
   * @param slots how many check-ins were due
   * @param kept how many of them came before they were overdue
   */
  public record ToldView(
      @JsonProperty("keyResult") CauseView.GaugeView keyResult,
      @JsonProperty("slots") int slots,
      @JsonProperty("kept") int kept,
      @JsonProperty("confidence") List<ConfidenceView> confidence) {
    private static ToldView of(Retrospective.Told told) {
      return new ToldView(
          CauseView.GaugeView.of(told.keyResult()),
          told.slots(),
          told.kept(),
          told.checkIns().stream().map(ConfidenceView::of).toList());
    }
  }

  /** How sure the owner was on a day, 0 to 10. */
  public record ConfidenceView(
      @JsonProperty("on") String on, @JsonProperty("confidence") int confidence) {
    private static ConfidenceView of(CheckIn checkIn) {
      return new ConfidenceView(checkIn.on().toString(), checkIn.confidence());
    }
  }

  /**
   * A breach.
   *
   * @param first the first day of the first red period
   * @param until the first day of the period that was not red again; null while it goes on
   * @param action OPEN, DONE or NOT_NEEDED
   * @param person who acts; null while nobody said
   * @param result what came of it; null while nobody said
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record BrokenView(
      @JsonProperty("kpi") KpiRefView kpi,
      @JsonProperty("first") String first,
      @JsonProperty("until") String until,
      @JsonProperty("action") String action,
      @JsonProperty("person") PersonView person,
      @JsonProperty("result") String result) {
    private static BrokenView of(Retrospective.Broken broken, People people) {
      Breach breach = broken.breach().breach();
      boolean seen = !broken.kpi().hidden();
      return new BrokenView(
          KpiRefView.of(broken.kpi()),
          breach.opened().first().toString(),
          breach.closed().map(it -> it.first().toString()).orElse(null),
          breach.handling().action().name(),
          breach
              .handling()
              .report()
              .filter(any -> seen)
              .map(it -> PersonView.of(it.personKey(), people))
              .orElse(null),
          breach
              .handling()
              .report()
              .filter(any -> seen)
              .map(it -> it.result())
              .filter(it -> !it.isEmpty())
              .orElse(null));
    }
  }

  /**
   * A blocker.
   *
   * @param days how many calendar days it blocked, until the end that is looked at
   * @param resolved whether it blocks no longer
   */
  public record BlockedView(
      @JsonProperty("id") long id,
      @JsonProperty("subject") SubjectView subject,
      @JsonProperty("text") String text,
      @JsonProperty("owner") PersonView owner,
      @JsonProperty("neededFrom") String neededFrom,
      @JsonProperty("since") String since,
      @JsonProperty("days") long days,
      @JsonProperty("resolved") boolean resolved) {
    private static BlockedView of(Blocker blocker, Retrospective whole, People people) {
      return new BlockedView(
          blocker.id(),
          SubjectView.of(blocker.about()),
          blocker.text(),
          PersonView.of(blocker.ownerKey(), people),
          blocker.neededFrom(),
          blocker.since().toString(),
          blocker.ageInDays(whole.end(), whole.zone()),
          blocker.resolved().isPresent());
    }
  }

  /**
   * How well confidence foretold success.
   *
   * @param pairs how many statements there are to compare
   * @param brier 0 is perfect, 0.25 is what always saying 5 gives; null below 20 pairs
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CalibrationView(
      @JsonProperty("pairs") int pairs, @JsonProperty("brier") Double brier) {}

  /**
   * An objective that comes back cycle after cycle.
   *
   * @param cycles the names of the cycles, this one first
   * @param owners how many people owned it
   * @param lowered how often a target of it was lowered in this cycle
   */
  public record CarryOverView(
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("cycles") List<String> cycles,
      @JsonProperty("owners") int owners,
      @JsonProperty("lowered") int lowered) {
    private static CarryOverView of(Retrospective.CarryOver carryOver) {
      return new CarryOverView(
          carryOver.objective().key(),
          carryOver.objective().title(),
          carryOver.cycles(),
          carryOver.owners(),
          carryOver.lowered());
    }
  }
}
