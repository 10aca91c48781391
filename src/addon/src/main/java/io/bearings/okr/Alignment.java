package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An arrow from one objective to another.
 *
 * @param fromId the objective that contributes, depends or is in conflict
 * @param toId the objective that it leads to, or whose key result it leads to
 * @param toKeyResultId absent where it leads to the objective as a whole
 * @param weight of a contribution among the others to the same key result, 0 or more
 */
public record Alignment(
    long id, Kind kind, long fromId, long toId, Optional<Long> toKeyResultId, BigDecimal weight) {

  /** The same with another weight. */
  public Alignment weighing(BigDecimal other) {
    return new Alignment(id, kind, fromId, toId, toKeyResultId, other);
  }

  /** What the arrow says. */
  public enum Kind {
    /** The one helps the other to succeed. */
    CONTRIBUTES,
    /** The one cannot succeed without the other. */
    DEPENDS,
    /** The one succeeds at the other's cost. */
    CONFLICTS
  }
}
