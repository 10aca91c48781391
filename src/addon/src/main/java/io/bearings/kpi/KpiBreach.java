package io.bearings.kpi;

/**
 * A breach as it is stored.
 *
 * @param breach with its id
 * @param version counts the changes; somebody who acts names the version that they saw
 * @param withdrawn whether a corrected value showed that it was none; it is then kept only for
 *     those who were told of it
 */
public record KpiBreach(long kpiId, Breach breach, int version, boolean withdrawn) {

  /** The id of the breach. */
  public long id() {
    return breach.id().orElseThrow();
  }

  /** The same after somebody acted. */
  public KpiBreach with(Breach acted) {
    return new KpiBreach(kpiId, acted, version, withdrawn);
  }

  /** The same as somebody saw it. */
  public KpiBreach atVersion(int seen) {
    return new KpiBreach(kpiId, breach, seen, withdrawn);
  }
}
