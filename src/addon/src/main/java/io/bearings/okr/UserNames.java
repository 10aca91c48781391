package io.bearings.okr;

import java.util.Optional;

/**
 * The names by which people log in. Files name people by them: a key means nothing on another Jira.
 */
public interface UserNames {

  /** The user name of a user key; absent when there is no such user. */
  Optional<String> userNameOf(String userKey);

  /** The user key of a user name; absent when there is no such user. */
  Optional<String> keyOf(String userName);
}
