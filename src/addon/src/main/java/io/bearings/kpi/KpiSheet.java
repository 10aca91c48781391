package io.bearings.kpi;

import io.bearings.okr.Keys;
import java.util.Optional;

/**
 * A KPI: whether the machine runs as it should.
 *
 * @param archived whether it is only kept to be read
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record KpiSheet(long id, long unitId, KpiContent content, boolean archived, int version) {

  /** The key that people see, for example {@code KPI-7}. */
  public String key() {
    return keyOf(id);
  }

  /** The key that a KPI with this id has. */
  public static String keyOf(long id) {
    return "KPI-" + id;
  }

  /** The id of a KPI in its key, in any case; absent where the text is no such key. */
  public static Optional<Long> idOf(String key) {
    return Keys.idOf(key, "KPI");
  }

  /** The same with other content. */
  public KpiSheet with(KpiContent other) {
    return new KpiSheet(id, unitId, other, archived, version);
  }

  /** The same in another unit. */
  public KpiSheet movedTo(long otherUnitId) {
    return new KpiSheet(id, otherUnitId, content, archived, version);
  }

  /** The same put away or taken out again. */
  public KpiSheet archived(boolean now) {
    return new KpiSheet(id, unitId, content, now, version);
  }

  /** The same as somebody saw it. */
  public KpiSheet atVersion(int seen) {
    return new KpiSheet(id, unitId, content, archived, seen);
  }
}
