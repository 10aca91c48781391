package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Person;
import io.bearings.okr.Readings.Valued;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * There are no KPIs, queries or connectors yet, and no history of issues is kept: what would be
 * read from them has no data, and what would be pointed out because of it is not.
 */
@Named
public final class Unconnected implements OutsideValues, WorkHistory {

  @Override
  public Map<Long, Valued> latest(Collection<KeyResult> keyResults) {
    return Map.of();
  }

  @Override
  public Happened since(Person who, long keyResultId, Instant after) {
    return Happened.NOTHING;
  }
}
