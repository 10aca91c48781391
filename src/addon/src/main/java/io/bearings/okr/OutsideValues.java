package io.bearings.okr;

import io.bearings.okr.Readings.Valued;
import java.util.Collection;
import java.util.Map;

/** The values of key results that are read from KPIs, queries or other systems. */
public interface OutsideValues {

  /**
   * The latest value of each key result that has one, by its id; in as many statements however many
   * there are.
   *
   * @param keyResults those of a source {@code KPI}, {@code JQL} or {@code CONNECTOR}
   */
  Map<Long, Valued> latest(Collection<KeyResult> keyResults);
}
