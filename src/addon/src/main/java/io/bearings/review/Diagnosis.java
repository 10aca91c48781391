package io.bearings.review;

import io.bearings.okr.Nature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why an objective was not achieved. No cause is made up: where none holds, there is none.
 *
 * @param causes all that hold, in the order of {@link CauseKind}; none for what was achieved
 * @param tooFewData causes of which too little is known to say whether they hold, in that order
 */
public record Diagnosis(List<Cause> causes, List<CauseKind> tooFewData) {
  /** For how many cycles KPIs are green before they are held to be insensitive. */
  public static final int CYCLES = 3;

  public Diagnosis {
    causes = List.copyOf(causes);
    tooFewData = List.copyOf(tooFewData);
  }

  /** The cause that leads. */
  public Optional<Cause> first() {
    return causes.stream().findFirst();
  }

  /** What the circumstances say. */
  public static Diagnosis of(Circumstances all) {
    return all.result() == ObjectiveResult.ACHIEVED
        ? new Diagnosis(List.of(), List.of())
        : new Diagnosis(causes(all), tooFew(all));
  }

  private static List<Cause> causes(Circumstances all) {
    return Stream.of(
            noOutcomeData(all),
            notExecuted(all),
            effortElsewhere(all),
            shifted(all),
            outsideEvent(all),
            lagNotOver(all),
            guardrailCost(all),
            wrongDriver(all),
            insensitive(all),
            executedWell(all))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Cause> noOutcomeData(Circumstances all) {
    return all.isMeasured()
        ? Optional.empty()
        : Optional.of(
            new Cause.NoOutcomeData(
                all.keyResults().stream()
                    .filter(each -> each.nature() == Nature.OUTCOME)
                    .toList()));
  }

  private static Optional<Cause> notExecuted(Circumstances all) {
    return all.output().isBelowHalf()
        ? Optional.of(new Cause.NotExecuted(all.output()))
        : Optional.empty();
  }

  private static Optional<Cause> effortElsewhere(Circumstances all) {
    return all.effort().isElsewhere()
        ? Optional.of(new Cause.EffortElsewhere(all.effort()))
        : Optional.empty();
  }

  private static Optional<Cause> shifted(Circumstances all) {
    return all.shifts().isEmpty()
        ? Optional.empty()
        : Optional.of(new Cause.ScopeOrGoalpostsChanged(all.shifts()));
  }

  private static Optional<Cause> outsideEvent(Circumstances all) {
    return all.events().isEmpty()
        ? Optional.empty()
        : Optional.of(new Cause.OutsideEvents(all.events()));
  }

  private static Optional<Cause> lagNotOver(Circumstances all) {
    List<Lag> open = all.lags().stream().filter(each -> !each.isOver(all.end())).toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(new Cause.LagNotOver(open));
  }

  private static Optional<Cause> guardrailCost(Circumstances all) {
    return all.strains().isEmpty()
        ? Optional.empty()
        : Optional.of(new Cause.GuardrailCost(all.strains()));
  }

  private static Optional<Cause> wrongDriver(Circumstances all) {
    List<DriverCourse> moved = moved(all);
    List<Gauge> measured = measured(all);
    boolean still = !measured.isEmpty() && measured.stream().noneMatch(Gauge::hasMoved);
    return moved.isEmpty() || !still
        ? Optional.empty()
        : Optional.of(new Cause.WrongDriver(moved, measured));
  }

  private static List<DriverCourse> moved(Circumstances all) {
    return all.drivers().stream()
        .filter(each -> each.movement() == DriverCourse.Movement.MOVED)
        .toList();
  }

  private static List<Gauge> measured(Circumstances all) {
    return all.keyResults().stream().filter(Gauge::isMeasured).toList();
  }

  private static Optional<Cause> insensitive(Circumstances all) {
    List<GreenCycle> last = last(all);
    return last.size() == CYCLES && last.stream().allMatch(GreenCycle::stayedGreen)
        ? Optional.of(new Cause.InsensitiveKpis(last))
        : Optional.empty();
  }

  private static List<GreenCycle> last(Circumstances all) {
    return all.cycles().stream().limit(CYCLES).toList();
  }

  private static Optional<Cause> executedWell(Circumstances all) {
    boolean well = all.kpis() == Health.HEALTHY && all.output().isHalfOrMore() && all.isMeasured();
    return well
        ? Optional.of(new Cause.ExecutedWell(all.output(), measured(all)))
        : Optional.empty();
  }

  private static List<CauseKind> tooFew(Circumstances all) {
    return Stream.of(
            when(all.output().total() == 0, CauseKind.NOT_EXECUTED),
            when(!all.effort().isKnown(), CauseKind.EFFORT_ELSEWHERE),
            when(isDriverInDoubt(all), CauseKind.WRONG_DRIVER),
            when(isGreenInDoubt(all), CauseKind.INSENSITIVE_KPIS))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<CauseKind> when(boolean holds, CauseKind kind) {
    return holds ? Optional.of(kind) : Optional.empty();
  }

  private static boolean isDriverInDoubt(Circumstances all) {
    boolean moved = !moved(all).isEmpty();
    return moved
        ? measured(all).isEmpty()
        : all.drivers().stream()
            .anyMatch(each -> each.movement() == DriverCourse.Movement.NOT_KNOWN);
  }

  /** Nothing was seen that was not green, but not for three cycles. */
  private static boolean isGreenInDoubt(Circumstances all) {
    List<GreenCycle> last = last(all);
    return !last.isEmpty()
        && last.stream().noneMatch(GreenCycle::leftGreen)
        && insensitive(all).isEmpty();
  }
}
