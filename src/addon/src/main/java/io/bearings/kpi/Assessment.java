package io.bearings.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that the values of a KPI say at a moment.
 *
 * @param periods from the earliest to the one that runs, or the last there is
 */
public record Assessment(List<Judged> periods, Signals signals) {
  public Assessment {
    periods = List.copyOf(periods);
  }

  /**
   * Judges a series.
   *
   * @param content the sheet
   * @param periods how its days are divided
   * @param series the measurements that count
   * @param brokenOn when its formula or its source changed last
   * @param from the first day that is looked at, best the first day of a period
   * @param at when; periods that begin later are left out
   */
  public static Assessment of(
      KpiContent content,
      Periods periods,
      Series series,
      Optional<LocalDate> brokenOn,
      LocalDate from,
      Moment at) {
    Rhythm rhythm = content.rhythm();
    List<PeriodValue> values = series.values(periods, rhythm.aggregation(), from, at.day());
    return new Assessment(
        values.stream().map(value -> Judged.of(value, content, at)).toList(),
        signals(content, values, series, brokenOn, from, at));
  }

  private static Signals signals(
      KpiContent content,
      List<PeriodValue> values,
      Series series,
      Optional<LocalDate> brokenOn,
      LocalDate from,
      Moment at) {
    Rhythm rhythm = content.rhythm();
    List<PeriodValue> judged =
        runs(rhythm)
            ? running(series, rhythm, brokenOn, from, at)
            : values.stream().filter(each -> at.closes(each.period(), rhythm)).toList();
    return Signals.of(content.yardstick(), judged, brokenOn);
  }

  /**
   * Whether a stretch of days within a long period can be judged. A meter that begins anew with
   * each period cannot: its latest reading says where in the period it was taken.
   */
  private static boolean runs(Rhythm rhythm) {
    boolean meter = rhythm.accumulating() && rhythm.aggregation() != Aggregation.SUM;
    return rhythm.frequency().isSlow() && !meter;
  }

  /**
   * A stretch that reaches back behind a break would mix what cannot be compared, one that reaches
   * behind the first day would not be whole.
   */
  private static List<PeriodValue> running(
      Series series, Rhythm rhythm, Optional<LocalDate> brokenOn, LocalDate from, Moment at) {
    LocalDate last = at.isOver() ? at.day() : at.day().minusDays(1);
    LocalDate whole = brokenOn.filter(from::isBefore).orElse(from);
    return series.runningValues(rhythm.frequency(), rhythm.aggregation(), from, last).stream()
        .filter(each -> !each.period().first().isBefore(whole))
        .toList();
  }

  /** The period that runs or is the last there is; absent where there is none. */
  public Optional<Judged> latest() {
    return periods.isEmpty() ? Optional.empty() : Optional.of(periods.get(periods.size() - 1));
  }

  /** The last period that is judged for good. */
  public Optional<Judged> latestClosed() {
    return periods.stream().filter(Judged::closed).reduce((one, next) -> next);
  }

  /** Whether a correction or a late value has a part in it. */
  public boolean isCorrected() {
    return periods.stream().anyMatch(Judged::corrected);
  }
}
