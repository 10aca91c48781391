package io.bearings.web;

/** A unit that a project is bound to. */
public final class UnitRow {
  private final String id;
  private final String name;
  private final boolean releasable;

  UnitRow(String id, String name, boolean releasable) {
    this.id = id;
    this.name = name;
    this.releasable = releasable;
  }

  public String getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  /** Whether the person may take it off the project. */
  public boolean isReleasable() {
    return releasable;
  }
}
