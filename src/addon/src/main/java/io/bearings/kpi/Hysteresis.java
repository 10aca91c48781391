package io.bearings.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a breach begins and ends. It begins at the first red period and ends after one whole period
 * with a value that is not red; a period without a value ends nothing. So one that flickers within
 * its periods, or has none, opens one breach.
 */
final class Hysteresis {
  private Hysteresis() {}

  /**
   * A breach among periods.
   *
   * @param opened the first red period; absent when it began before the first of the periods
   * @param closed absent while it is open
   */
  record Stretch(Optional<Period> opened, Optional<Period> closed) {}

  /**
   * The breaches among the periods that are judged for good; all others are passed over.
   *
   * @param open whether there is one already when the first period begins
   */
  static List<Stretch> stretches(List<Judged> periods, boolean open) {
    List<Stretch> stretches = new ArrayList<>();
    boolean within = open;
    Optional<Period> opened = Optional.empty();
    for (Judged each : periods) {
      if (!each.closed()) {
        continue;
      }
      if (!within && each.status() == KpiStatus.RED) {
        within = true;
        opened = Optional.of(each.period());
      } else if (within && each.status() != KpiStatus.RED && each.status().hasValue()) {
        within = false;
        stretches.add(new Stretch(opened, Optional.of(each.period())));
      }
    }
    if (within) {
      stretches.add(new Stretch(opened, Optional.empty()));
    }
    return stretches;
  }
}
