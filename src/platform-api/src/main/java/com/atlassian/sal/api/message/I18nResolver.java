package com.atlassian.sal.api.message;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

/**
 * Translated texts, in the language of whoever is logged in unless a locale is given.
 *
 * <p>Source and confidence: SP, MS: H for getText(String, Serializable...); M for the rest.
 */
public interface I18nResolver {
  String getRawText(String key);

  String getRawText(Locale locale, String key);

  String getText(String key);

  String getText(String key, Serializable... arguments);

  String getText(Locale locale, String key);

  String getText(Locale locale, String key, Serializable... arguments);

  String getText(Message message);

  String getText(Locale locale, Message message);

  Message createMessage(String key, Serializable... arguments);

  Map<String, String> getAllTranslationsForPrefix(String prefix);

  Map<String, String> getAllTranslationsForPrefix(String prefix, Locale locale);
}
