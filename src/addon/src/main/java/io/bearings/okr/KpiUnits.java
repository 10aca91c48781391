package io.bearings.okr;

import java.util.Optional;

/** To which units KPIs belong. */
public interface KpiUnits {

  /**
   * The unit of a KPI that is in use; absent where it was put away or there is none.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  Optional<Long> unitOf(long kpiId);

  /**
   * What is in the way of reading a KPI from a key result: the person may not see it. Whoever keeps
   * the one that was read before need not see it.
   *
   * @param now what the key result reads
   * @param before what it read
   */
  default Optional<Message> problem(
      Standpoint standpoint, Optional<Long> now, Optional<Long> before) {
    return now.filter(id -> before.filter(id::equals).isEmpty())
        .filter(id -> unitOf(id).filter(standpoint::maySee).isEmpty())
        .map(id -> Message.of("bearings.error.notFound", Rewinding.KPI + "-" + id));
  }
}
