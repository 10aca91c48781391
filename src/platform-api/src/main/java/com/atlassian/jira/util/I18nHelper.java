package com.atlassian.jira.util;

import java.util.Locale;

/**
 * Translated texts in one language.
 *
 * <p>Source and confidence: SP: H for getText(String); M for the rest.
 */
public interface I18nHelper {
  String getText(String key);

  String getText(String key, String value1);

  String getText(String key, String value1, String value2);

  String getText(String key, Object parameters);

  Locale getLocale();
}
