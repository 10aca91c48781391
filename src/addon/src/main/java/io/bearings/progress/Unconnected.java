package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Readings.Valued;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Map;

/** There are no KPIs, queries or connectors yet: what would be read from them has no data. */
@Named
final class Unconnected implements OutsideValues {

  @Override
  public Map<Long, Valued> latest(Collection<KeyResult> keyResults) {
    return Map.of();
  }
}
