package io.bearings.web;

/** What a line of the health page is about. */
public final class SubjectRow {
  private final String id;
  private final String name;

  SubjectRow(String id, String name) {
    this.id = id;
    this.name = name;
  }

  /** What its address ends with. */
  public String getId() {
    return id;
  }

  /** What people call it. */
  public String getName() {
    return name;
  }
}
