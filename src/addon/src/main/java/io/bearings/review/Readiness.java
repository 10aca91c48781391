package io.bearings.review;

import io.bearings.okr.ObjectiveKind;
import io.bearings.review.Plan.Measured;
import io.bearings.review.Plan.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The check list of a unit for a cycle. Every check is yes or no; none blocks anything. */
public final class Readiness {
  /** The most objectives that a unit can hold in mind. */
  public static final int MOST_OBJECTIVES = 5;

  /** The fewest key results that say whether an objective was reached. */
  public static final int FEWEST_KEY_RESULTS = 2;

  /** The most key results that one objective bears. */
  public static final int MOST_KEY_RESULTS = 5;

  /** From this confidence on, 0 to 10, an aspirational objective is no stretch. */
  public static final int CERTAIN = 9;

  private final Plan plan;

  private Readiness(Plan plan) {
    this.plan = plan;
  }

  /**
   * One check.
   *
   * @param met yes or no
   * @param count how many of what is looked at are as they should be
   * @param total how many are looked at
   * @param objectiveIds the objectives to be mended
   * @param who the user keys of those who can mend it, each once; empty when nobody in particular
   *     does, or nothing is to be mended
   */
  public record Check(
      ReadinessItem item,
      boolean met,
      int count,
      int total,
      List<Long> objectiveIds,
      List<String> who) {
    public Check {
      objectiveIds = List.copyOf(objectiveIds);
      who = List.copyOf(who);
    }
  }

  /** The checks of a plan that are about OKRs, in the order of the list. */
  public static List<Check> of(Plan plan) {
    Readiness readiness = new Readiness(plan);
    return List.of(
        readiness.objectives(),
        readiness.each(ReadinessItem.INSPIRING, Planned::inspiring),
        readiness.each(ReadinessItem.KEY_RESULTS, Readiness::hasFewKeyResults),
        readiness.eachKeyResult(ReadinessItem.MEASURABLE, Measured::measurable),
        readiness.eachKeyResult(ReadinessItem.NOW_AND_TARGET, Measured::nowAndTarget),
        readiness.ambitious(),
        readiness.aligned(),
        readiness.checkIns());
  }

  private Check objectives() {
    int count = plan.objectives().size();
    return new Check(
        ReadinessItem.OBJECTIVES,
        count > 0 && count <= MOST_OBJECTIVES,
        count,
        MOST_OBJECTIVES,
        List.of(),
        List.of());
  }

  private static boolean hasFewKeyResults(Planned objective) {
    int count = objective.keyResults().size();
    return count >= FEWEST_KEY_RESULTS && count <= MOST_KEY_RESULTS;
  }

  /** A promise is not meant to be a stretch, so promises count only where there is nothing else. */
  private Check ambitious() {
    List<Planned> aspirations =
        plan.objectives().stream().filter(it -> it.kind() == ObjectiveKind.ASPIRATIONAL).toList();
    return aspirations.isEmpty()
        ? check(ReadinessItem.AMBITIOUS, plan.objectives(), it -> false)
        : check(ReadinessItem.AMBITIOUS, aspirations, Readiness::isStretch);
  }

  private static boolean isStretch(Planned objective) {
    return objective.confidence().filter(confidence -> confidence < CERTAIN).isPresent();
  }

  private Check aligned() {
    return plan.above()
        ? each(ReadinessItem.ALIGNED, Planned::aligned)
        : new Check(ReadinessItem.ALIGNED, true, 0, 0, List.of(), List.of());
  }

  private Check checkIns() {
    return new Check(
        ReadinessItem.CHECK_INS,
        plan.checkIns() > 0,
        plan.checkIns(),
        plan.checkIns(),
        List.of(),
        List.of());
  }

  private Check each(ReadinessItem item, Predicate<Planned> good) {
    return check(item, plan.objectives(), good);
  }

  private static Check check(ReadinessItem item, List<Planned> among, Predicate<Planned> good) {
    List<Planned> bad = among.stream().filter(good.negate()).toList();
    return new Check(
        item,
        !among.isEmpty() && bad.isEmpty(),
        among.size() - bad.size(),
        among.size(),
        ids(bad),
        owners(bad));
  }

  private Check eachKeyResult(ReadinessItem item, Predicate<Measured> good) {
    List<Planned> bad = new ArrayList<>();
    int total = 0;
    int count = 0;
    for (Planned objective : plan.objectives()) {
      int size = objective.keyResults().size();
      int met = (int) objective.keyResults().stream().filter(good).count();
      total += size;
      count += met;
      if (met < size) {
        bad.add(objective);
      }
    }
    return new Check(item, total > 0 && bad.isEmpty(), count, total, ids(bad), owners(bad));
  }

  private static List<Long> ids(List<Planned> objectives) {
    return objectives.stream().map(Planned::id).toList();
  }

  private static List<String> owners(List<Planned> objectives) {
    return objectives.stream().map(Planned::ownerKey).distinct().toList();
  }
}
