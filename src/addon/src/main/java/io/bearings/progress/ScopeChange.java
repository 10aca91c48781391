package io.bearings.progress;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Why the progress of a key result changed between two moments, work apart from scope: "60 % → 52
 * %: 4 done, 11 added, 2 removed, 3 re-estimated". An issue that changes in two ways counts in
 * both; one that was added done counts as added only.
 *
 * @param done in scope at both, and Done only at the later one
 * @param reopened in scope at both, and Done only at the earlier one
 * @param added in scope only at the later one
 * @param removed in scope only at the earlier one
 * @param reestimated in scope at both, with another weight
 */
public record ScopeChange(Part done, Part reopened, Part added, Part removed, Part reestimated) {

  /**
   * Issues that changed alike.
   *
   * @param weight the sum of their weights at the later moment, or at the earlier one where they
   *     were removed; for those re-estimated, the sum of the differences
   */
  public record Part(int issues, BigDecimal weight) {
    private static final Part NONE = new Part(0, BigDecimal.ZERO);

    private Part and(BigDecimal more) {
      return new Part(issues + 1, weight.add(more));
    }
  }

  /** An issue in scope at a moment. */
  public record InScope(long issueId, boolean isDone, BigDecimal weight) {}

  /** What happened between an earlier and a later moment. */
  public static ScopeChange between(Collection<InScope> earlier, Collection<InScope> later) {
    Map<Long, InScope> before = byId(earlier);
    Map<Long, InScope> after = byId(later);
    Set<Long> both = new HashSet<>(before.keySet());
    both.retainAll(after.keySet());
    Function<Long, BigDecimal> weightAfter = id -> after.get(id).weight();
    Part done = Part.NONE;
    Part reopened = Part.NONE;
    Part reestimated = Part.NONE;
    for (long id : both) {
      boolean was = before.get(id).isDone();
      boolean is = after.get(id).isDone();
      BigDecimal difference = weightAfter.apply(id).subtract(before.get(id).weight());
      done = !was && is ? done.and(weightAfter.apply(id)) : done;
      reopened = was && !is ? reopened.and(weightAfter.apply(id)) : reopened;
      reestimated = difference.signum() == 0 ? reestimated : reestimated.and(difference);
    }
    return new ScopeChange(done, reopened, only(after, both), only(before, both), reestimated);
  }

  private static Part only(Map<Long, InScope> side, Set<Long> both) {
    Part part = Part.NONE;
    for (InScope each : side.values()) {
      part = both.contains(each.issueId()) ? part : part.and(each.weight());
    }
    return part;
  }

  private static Map<Long, InScope> byId(Collection<InScope> all) {
    Map<Long, InScope> byId = new HashMap<>();
    all.forEach(each -> byId.put(each.issueId(), each));
    return byId;
  }
}
