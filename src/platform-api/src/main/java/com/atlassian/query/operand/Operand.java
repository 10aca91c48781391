package com.atlassian.query.operand;

/**
 * The right side of a condition of a JQL query.
 *
 * <p>Source and confidence: public source of earlier versions; M.
 */
public interface Operand {
  String getName();

  /** As it is written in a query. */
  String getDisplayString();
}
