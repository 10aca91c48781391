package io.bearings.kpi;

import java.util.List;

/** What is done without anybody when a breach opens. */
public sealed interface AutomaticAction {

  /**
   * People hear of it, beside the owner, who always does.
   *
   * @param personKeys their Jira user keys
   */
  record Notify(List<String> personKeys) implements AutomaticAction {
    public Notify {
      personKeys = List.copyOf(personKeys);
    }
  }

  /**
   * A comment is written on an issue.
   *
   * @param text a template
   */
  record Comment(String issueKey, String text) implements AutomaticAction {}

  /**
   * An issue is created, once for each breach.
   *
   * @param issueType the name of its type
   * @param summary a template
   * @param description a template, perhaps empty
   */
  record CreateIssue(String projectKey, String issueType, String summary, String description)
      implements AutomaticAction {}

  /**
   * Another system is told.
   *
   * @param url begins with http:// or https://
   */
  record Webhook(String url) implements AutomaticAction {}
}
