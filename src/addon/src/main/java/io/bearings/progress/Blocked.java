package io.bearings.progress;

import java.time.Instant;
import java.util.List;

/** The issues that somebody named as what keeps a key result from moving. */
public interface Blocked {

  /**
   * Issues of blockers of a key result that were entered after an instant and still block: one
   * statement.
   */
  List<WorkHistory.Event> since(long keyResultId, Instant after);
}
