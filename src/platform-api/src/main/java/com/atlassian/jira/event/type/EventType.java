package com.atlassian.jira.event.type;

/**
 * The ids of the events that Jira itself fires. They are objects, never compile-time constants.
 *
 * <p>Source and confidence: CD: M for the names; L for the numbers.
 */
public class EventType {
  public static final Long ISSUE_CREATED_ID = Long.valueOf(1);
  public static final Long ISSUE_UPDATED_ID = Long.valueOf(2);
  public static final Long ISSUE_ASSIGNED_ID = Long.valueOf(3);
  public static final Long ISSUE_RESOLVED_ID = Long.valueOf(4);
  public static final Long ISSUE_CLOSED_ID = Long.valueOf(5);
  public static final Long ISSUE_COMMENTED_ID = Long.valueOf(6);
  public static final Long ISSUE_REOPENED_ID = Long.valueOf(7);
  public static final Long ISSUE_DELETED_ID = Long.valueOf(8);
  public static final Long ISSUE_MOVED_ID = Long.valueOf(9);
  public static final Long ISSUE_WORKLOGGED_ID = Long.valueOf(10);
  public static final Long ISSUE_WORKSTARTED_ID = Long.valueOf(11);
  public static final Long ISSUE_WORKSTOPPED_ID = Long.valueOf(12);
  public static final Long ISSUE_GENERICEVENT_ID = Long.valueOf(13);
  public static final Long ISSUE_COMMENT_EDITED_ID = Long.valueOf(14);
  public static final Long ISSUE_WORKLOG_UPDATED_ID = Long.valueOf(15);
  public static final Long ISSUE_WORKLOG_DELETED_ID = Long.valueOf(16);
  public static final Long ISSUE_COMMENT_DELETED_ID = Long.valueOf(17);

  private EventType() {}
}
