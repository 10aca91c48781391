package io.bearings.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a KPI stood when it was judged last.
 *
 * @param newest its last periods, at most {@link #TREND}, from the earliest to the one that runs or
 *     is the last there is; empty before it was judged
 * @param nextOn the day on which it is judged again though no value comes; absent when nothing will
 *     change by itself
 * @param pending whether there is something new that it was not judged by yet
 * @param brokenOn when its formula or its source changed last
 * @param breach the one that is open
 */
public record KpiStanding(
    KpiSheet sheet,
    List<Judged> newest,
    Signals signals,
    Optional<LocalDate> nextOn,
    boolean pending,
    Optional<LocalDate> brokenOn,
    Optional<KpiBreach> breach) {
  /** How many periods a trend shows. */
  public static final int TREND = 12;

  public KpiStanding {
    newest = List.copyOf(newest);
  }

  /** Whether the KPI is red now. */
  public boolean isRed() {
    return isRed(newest);
  }

  /**
   * Whether a KPI is red now: the last period that is judged for good is, or one that is not yet.
   *
   * @param newest its last periods, from the earliest to the latest
   */
  public static boolean isRed(List<Judged> newest) {
    boolean red = false;
    boolean open = false;
    for (Judged each : newest) {
      boolean now = each.status() == KpiStatus.RED;
      if (each.closed()) {
        red = now;
      } else {
        open |= now;
      }
    }
    return red || open;
  }

  /** The period that runs or is the last there is; absent before it was judged. */
  public Optional<Judged> latest() {
    return newest.isEmpty() ? Optional.empty() : Optional.of(newest.get(newest.size() - 1));
  }
}
