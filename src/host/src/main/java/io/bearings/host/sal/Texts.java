package io.bearings.host.sal;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.Message;
import io.bearings.host.i18n.Translations;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

/** Texts in the language of whoever is logged in, unless one is named. */
public final class Texts implements I18nResolver {
  private final Translations translations;
  private final JiraAuthenticationContext authentication;

  /** The site's translations, for whoever is logged in. */
  public Texts(Translations translations, JiraAuthenticationContext authentication) {
    this.translations = translations;
    this.authentication = authentication;
  }

  private Locale locale() {
    return authentication.getLocale();
  }

  @Override
  public String getRawText(String key) {
    return getRawText(locale(), key);
  }

  @Override
  public String getRawText(Locale locale, String key) {
    return translations.pattern(locale, key).orElse(key);
  }

  @Override
  public String getText(String key) {
    return translations.text(locale(), key);
  }

  @Override
  public String getText(String key, Serializable... arguments) {
    return translations.text(locale(), key, (Object[]) arguments);
  }

  @Override
  public String getText(Locale locale, String key) {
    return translations.text(locale, key);
  }

  @Override
  public String getText(Locale locale, String key, Serializable... arguments) {
    return translations.text(locale, key, (Object[]) arguments);
  }

  @Override
  public String getText(Message message) {
    return getText(locale(), message);
  }

  @Override
  public String getText(Locale locale, Message message) {
    return translations.text(locale, message.getKey(), (Object[]) message.getArguments());
  }

  @Override
  public Message createMessage(String key, Serializable... arguments) {
    return new KeyedMessage(key, arguments.clone());
  }

  @Override
  public Map<String, String> getAllTranslationsForPrefix(String prefix) {
    return translations.withPrefix(locale(), prefix);
  }

  @Override
  public Map<String, String> getAllTranslationsForPrefix(String prefix, Locale locale) {
    return translations.withPrefix(locale, prefix);
  }

  private record KeyedMessage(String key, Serializable[] arguments) implements Message {
    @Override
    public String getKey() {
      return key;
    }

    @Override
    public Serializable[] getArguments() {
      return arguments.clone();
    }
  }
}
