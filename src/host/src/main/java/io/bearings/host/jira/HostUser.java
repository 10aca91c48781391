package io.bearings.host.jira;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Locale;
import java.util.Optional;

/** A user of the one directory that the host has; two are the same when their keys are. */
record HostUser(
    Long id,
    String key,
    String name,
    String displayName,
    String emailAddress,
    boolean active,
    Optional<Locale> locale)
    implements ApplicationUser {
  private static final long INTERNAL_DIRECTORY = 1;

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public String getKey() {
    return key;
  }

  @Override
  public String getUsername() {
    return name;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getDisplayName() {
    return displayName;
  }

  @Override
  public String getEmailAddress() {
    return emailAddress;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public long getDirectoryId() {
    return INTERNAL_DIRECTORY;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApplicationUser user && user.getKey().equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
