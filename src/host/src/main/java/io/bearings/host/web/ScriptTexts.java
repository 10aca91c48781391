package io.bearings.host.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.host.i18n.Translations;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jira's {@code jsI18n}: {@code AJS.I18n.getText('key')} with a literal key becomes the text, and
 * with arguments a call of {@code AJS.format}. Anything else is left as it is, and fails in the
 * browser as it does with Jira.
 */
final class ScriptTexts {
  private static final Pattern CALL =
      Pattern.compile("\\bAJS\\.I18n\\.getText\\(\\s*(['\"])([\\w.-]+)\\1\\s*([,)])");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Translations translations;
  private final Locale locale;

  ScriptTexts(Translations translations, Locale locale) {
    this.translations = translations;
    this.locale = locale;
  }

  String translate(String script) {
    return CALL.matcher(script).replaceAll(call -> Matcher.quoteReplacement(replacement(call)));
  }

  private String replacement(MatchResult call) {
    String key = call.group(2);
    return call.group(3).equals(")")
        ? literal(translations.text(locale, key))
        : "AJS.format(" + literal(translations.pattern(locale, key).orElse(key)) + ",";
  }

  // A script may be put into a page: its texts must not end the element that it stands in.
  private static String literal(String text) {
    try {
      return JSON.writeValueAsString(text).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every string can be written as JSON", e);
    }
  }

  List<String> missing(String script) {
    return CALL.matcher(script)
        .results()
        .map(call -> call.group(2))
        .filter(key -> !translations.knows(key))
        .distinct()
        .toList();
  }
}
