package io.bearings.web;

/** What the frame of the workspace knows before anything was read. */
public final class WorkspacePage {
  private final String personKey;

  WorkspacePage(String personKey) {
    this.personKey = personKey;
  }

  /** The Jira user key of whoever looks at the page; empty for an anonymous visitor. */
  public String getPersonKey() {
    return personKey;
  }
}
