package com.atlassian.jira.jql.operand;

import com.atlassian.query.operand.Operand;

/**
 * A value that an operand of a JQL query stands for: an id, a name, or nothing.
 *
 * <p>Source and confidence: SP: H for the constructors with a value; M for the rest.
 */
public class QueryLiteral {
  private final Operand sourceOperand;
  private final Long longValue;
  private final String stringValue;

  public QueryLiteral(Operand sourceOperand, Long longValue) {
    this(sourceOperand, longValue, null);
  }

  public QueryLiteral(Operand sourceOperand, String stringValue) {
    this(sourceOperand, null, stringValue);
  }

  private QueryLiteral(Operand sourceOperand, Long longValue, String stringValue) {
    this.sourceOperand = sourceOperand;
    this.longValue = longValue;
    this.stringValue = stringValue;
  }

  /** Where the value comes from; null when Jira made it up. */
  public Operand getSourceOperand() {
    return sourceOperand;
  }

  /** The id; null when it is a text or nothing. */
  public Long getLongValue() {
    return longValue;
  }

  /** The text; null when it is an id or nothing. */
  public String getStringValue() {
    return stringValue;
  }

  public boolean isEmpty() {
    return longValue == null && stringValue == null;
  }
}
