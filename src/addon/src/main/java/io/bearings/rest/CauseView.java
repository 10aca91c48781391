package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.review.Cause;
import io.bearings.review.DriverCourse;
import io.bearings.review.Gauge;
import io.bearings.review.GreenCycle;
import io.bearings.review.Lag;
import io.bearings.review.OutsideEvent;
import io.bearings.review.Shift;
import io.bearings.review.Strain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Why an objective was not achieved, with the evidence. Only what belongs to its kind is filled;
 * all else is null or empty.
 *
 * @param kind NO_OUTCOME_DATA, NOT_EXECUTED, EFFORT_ELSEWHERE, SCOPE_OR_GOALPOSTS_CHANGED,
 *     OUTSIDE_EVENT, LAG_NOT_OVER, GUARDRAIL_COST, WRONG_DRIVER, INSENSITIVE_KPIS or
 *     EXECUTED_WELL_ON_THE_WRONG_THING
 * @param output how far the linked work was, where that is the cause or a part of it
 * @param effort where the effort went
 * @param keyResults the outcomes without data, or those that did not move
 * @param goalposts changes of targets, weights, rules and dates, the earliest first
 * @param scope what came and went of the linked work
 * @param events what happened outside, the earliest first
 * @param lags key results whose number could not have moved yet
 * @param strains guardrails that broke
 * @param drivers drivers that moved
 * @param cycles in which the KPIs were always green, the latest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CauseView(
    @JsonProperty("kind") String kind,
    @JsonProperty("output") RetrospectiveView.OutputView output,
    @JsonProperty("effort") RetrospectiveView.EffortSharesView effort,
    @JsonProperty("keyResults") List<GaugeView> keyResults,
    @JsonProperty("goalposts") List<GoalpostView> goalposts,
    @JsonProperty("scope") ScopeView scope,
    @JsonProperty("events") List<EventView> events,
    @JsonProperty("lags") List<LagView> lags,
    @JsonProperty("strains") List<StrainView> strains,
    @JsonProperty("drivers") List<DriverView> drivers,
    @JsonProperty("cycles") List<GreenCycleView> cycles) {

  static CauseView of(Cause cause) {
    Evidence found = new Evidence();
    if (cause instanceof Cause.NoOutcomeData it) {
      found.keyResults = it.keyResults();
    } else if (cause instanceof Cause.NotExecuted it) {
      found.output = RetrospectiveView.OutputView.of(it.output());
    } else if (cause instanceof Cause.EffortElsewhere it) {
      found.effort = RetrospectiveView.EffortSharesView.of(it.effort());
    } else if (cause instanceof Cause.ScopeOrGoalpostsChanged it) {
      found.shifts = it.shifts();
    } else if (cause instanceof Cause.OutsideEvents it) {
      found.events = it.events();
    } else if (cause instanceof Cause.LagNotOver it) {
      found.lags = it.lags();
    } else if (cause instanceof Cause.GuardrailCost it) {
      found.strains = it.strains();
    } else if (cause instanceof Cause.WrongDriver it) {
      found.drivers = it.drivers();
      found.keyResults = it.keyResults();
    } else if (cause instanceof Cause.InsensitiveKpis it) {
      found.cycles = it.cycles();
    } else if (cause instanceof Cause.ExecutedWell it) {
      found.output = RetrospectiveView.OutputView.of(it.output());
      found.keyResults = it.keyResults();
    }
    return found.view(cause.kind().name());
  }

  /** Those of some shifts that are changes of a goal. */
  static List<GoalpostView> goalposts(List<Shift> shifts) {
    return shifts.stream()
        .filter(Shift.Goalpost.class::isInstance)
        .map(each -> GoalpostView.of((Shift.Goalpost) each))
        .toList();
  }

  /** What a cause brings, until it is shown. */
  private static final class Evidence {
    private RetrospectiveView.OutputView output;
    private RetrospectiveView.EffortSharesView effort;
    private List<Gauge> keyResults = List.of();
    private List<Shift> shifts = List.of();
    private List<OutsideEvent> events = List.of();
    private List<Lag> lags = List.of();
    private List<Strain> strains = List.of();
    private List<DriverCourse> drivers = List.of();
    private List<GreenCycle> cycles = List.of();

    CauseView view(String kind) {
      return new CauseView(
          kind,
          output,
          effort,
          keyResults.stream().map(GaugeView::of).toList(),
          goalposts(shifts),
          shifts.stream()
              .filter(Shift.Scope.class::isInstance)
              .map(each -> ScopeView.of((Shift.Scope) each))
              .findFirst()
              .orElse(null),
          events.stream().map(EventView::of).toList(),
          lags.stream().map(LagView::of).toList(),
          strains.stream().map(StrainView::of).toList(),
          drivers.stream().map(DriverView::of).toList(),
          cycles.stream().map(GreenCycleView::of).toList());
    }
  }

  /**
   * A key result as the cycle left it.
   *
   * @param nature OUTCOME or OUTPUT
   * @param score 0 to 1; null without data
   * @param successLevel the score from which on it counts as reached
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GaugeView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("nature") String nature,
      @JsonProperty("score") Double score,
      @JsonProperty("successLevel") BigDecimal successLevel) {
    static GaugeView of(Gauge gauge) {
      return new GaugeView(
          gauge.id(),
          gauge.key(),
          gauge.title(),
          gauge.nature().name(),
          ObjectiveView.figure(gauge.score()),
          gauge.successLevel());
    }
  }

  /**
   * A change of target, baseline, weight, rule or date.
   *
   * @param keyResultKey null where the objective itself was changed
   * @param field its name in the API
   * @param from null when it was empty
   * @param to null when it is empty now
   * @param reason null when nobody gave one
   * @param label ADJUSTMENT or MOVED_GOALPOST
   * @param scoreBefore 0 to 1; null without data
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GoalpostView(
      @JsonProperty("keyResultKey") String keyResultKey,
      @JsonProperty("field") String field,
      @JsonProperty("from") String from,
      @JsonProperty("to") String to,
      @JsonProperty("reason") String reason,
      @JsonProperty("label") String label,
      @JsonProperty("on") String on,
      @JsonProperty("scoreBefore") Double scoreBefore,
      @JsonProperty("scoreAfter") Double scoreAfter) {
    private static GoalpostView of(Shift.Goalpost each) {
      return new GoalpostView(
          each.keyResultKey().orElse(null),
          each.field(),
          each.from().orElse(null),
          each.to().orElse(null),
          each.reason().orElse(null),
          each.label().name(),
          each.on().toString(),
          ObjectiveView.figure(each.scoreBefore()),
          ObjectiveView.figure(each.scoreAfter()));
    }
  }

  /**
   * Linked work that came and went.
   *
   * @param since the day at the end of which a quarter of the cycle had passed
   * @param before issues in scope then
   */
  public record ScopeView(
      @JsonProperty("since") String since,
      @JsonProperty("until") String until,
      @JsonProperty("before") int before,
      @JsonProperty("added") int added,
      @JsonProperty("removed") int removed) {
    private static ScopeView of(Shift.Scope scope) {
      return new ScopeView(
          scope.since().toString(),
          scope.until().toString(),
          scope.before(),
          scope.added(),
          scope.removed());
    }
  }

  /**
   * An annotation.
   *
   * @param on UNIT, CYCLE, OBJECTIVE, KEY_RESULT or KPI
   * @param onId the id of that
   * @param last the last day of something that lasted; else null
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EventView(
      @JsonProperty("id") long id,
      @JsonProperty("on") String on,
      @JsonProperty("onId") long onId,
      @JsonProperty("text") String text,
      @JsonProperty("first") String first,
      @JsonProperty("last") String last) {
    private static EventView of(OutsideEvent event) {
      return new EventView(
          event.annotationId(),
          event.on().kind().name(),
          event.on().id(),
          event.text(),
          event.first().toString(),
          event.last().map(LocalDate::toString).orElse(null));
    }
  }

  /**
   * A key result whose number moves later than the work.
   *
   * @param from the day from which on the weeks count
   * @param over the first day on which the number can have moved
   */
  public record LagView(
      @JsonProperty("keyResult") GaugeView keyResult,
      @JsonProperty("weeks") int weeks,
      @JsonProperty("from") String from,
      @JsonProperty("over") String over) {
    private static LagView of(Lag lag) {
      return new LagView(
          GaugeView.of(lag.keyResult()), lag.weeks(), lag.from().toString(), lag.over().toString());
    }
  }

  /**
   * A guardrail that broke.
   *
   * @param red how many of its periods were red
   */
  public record StrainView(
      @JsonProperty("kpi") RetrospectiveView.KpiRefView kpi,
      @JsonProperty("red") int red,
      @JsonProperty("first") String first,
      @JsonProperty("last") String last) {
    private static StrainView of(Strain strain) {
      return new StrainView(
          RetrospectiveView.KpiRefView.of(strain.kpi()),
          strain.red(),
          strain.first().toString(),
          strain.last().toString());
    }
  }

  /**
   * A driver that moved; of one that the reader may not see no values are told.
   *
   * @param from where it stood when the cycle began
   * @param fromOn the last day of the period of that value
   * @param to where it stood when the cycle was over
   * @param noise how far it had to go to count as moved
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DriverView(
      @JsonProperty("kpi") RetrospectiveView.KpiRefView kpi,
      @JsonProperty("from") BigDecimal from,
      @JsonProperty("fromOn") String fromOn,
      @JsonProperty("to") BigDecimal to,
      @JsonProperty("toOn") String toOn,
      @JsonProperty("noise") BigDecimal noise) {
    private static DriverView of(DriverCourse course) {
      boolean seen = !course.kpi().hidden();
      return new DriverView(
          RetrospectiveView.KpiRefView.of(course.kpi()),
          course.from().filter(any -> seen).map(DriverCourse.Point::value).orElse(null),
          course.from().filter(any -> seen).map(it -> it.on().toString()).orElse(null),
          course.to().filter(any -> seen).map(DriverCourse.Point::value).orElse(null),
          course.to().filter(any -> seen).map(it -> it.on().toString()).orElse(null),
          course.noise().filter(any -> seen).orElse(null));
    }
  }

  /** A cycle in which the KPIs were always green. */
  public record GreenCycleView(
      @JsonProperty("name") String name,
      @JsonProperty("periods") int periods,
      @JsonProperty("observed") int observed,
      @JsonProperty("green") int green) {
    private static GreenCycleView of(GreenCycle cycle) {
      return new GreenCycleView(cycle.name(), cycle.periods(), cycle.observed(), cycle.green());
    }
  }
}
