package io.bearings.kpi.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which issues changed a value most between two windows. */
public final class WhatMoved {
  private WhatMoved() {}

  /**
   * An issue that changed a value.
   *
   * @param change by how much, in the metric's unit; never 0
   */
  public record Mover(long issueId, BigDecimal change) {}

  /**
   * The issues that changed a value most: by what each did to the value in the later window less
   * what it did in the earlier one. Without which there were no value did all of it.
   *
   * @param earlier a result with traces, as is the other
   * @param most how many at most
   * @return those that changed it most first, and of those that changed it alike the older issue
   */
  public static List<Mover> between(MetricResult earlier, MetricResult later, int most) {
    Map<Long, BigDecimal> changes = new HashMap<>();
    pulls(later).forEach((issue, pull) -> changes.merge(issue, pull, BigDecimal::add));
    pulls(earlier).forEach((issue, pull) -> changes.merge(issue, pull.negate(), BigDecimal::add));
    List<Mover> movers = new ArrayList<>();
    changes.forEach(
        (issue, change) -> {
          if (change.signum() != 0) {
            movers.add(new Mover(issue, change));
          }
        });
    movers.sort(
        Comparator.comparing((Mover each) -> each.change().abs())
            .reversed()
            .thenComparing(Mover::issueId));
    return List.copyOf(movers.subList(0, Math.min(most, movers.size())));
  }

  private static Map<Long, BigDecimal> pulls(MetricResult result) {
    Map<Long, BigDecimal> pulls = new HashMap<>();
    Optional<BigDecimal> all = result.value();
    result
        .traces()
        .forEach(each -> pulls.put(each.issueId(), each.pull().orElseGet(all::orElseThrow)));
    return pulls;
  }
}
