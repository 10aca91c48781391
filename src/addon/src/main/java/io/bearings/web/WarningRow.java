package io.bearings.web;

import java.util.List;

/** Something to look at, as a line of the health page. */
public final class WarningRow {
  private final String text;
  private final String path;
  private final List<SubjectRow> subjects;
  private final String link;

  WarningRow(String text, String path, List<SubjectRow> subjects, String link) {
    this.text = text;
    this.path = path;
    this.subjects = List.copyOf(subjects);
    this.link = link;
  }

  /** What is wrong. */
  public String getText() {
    return text;
  }

  /** What stands before a subject in its address; empty where there is none. */
  public String getPath() {
    return path;
  }

  /** What it is about. */
  public List<SubjectRow> getSubjects() {
    return subjects;
  }

  /** Where it is mended: a path, or a place on this page; empty where the subjects say it. */
  public String getLink() {
    return link;
  }

  /** Whether the subjects have addresses. */
  public boolean isLinked() {
    return !path.isEmpty();
  }

  /** Whether it is mended on this page. */
  public boolean isHere() {
    return link.startsWith("#");
  }
}
