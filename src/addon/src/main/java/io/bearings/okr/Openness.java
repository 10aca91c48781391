package io.bearings.okr;

/** Who sees a unit without having a role in it. */
public enum Openness {
  /** Everybody who is logged in reads it. */
  EVERYONE,
  /** Only those who have a role see that it exists. */
  MEMBERS;

  /** What a unit of a level begins with: a team is for its members, the rest for everybody. */
  public static Openness of(UnitLevel level) {
    return level == UnitLevel.TEAM ? MEMBERS : EVERYONE;
  }
}
