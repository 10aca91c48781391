package io.bearings.web;

/** Something that failed, as a row of the health page. */
public final class ErrorRow {
  private final String at;
  private final String what;
  private final String cause;
  private final String times;

  ErrorRow(String at, String what, String cause, String times) {
    this.at = at;
    this.what = what;
    this.cause = cause;
    this.times = times;
  }

  /** When, for the last time in a row. */
  public String getAt() {
    return at;
  }

  /** What failed. */
  public String getWhat() {
    return what;
  }

  /** Why, by the types of what was thrown. */
  public String getCause() {
    return cause;
  }

  /** How often in a row. */
  public String getTimes() {
    return times;
  }
}
