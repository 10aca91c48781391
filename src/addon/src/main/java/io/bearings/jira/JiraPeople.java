package io.bearings.jira;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import jakarta.inject.Inject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Jira's users. */
@Component
class JiraPeople implements People {
  private final UserManager users;

  @Inject
  JiraPeople(@ComponentImport UserManager users) {
    this.users = users;
  }

  @Override
  public Optional<String> nameOf(String userKey) {
    return user(userKey).map(ApplicationUser::getDisplayName);
  }

  /** The user that Jira's permission checks ask for. */
  Optional<ApplicationUser> user(Person who) {
    return user(who.key());
  }

  private Optional<ApplicationUser> user(String userKey) {
    return Optional.ofNullable(users.getUserByKey(userKey));
  }
}
