package io.bearings.jira;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import io.bearings.connect.acts.PersonalTexts;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import jakarta.inject.Inject;
import java.io.Serializable;
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
    return i18n.getText(
        locale(personKey), message.key(), message.args().toArray(Serializable[]::new));
  }

  /** Jira tells the language of whoever is logged in, and of nobody else. */
  private Locale locale(String personKey) {
    return people
        .user(new Person(personKey))
        .map(user -> onBehalf.of(user, authentication::getLocale))
        .orElseGet(authentication::getLocale);
  }
}
