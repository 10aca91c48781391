package io.bearings.okr;

/** What gives a cycle its dates. */
public enum CycleKind {
  /** The calendar; cycles of one unit and length do not overlap. */
  CALENDAR,
  /** A project, an epic or a fix version. */
  PROJECT
}
