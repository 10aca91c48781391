package io.bearings.kpi.metric;

import io.bearings.kpi.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A metric with what it is over.
 *
 * @param place whose work; absent: that of the KPI
 * @param jql which issues of it; absent: all
 * @param typeIds of which types; none: all
 * @param rollingDays how many days up to the end of the KPI's period, instead of the period
 */
public record MetricSpec(
    Metric metric,
    Optional<Place> place,
    Optional<String> jql,
    Set<String> typeIds,
    Optional<Integer> rollingDays) {
  public MetricSpec {
    typeIds = Set.copyOf(typeIds);
  }

  /**
   * The days that it is over for a period of a KPI: its own, or a rolling window that ends with it.
   * A sum of the sprint report needs the sprint itself instead.
   *
   * @param zone the site's
   */
  public MetricWindow days(Period period, ZoneId zone) {
    return rollingDays
        .map(days -> MetricWindow.rolling(period.last(), days, zone))
        .orElseGet(() -> new MetricWindow.Days(period.in(zone)));
  }

  /** The issues that it is over. */
  public Reach reach(Territory territory) {
    Reach reach = territory.of(place).ofTypes(typeIds);
    if (jql.isPresent()) {
      reach = reach.among(territory.found(jql.get()));
    }
    return metric instanceof Metric.Share share
        ? reach.withPart(territory.found(share.jql()))
        : reach;
  }
}
