package io.bearings.web;

/** A setting that holds, with what it says. */
public final class ValueRow {
  private final String label;
  private final String value;

  ValueRow(String label, String value) {
    this.label = label;
    this.value = value;
  }

  /** What it is called. */
  public String getLabel() {
    return label;
  }

  /** What it says. */
  public String getValue() {
    return value;
  }
}
