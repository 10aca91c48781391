package io.bearings.host.jira;

import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Logging in, and what a session needs to know of a person. */
public interface HostPerson {
  /** The user with this name and password; empty when either is wrong or the user is inactive. */
  Optional<ApplicationUser> authenticate(String username, String password);

  /** The user with this key, from the cache. */
  Optional<ApplicationUser> byKey(String userKey);

  /** The active users whose name starts with the text, or a word of their full name; by name. */
  List<ApplicationUser> matching(String text);

  /** The language that the user chose, or the site's. */
  Locale localeOf(ApplicationUser user);
}
