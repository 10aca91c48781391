package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Readings.Valued;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Map;

/**
 * There are no KPIs, no queries that yield a number, and no connectors yet: what would be read from
 * them has no data.
 */
@Named
public final class Unconnected implements OutsideValues {

  @Override
  public Map<Long, Valued> latest(Collection<KeyResult> keyResults) {
    return Map.of();
  }
}
