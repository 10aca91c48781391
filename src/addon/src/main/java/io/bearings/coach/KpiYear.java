package io.bearings.coach;

import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What came of a KPI in the last twelve months.
 *
 * @param isOld whether its sheet has been there for a year
 * @param isWhole whether it has had values for a year
 * @param values in how many of its closed periods there was a value
 * @param aimed in how many of these there was a target, too
 * @param met in how many of these the target was met
 * @param changes how often a value was another than the one before it
 * @param traces what people did with it
 */
public record KpiYear(
    boolean isOld,
    boolean isWhole,
    int values,
    int aimed,
    int met,
    int changes,
    Set<Trace> traces) {
  /** What shows that a KPI is watched. */
  public enum Trace {
    BREACH,
    ANNOTATION,
    ACKNOWLEDGEMENT,
    ACTION
  }

  public KpiYear {
    traces = Collections.unmodifiableSet(traces.isEmpty() ? Set.of() : EnumSet.copyOf(traces));
  }

  /**
   * What came of a KPI in the year that ends today.
   *
   * @param periods from the earliest to the latest, of the year and of the time before it
   * @param since the day on which the sheet was made
   * @param traces what people did with it in this year
   */
  public static KpiYear of(
      List<Judged> periods, LocalDate since, LocalDate today, Set<Trace> traces) {
    LocalDate yearAgo = today.minusYears(1);
    List<Judged> valued =
        periods.stream().filter(each -> each.closed() && each.value().isPresent()).toList();
    List<Judged> year =
        valued.stream().filter(each -> each.period().last().isAfter(yearAgo)).toList();
    List<Judged> aimed =
        year.stream().filter(each -> each.verdict().against().target().isPresent()).toList();
    return new KpiYear(
        !since.isAfter(yearAgo),
        valued.stream().anyMatch(each -> !each.period().first().isAfter(yearAgo)),
        year.size(),
        aimed.size(),
        (int) aimed.stream().filter(KpiYear::isMet).count(),
        changes(year),
        traces);
  }

  /** A value may be green without the target where a warning threshold says what is enough. */
  private static boolean isMet(Judged each) {
    return each.verdict()
        .attainment()
        .map(reached -> reached.compareTo(BigDecimal.ONE) >= 0)
        .orElse(each.status() == KpiStatus.GREEN);
  }

  private static int changes(List<Judged> year) {
    int changes = 0;
    for (int i = 1; i < year.size(); i++) {
      BigDecimal before = year.get(i - 1).value().orElseThrow();
      changes += year.get(i).value().orElseThrow().compareTo(before) == 0 ? 0 : 1;
    }
    return changes;
  }
}
