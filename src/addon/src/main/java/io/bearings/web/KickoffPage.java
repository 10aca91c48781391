package io.bearings.web;

/** What the frame of the kickoff knows before anything was read. */
public final class KickoffPage {
  private final String personKey;

  KickoffPage(String personKey) {
    this.personKey = personKey;
  }

  /** The Jira user key of whoever looks at the page; empty for an anonymous visitor. */
  public String getPersonKey() {
    return personKey;
  }
}
