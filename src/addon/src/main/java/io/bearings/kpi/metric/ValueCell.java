package io.bearings.kpi.metric;

import java.math.BigDecimal;

/** A cell to which each issue adds one number. */
abstract class ValueCell extends Cell {
  abstract void add(long issueId, BigDecimal value);
}
