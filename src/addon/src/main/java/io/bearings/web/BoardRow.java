package io.bearings.web;

import java.util.List;

/** A board of a project, and the units that name it. */
public final class BoardRow {
  private final String id;
  private final String name;
  private final List<UnitRow> units;

  BoardRow(String id, String name, List<UnitRow> units) {
    this.id = id;
    this.name = name;
    this.units = List.copyOf(units);
  }

  public String getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  /** The units that name it, as far as the person may see them. */
  public List<UnitRow> getUnits() {
    return units;
  }

  /** Whether no unit that the person sees names it. */
  public boolean isUnnamed() {
    return units.isEmpty();
  }
}
