package io.bearings.okr;

/** Who reads an objective, of those who may see its unit at all. */
public enum Visibility {
  /** All of them. */
  UNIT_VIEWERS,
  /** Those who contribute to the unit, executives and administrators. */
  UNIT_MEMBERS,
  /** Its owner, its followers and the unit's leads. It counts in its parent without a title. */
  PRIVATE
}
