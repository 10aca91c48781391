package io.bearings.kpi;

import java.util.List;

/**
 * What a KPI is divided by, such as a channel, a region or a severity.
 *
 * @param segments its parts, in the order in which they are shown
 */
public record Dimension(String name, List<String> segments) {
  public Dimension {
    segments = List.copyOf(segments);
  }
}
