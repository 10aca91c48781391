package io.bearings.web;

/** A scheduled job, as a row of the health page. */
public final class JobRow {
  private final String name;
  private final String result;
  private final boolean failed;
  private final String began;
  private final String took;
  private final String next;

  JobRow(String name, String result, boolean failed, String began, String took, String next) {
    this.name = name;
    this.result = result;
    this.failed = failed;
    this.began = began;
    this.took = took;
    this.next = next;
  }

  /** What it is called in Jira's scheduler. */
  public String getName() {
    return name;
  }

  /** How it went last. */
  public String getResult() {
    return result;
  }

  /** Whether it failed. */
  public boolean isFailed() {
    return failed;
  }

  /** When it ran last; empty before the first run. */
  public String getBegan() {
    return began;
  }

  /** How long it took; empty where that is not known. */
  public String getTook() {
    return took;
  }

  /** When it runs next; empty where that is not known. */
  public String getNext() {
    return next;
  }
}
