package io.bearings.kpi;

import io.bearings.okr.KeyResult;
import java.util.List;
import java.util.Optional;

/**
 * The sheets that keep the values of key results that read a metric. Whoever writes a key result
 * writes its sheet with it, and nobody finds it among the KPIs. All calls throw {@link
 * io.bearings.okr.Refusal.Unavailable} while the database cannot be used.
 */
public interface KeyResultSheets {

  /**
   * How the sheet of a key result's metric stands; absent where it reads none, or was put away or
   * over before its metric was ever read.
   */
  Optional<KpiStanding> standing(KeyResult keyResult);

  /** The sheets of an objective's key results that are in use and not judged since they changed. */
  List<KpiSheet> toBegin(long objectiveId);
}
