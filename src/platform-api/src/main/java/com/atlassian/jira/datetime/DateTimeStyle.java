package com.atlassian.jira.datetime;

/**
 * How a date is written.
 *
 * <p>Source and confidence: SP, MS: H for COMPLETE, RELATIVE, DATE and TIME; M for the rest.
 */
public enum DateTimeStyle {
  TIME,
  DATE,
  COMPLETE,
  RELATIVE,
  RELATIVE_WITH_TIME_ONLY,
  RELATIVE_WITHOUT_TIME,
  RELATIVE_ALWAYS_WITH_TIME,
  DATE_TIME_PICKER,
  DATE_PICKER,
  RSS_RFC822_DATE_TIME,
  ISO_8601_DATE_TIME,
  ISO_8601_DATE
}
