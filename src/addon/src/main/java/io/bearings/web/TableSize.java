package io.bearings.web;

/** A table of the add-on and how many rows it has. */
public final class TableSize {
  private final String name;
  private final long rows;

  TableSize(String name, long rows) {
    this.name = name;
    this.rows = rows;
  }

  public String getName() {
    return name;
  }

  public long getRows() {
    return rows;
  }
}
