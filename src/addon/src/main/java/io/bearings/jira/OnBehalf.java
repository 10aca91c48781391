package io.bearings.jira;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Work of a job in the name of a person. Jira asks in many places who is logged in on the thread,
 * also where the person is handed over.
 */
@Component
class OnBehalf {
  private final JiraAuthenticationContext authentication;

  @Inject
  OnBehalf(@ComponentImport JiraAuthenticationContext authentication) {
    this.authentication = authentication;
  }

  /** Works as somebody; whoever was logged in on this thread before is afterwards. */
  <T> T of(ApplicationUser user, Supplier<T> work) {
    ApplicationUser before = authentication.getLoggedInUser();
    authentication.setLoggedInUser(user);
    try {
      return work.get();
    } finally {
      authentication.setLoggedInUser(before);
    }
  }
}
