package io.bearings.kpi;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the judged periods of KPIs are kept, and which KPIs are to be judged anew. Every call is
 * one transaction; all throw {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Judgements {
  /** Stands for all days that there can be values of. */
  LocalDate FROM_THE_FIRST = LocalDate.of(1900, 1, 1);

  /**
   * The KPIs that are to be judged, by id: there is something new, or the day has come on which
   * time alone changes something. Archived ones are not judged.
   *
   * @param today in the site's time zone
   * @param after only those with a higher id; 0 for the first
   * @param limit how many at most, 1 or more
   */
  List<Docket> due(LocalDate today, long after, int limit);

  /** What a KPI is judged by, whether it is due or not. */
  Optional<Docket> docket(long kpiId);

  /**
   * Keeps what came of judging a KPI, unless its sheet or its values changed since it was read:
   * then nothing is written, and it is to be judged again.
   *
   * @return what happened, in the order of {@link Breaches#events}, each breach with its id; absent
   *     when it is to be judged again
   */
  Optional<List<BreachEvent>> keep(Judgement judgement);

  /**
   * Makes all KPIs of some frequencies due to be judged anew, {@link #FROM_THE_FIRST}.
   *
   * @param frequencies one or more
   */
  void judgeAnew(Set<Frequency> frequencies);

  /**
   * The kept periods that have a day in common with these days, from the earliest to the latest.
   */
  List<Judged> between(long kpiId, LocalDate first, LocalDate last);

  /**
   * What a KPI is judged by.
   *
   * @param stamp another number as soon as the sheet or a value changes
   * @param pendingFrom the first day that is to be judged anew; {@link #FROM_THE_FIRST} for all;
   *     absent when only time has passed
   * @param earliest the first day of which anything was ever recorded
   * @param judgedUntil the last day of the latest period that is judged for good, as {@link
   *     Breaches#of} wants it
   * @param brokenOn when its formula or its source changed last
   */
  record Docket(
      KpiSheet sheet,
      long stamp,
      Optional<LocalDate> pendingFrom,
      Optional<LocalDate> earliest,
      Optional<LocalDate> judgedUntil,
      Optional<LocalDate> brokenOn) {}

  /**
   * What came of judging a KPI.
   *
   * @param stamp that of the {@link Docket} that it was judged by
   * @param from the first day that was judged; kept periods that end on it or later are replaced
   * @param periods the periods from that day on, from the earliest to the latest
   * @param breaches as {@link Breaches#of} has it, of those that {@link BreachLog#ofKpi} knows
   * @param nextOn the day on which it is to be judged again though no value comes; absent when
   *     nothing will change by itself
   * @param at when
   */
  record Judgement(
      long kpiId,
      long stamp,
      LocalDate from,
      List<Judged> periods,
      Signals signals,
      Breaches breaches,
      Optional<LocalDate> nextOn,
      Instant at) {
    public Judgement {
      periods = List.copyOf(periods);
    }
  }
}
