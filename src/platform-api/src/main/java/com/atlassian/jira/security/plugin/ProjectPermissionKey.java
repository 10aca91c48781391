package com.atlassian.jira.security.plugin;

import java.io.Serializable;
import java.util.Objects;

/**
 * The key of a permission within projects.
 *
 * <p>Source and confidence: SP, MS; H.
 */
public final class ProjectPermissionKey implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String key;

  public ProjectPermissionKey(String permissionKey) {
    this.key = Objects.requireNonNull(permissionKey);
  }

  /** The key, such as {@code BROWSE_PROJECTS}. */
  public String permissionKey() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProjectPermissionKey that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}
