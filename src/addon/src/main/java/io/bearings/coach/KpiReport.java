package io.bearings.coach;

import java.util.List;
import java.util.stream.Stream;

/**
 * The health of a board as far as its sheets go.
 *
 * @param kpis each with what is to be said about it, in the order of the board
 * @param whole what is to be said about all of them together
 */
public record KpiReport(List<OfKpi> kpis, List<Finding> whole) {
  public KpiReport {
    kpis = List.copyOf(kpis);
    whole = List.copyOf(whole);
  }

  /**
   * What is to be said about one KPI.
   *
   * @param key KPI-7
   */
  public record OfKpi(String key, List<Finding> findings) {
    public OfKpi {
      findings = List.copyOf(findings);
    }
  }

  /** All findings: about the whole first, then KPI by KPI. */
  public List<Finding> all() {
    return Stream.concat(whole.stream(), kpis.stream().flatMap(each -> each.findings().stream()))
        .toList();
  }
}
