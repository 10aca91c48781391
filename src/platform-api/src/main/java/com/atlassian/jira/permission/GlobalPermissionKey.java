package com.atlassian.jira.permission;

import java.io.Serializable;
import java.util.Objects;

/**
 * The key of a permission in the whole of Jira.
 *
 * <p>Source and confidence: SP, MS, DP: H for ADMINISTER and SYSTEM_ADMIN; M for of(String).
 */
public final class GlobalPermissionKey implements Serializable {
  private static final long serialVersionUID = 1L;
  public static final GlobalPermissionKey SYSTEM_ADMIN = of("SYSTEM_ADMIN");
  public static final GlobalPermissionKey ADMINISTER = of("ADMINISTER");
  private final String key;

  private GlobalPermissionKey(String key) {
    this.key = Objects.requireNonNull(key);
  }

  public static GlobalPermissionKey of(String permissionKey) {
    return new GlobalPermissionKey(permissionKey);
  }

  /** The key, such as {@code ADMINISTER}. */
  public String getKey() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GlobalPermissionKey that && key.equals(that.key);
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
