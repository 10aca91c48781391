package com.atlassian.scheduler.config;

/**
 * Names a job in the whole site.
 *
 * <p>Source and confidence: GR; M.
 */
public final class JobId {
  private final String id;

  private JobId(String id) {
    this.id = id;
  }

  public static JobId of(String id) {
    return new JobId(id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobId same && same.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
