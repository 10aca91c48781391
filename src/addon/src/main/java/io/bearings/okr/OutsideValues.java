package io.bearings.okr;

import io.bearings.okr.Readings.Valued;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The values of key results that are read from KPIs, queries or other systems. */
public interface OutsideValues {

  /**
   * The newest values of each key result that has one, the oldest first, by its id; in as many
   * statements however many there are.
   *
   * @param keyResults those of a source {@code KPI}, {@code JQL} or {@code CONNECTOR}
   * @return no empty lists; the last of a list is the latest value that there is
   * @throws Refusal.Unavailable while the database cannot be used
   */
  Map<Long, List<Valued>> newest(Collection<KeyResult> keyResults);

  /**
   * All values that each key result ever had, the oldest first, by its id; in as many statements
   * however many there are.
   *
   * @param keyResults as for {@link #newest}
   * @throws Refusal.Unavailable while the database cannot be used
   */
  Map<Long, List<Valued>> all(Collection<KeyResult> keyResults);
}
