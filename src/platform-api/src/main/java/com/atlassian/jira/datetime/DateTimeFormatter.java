package com.atlassian.jira.datetime;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Writes and reads dates as this Jira and its user want them. Immutable: each method returns
 * another formatter.
 *
 * <p>Source and confidence: SP, MS: H for forLoggedInUser, withStyle and format; M for the rest.
 */
public interface DateTimeFormatter {
  DateTimeFormatter forUser(ApplicationUser user);

  DateTimeFormatter forLoggedInUser();

  DateTimeFormatter withStyle(DateTimeStyle style);

  DateTimeFormatter withZone(TimeZone zone);

  DateTimeFormatter withSystemZone();

  DateTimeFormatter withLocale(Locale locale);

  String format(Date date);

  Date parse(String text);

  DateTimeStyle getStyle();

  TimeZone getZone();

  Locale getLocale();

  String getFormatHint();
}
