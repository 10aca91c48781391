package io.bearings.web;

/** A table of the add-on and how many rows it has. */
public final class TableSize {
  private final String name;
  private final String rows;

  TableSize(String name, String rows) {
    this.name = name;
    this.rows = rows;
  }

  public String getName() {
    return name;
  }

  /** How many rows it has, or that it has at most so many. */
  public String getRows() {
    return rows;
  }
}
