package io.bearings.okr;

import java.util.Objects;

/**
 * Somebody who is logged in.
 *
 * @param key the Jira user key, which survives a change of the user name
 */
public record Person(String key) {
  public Person {
    Objects.requireNonNull(key, "key");
  }
}
