package io.bearings.okr;

/** What a unit is within its organisation, from the whole to the smallest. */
public enum UnitLevel {
  COMPANY,
  AREA,
  TEAM;

  /** Whether a unit of this level may stand directly below one of the other. */
  public boolean fitsBelow(UnitLevel above) {
    return compareTo(above) > 0;
  }
}
