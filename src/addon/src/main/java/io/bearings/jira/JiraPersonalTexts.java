package io.bearings.jira;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.connect.acts.PersonalTexts;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import jakarta.inject.Inject;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Texts in the language that a person chose in Jira. */
@Component
class JiraPersonalTexts implements PersonalTexts {
  private final I18nResolver i18n;
  private final JiraAuthenticationContext authentication;
  private final JiraPeople people;
  private final OnBehalf onBehalf;

  @Inject
  JiraPersonalTexts(
      @ComponentImport I18nResolver i18n,
      @ComponentImport JiraAuthenticationContext authentication,
      JiraPeople people,
      OnBehalf onBehalf) {
    this.i18n = i18n;
    this.authentication = authentication;
    this.people = people;
    this.onBehalf = onBehalf;
  }

  @Override
  public String text(String personKey, Message message) {
    Locale locale = locale(personKey);
    return message.in((key, args) -> i18n.getText(locale, key, args));
  }

  /** Jira tells the language of whoever is logged in, and of nobody else. */
  private Locale locale(String personKey) {
    return people
        .user(new Person(personKey))
        .map(user -> onBehalf.of(user, authentication::getLocale))
        .orElseGet(authentication::getLocale);
  }
}
