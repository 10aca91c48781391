package io.bearings.jira;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.okr.Person;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who makes the request that is being answered. */
@Component
public class SignedIn {
  private final JiraAuthenticationContext authentication;

  @Inject
  public SignedIn(@ComponentImport JiraAuthenticationContext authentication) {
    this.authentication = authentication;
  }

  /** The person who is logged in; absent for an anonymous visitor. */
  public Optional<Person> person() {
    return Optional.ofNullable(authentication.getLoggedInUser())
        .map(ApplicationUser::getKey)
        .map(Person::new);
  }

  /** The language and country in which that person reads Jira; the site's for a visitor. */
  public Locale locale() {
    return authentication.getLocale();
  }
}
