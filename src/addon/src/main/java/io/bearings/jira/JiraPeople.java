package io.bearings.jira;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.UserNames;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Jira's users. */
@Component
class JiraPeople implements People, UserNames {
  private static final Logger LOG = LoggerFactory.getLogger(JiraPeople.class);

  private final UserManager users;
  private final HostService services;

  @Inject
  JiraPeople(@ComponentImport UserManager users, HostService services) {
    this.users = users;
    this.services = services;
  }

  @Override
  public Optional<String> nameOf(String userKey) {
    return user(userKey).map(ApplicationUser::getDisplayName);
  }

  @Override
  public boolean isActive(String userKey) {
    return user(userKey).filter(ApplicationUser::isActive).isPresent();
  }

  @Override
  public Optional<ZoneId> zoneOf(String userKey) {
    try {
      Optional<ApplicationUser> user = user(userKey);
      return user.isEmpty() ? Optional.empty() : TimeZones.of(services, user.get());
    } catch (LinkageError e) {
      LOG.debug("This Jira does not tell the time zones of its users", e);
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> userNameOf(String userKey) {
    return user(userKey).map(ApplicationUser::getUsername);
  }

  @Override
  public Optional<String> keyOf(String userName) {
    return Optional.ofNullable(users.getUserByName(userName)).map(ApplicationUser::getKey);
  }

  /** The user that Jira's permission checks ask for. */
  Optional<ApplicationUser> user(Person who) {
    return user(who.key());
  }

  private Optional<ApplicationUser> user(String userKey) {
    return Optional.ofNullable(users.getUserByKey(userKey));
  }
}
