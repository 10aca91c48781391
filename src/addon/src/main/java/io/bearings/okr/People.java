package io.bearings.okr;

import java.time.ZoneId;
import java.util.Optional;

/** The people that Jira knows. */
public interface People {

  /** The name to show for a user key; absent when there is no such user. */
  Optional<String> nameOf(String userKey);

  /** Whether somebody is a user who may still log in. */
  default boolean isActive(String userKey) {
    return nameOf(userKey).isPresent();
  }

  /** The time zone in which somebody's days begin and end; absent: that of the site. */
  default Optional<ZoneId> zoneOf(String userKey) {
    return Optional.empty();
  }

  /** The name to show for a user key, or the key itself when the user is gone. */
  default String nameOrKey(String userKey) {
    return nameOf(userKey).orElse(userKey);
  }
}
