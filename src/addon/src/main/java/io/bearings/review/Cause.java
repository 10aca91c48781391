package io.bearings.review;

import java.util.List;

/** Why an objective was not achieved, with the evidence for it. */
public sealed interface Cause {

  /** What it is; it decides which cause leads. */
  CauseKind kind();

  /**
   * No outcome has data. Refuted by a value, dated inside the cycle, of any of the key results.
   *
   * @param keyResults the outcomes without data; none where all key results are output
   */
  record NoOutcomeData(List<Gauge> keyResults) implements Cause {
    public NoOutcomeData {
      keyResults = List.copyOf(keyResults);
    }

    @Override
    public CauseKind kind() {
      return CauseKind.NO_OUTCOME_DATA;
    }
  }

  /** Refuted by as many issues that were done as {@link Output#half} says. */
  record NotExecuted(Output output) implements Cause {
    @Override
    public CauseKind kind() {
      return CauseKind.NOT_EXECUTED;
    }
  }

  /** Refuted by work for the objective that was not linked to it. */
  record EffortElsewhere(Effort effort) implements Cause {
    @Override
    public CauseKind kind() {
      return CauseKind.EFFORT_ELSEWHERE;
    }
  }

  /**
   * Refuted when the objective is as far from its success level without these changes.
   *
   * @param shifts one or more, earliest first
   */
  record ScopeOrGoalpostsChanged(List<Shift> shifts) implements Cause {
    public ScopeOrGoalpostsChanged {
      shifts = List.copyOf(shifts);
    }

    @Override
    public CauseKind kind() {
      return CauseKind.SCOPE_OR_GOALPOSTS_CHANGED;
    }
  }

  /**
   * Refuted when the numbers went the same way before the event, or elsewhere without it.
   *
   * @param events one or more, earliest first
   */
  record OutsideEvents(List<OutsideEvent> events) implements Cause {
    public OutsideEvents {
      events = List.copyOf(events);
    }

    @Override
    public CauseKind kind() {
      return CauseKind.OUTSIDE_EVENT;
    }
  }

  /**
   * Refuted when a number has not moved by the day on which its lag is over.
   *
   * @param lags one or more that were not over
   */
  record LagNotOver(List<Lag> lags) implements Cause {
    public LagNotOver {
      lags = List.copyOf(lags);
    }

    @Override
    public CauseKind kind() {
      return CauseKind.LAG_NOT_OVER;
    }
  }

  /**
   * Refuted when the work was not held up while the guardrail was red.
   *
   * @param strains one or more
   */
  record GuardrailCost(List<Strain> strains) implements Cause {
    public GuardrailCost {
      strains = List.copyOf(strains);
    }

    @Override
    public CauseKind kind() {
      return CauseKind.GUARDRAIL_COST;
    }
  }

  /**
   * Refuted when a key result follows the driver later, as it does after a lag that nobody stated.
   *
   * @param drivers one or more that moved
   * @param keyResults the measured outcomes, of which none moved
   */
  record WrongDriver(List<DriverCourse> drivers, List<Gauge> keyResults) implements Cause {
    public WrongDriver {
      drivers = List.copyOf(drivers);
      keyResults = List.copyOf(keyResults);
    }

    @Override
    public CauseKind kind() {
      return CauseKind.WRONG_DRIVER;
    }
  }

  /**
   * Refuted by a period that was not green in any of these cycles.
   *
   * @param cycles three, the latest first
   */
  record InsensitiveKpis(List<GreenCycle> cycles) implements Cause {
    public InsensitiveKpis {
      cycles = List.copyOf(cycles);
    }

    @Override
    public CauseKind kind() {
      return CauseKind.INSENSITIVE_KPIS;
    }
  }

  /**
   * Refuted by a cause above that explains the result by itself.
   *
   * @param keyResults the measured outcomes
   */
  record ExecutedWell(Output output, List<Gauge> keyResults) implements Cause {
    public ExecutedWell {
      keyResults = List.copyOf(keyResults);
    }

    @Override
    public CauseKind kind() {
      return CauseKind.EXECUTED_WELL_ON_THE_WRONG_THING;
    }
  }
}
