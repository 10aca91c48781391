package io.bearings.okr;

/** What somebody is in a unit. Who owns a single objective or key result stands at that item. */
public enum Role {
  /** Reads the unit. */
  VIEWER,
  /** Takes part in it: creates objectives, links issues, comments. */
  CONTRIBUTOR,
  /** Answers for it, and may change all that belongs to it. */
  LEAD,
  /** Has the rights of a lead in the unit and in all units below it. */
  CHAMPION,
  /** Reads all units, wherever the role was given. */
  EXECUTIVE
}
