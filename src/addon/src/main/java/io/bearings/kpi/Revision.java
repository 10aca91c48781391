package io.bearings.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A period that was judged for good and is judged otherwise now, because a value was corrected or
 * came late.
 */
public record Revision(
    Period period,
    Optional<BigDecimal> valueBefore,
    Optional<BigDecimal> valueAfter,
    KpiStatus before,
    KpiStatus after) {

  /**
   * What is different between two judgements of the same days.
   *
   * @param before as it was known then
   * @param after as it is known now
   * @return those periods that were closed in both, from the earliest to the latest
   */
  public static List<Revision> between(List<Judged> before, List<Judged> after) {
    Map<Period, Judged> old = new HashMap<>();
    before.stream().filter(Judged::closed).forEach(each -> old.put(each.period(), each));
    List<Revision> revisions = new ArrayList<>();
    for (Judged now : after) {
      Judged then = old.get(now.period());
      if (then != null && isRevised(then, now)) {
        revisions.add(
            new Revision(now.period(), then.value(), now.value(), then.status(), now.status()));
      }
    }
    return revisions;
  }

  private static boolean isRevised(Judged then, Judged now) {
    return now.closed()
        && (then.status() != now.status() || !Series.isSame(then.value(), now.value()));
  }
}
