package com.atlassian.activeobjects.external;

/**
 * The version of the add-on's tables: a number that starts at 0.
 *
 * <p>Source and confidence: AO source; H.
 */
public final class ModelVersion implements Comparable<ModelVersion> {
  private final int version;

  private ModelVersion(int version) {
    this.version = version;
  }

  /** Parses a whole number that is not negative. */
  public static ModelVersion valueOf(String version) {
    int parsed = Integer.parseInt(version);
    if (parsed < 0) {
      throw new IllegalArgumentException("A model version is not negative: " + version);
    }
    return new ModelVersion(parsed);
  }

  /** The version before any upgrade task ran. */
  public static ModelVersion zero() {
    return new ModelVersion(0);
  }

  public boolean isOlderThan(ModelVersion other) {
    return compareTo(other) < 0;
  }

  public boolean isNewerThan(ModelVersion other) {
    return compareTo(other) > 0;
  }

  public boolean isSame(ModelVersion other) {
    return compareTo(other) == 0;
  }

  @Override
  public int compareTo(ModelVersion other) {
    return Integer.compare(version, other.version);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelVersion that && version == that.version;
  }

  @Override
  public int hashCode() {
    return version;
  }

  @Override
  public String toString() {
    return String.valueOf(version);
  }
}
