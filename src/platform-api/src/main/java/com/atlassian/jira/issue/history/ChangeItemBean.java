package com.atlassian.jira.issue.history;

import java.sql.Timestamp;

/**
 * One changed field: from and to as stored, and as shown.
 *
 * <p>Source and confidence: Javadoc 7.3; M. The constants are initialised by calls, so that nothing
 * of them is copied into callers.
 */
public class ChangeItemBean {
  public static final String STATIC_FIELD = String.valueOf("jira");
  public static final String CUSTOM_FIELD = String.valueOf("custom");
  private final String fieldType;
  private final String field;
  private final String from;
  private final String fromString;
  private final String to;
  private final String toString;
  private final Timestamp created;

  public ChangeItemBean(String fieldType, String field, String from, String to) {
    this(fieldType, field, from, null, to, null);
  }

  public ChangeItemBean(
      String fieldType, String field, String from, String fromString, String to, String toString) {
    this(fieldType, field, from, fromString, to, toString, null);
  }

  public ChangeItemBean(
      String fieldType,
      String field,
      String from,
      String fromString,
      String to,
      String toString,
      Timestamp created) {
    this.fieldType = fieldType;
    this.field = field;
    this.from = from;
    this.fromString = fromString;
    this.to = to;
    this.toString = toString;
    this.created = created;
  }

  public String getFieldType() {
    return fieldType;
  }

  public String getField() {
    return field;
  }

  public String getFrom() {
    return from;
  }

  public String getFromString() {
    return fromString;
  }

  public String getTo() {
    return to;
  }

  public String getToString() {
    return toString;
  }

  public Timestamp getCreated() {
    return created;
  }
}
