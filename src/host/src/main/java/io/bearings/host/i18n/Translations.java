package io.bearings.host.i18n;

import com.atlassian.jira.util.I18nHelper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of the site and of what is installed in it. A text is found in the language, then in
 * its parent, then in the one without a language; a key without a text stands for itself, as in
 * Jira.
 */
public final class Translations {
  private static final Control FALLBACK = Control.getControl(Control.FORMAT_DEFAULT);

  private final Map<Locale, Map<String, String>> texts = new ConcurrentHashMap<>();

  /**
   * Adds the texts of one properties file, in Latin-1 with {@code \}{@code u} escapes.
   *
   * @param locale {@link Locale#ROOT} for the file without a language
   */
  public void add(Locale locale, InputStream properties) {
    Properties read = new Properties();
    try {
      read.load(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> ofLocale = texts.computeIfAbsent(locale, l -> new ConcurrentHashMap<>());
    for (String key : read.stringPropertyNames()) {
      ofLocale.put(key, read.getProperty(key));
    }
  }

  /** Whether the key has a text in the files without a language. */
  public boolean knows(String key) {
    return pattern(Locale.ROOT, key).isPresent();
  }

  /** The text as it is written in the file. */
  public Optional<String> pattern(Locale locale, String key) {
    for (Locale candidate : candidates(locale)) {
      String found = texts.getOrDefault(candidate, Map.of()).get(key);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static List<Locale> candidates(Locale locale) {
    return FALLBACK.getCandidateLocales("texts", locale);
  }

  /**
   * The text with its placeholders filled. It is a {@link MessageFormat} also without arguments: an
   * apostrophe is written twice.
   */
  public String text(Locale locale, String key, Object... arguments) {
    return pattern(locale, key)
        .map(pattern -> new MessageFormat(pattern, locale).format(arguments))
        .orElse(key);
  }

  /** The texts whose keys start with the prefix. */
  public Map<String, String> withPrefix(Locale locale, String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (Locale candidate : candidates(locale)) {
      texts
          .getOrDefault(candidate, Map.of())
          .forEach(
              (key, pattern) -> {
                if (key.startsWith(prefix)) {
                  found.putIfAbsent(key, pattern);
                }
              });
    }
    return found;
  }

  /** The texts in one language, as Jira hands them to templates and actions. */
  public I18nHelper in(Locale locale) {
    return new InOneLanguage(this, locale);
  }

  private record InOneLanguage(Translations texts, Locale locale) implements I18nHelper {
    @Override
    public String getText(String key) {
      return texts.text(locale, key);
    }

    @Override
    public String getText(String key, String value1) {
      return texts.text(locale, key, value1);
    }

    @Override
    public String getText(String key, String value1, String value2) {
      return texts.text(locale, key, value1, value2);
    }

    @Override
    public String getText(String key, Object parameters) {
      if (parameters instanceof Object[] array) {
        return texts.text(locale, key, array);
      }
      if (parameters instanceof List<?> list) {
        return texts.text(locale, key, list.toArray());
      }
      return texts.text(locale, key, parameters);
    }

    @Override
    public Locale getLocale() {
      return locale;
    }
  }
}
