package io.bearings.jira;

import static java.util.stream.Collectors.toSet;

import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.okr.Groups;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Jira's groups. That a Jira names the groups of a user, or the users of a group, is not certain;
 * where it does not, roles of groups give nothing, and the health page says what is missing.
 */
@Component
class JiraGroups implements Groups {
  private static final Logger LOG = LoggerFactory.getLogger(JiraGroups.class);

  private final GroupManager groups;

  @Inject
  JiraGroups(@ComponentImport GroupManager groups) {
    this.groups = groups;
  }

  /** The names of the groups that a user is in. */
  Set<String> of(ApplicationUser user) {
    try {
      return Optional.<Collection<String>>ofNullable(groups.getGroupNamesForUser(user))
          .map(Set::copyOf)
          .orElse(Set.of());
    } catch (LinkageError e) {
      LOG.debug("This Jira does not name the groups of a user", e);
      return Set.of();
    }
  }

  @Override
  public Set<String> members(String name) {
    try {
      return Optional.<Collection<ApplicationUser>>ofNullable(groups.getUsersInGroup(name))
          .orElse(List.of())
          .stream()
          .filter(ApplicationUser::isActive)
          .map(ApplicationUser::getKey)
          .collect(toSet());
    } catch (LinkageError e) {
      LOG.debug("This Jira does not name the users of a group", e);
      return Set.of();
    }
  }

  boolean exists(String name) {
    return groups.getGroup(name) != null;
  }
}
