package io.bearings.jira;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import java.sql.Timestamp;
import java.time.Instant;

/** Issues as Jira hands them out. */
final class FakeIssues {
  static final Instant UPDATED = Instant.parse("2026-11-22T10:00:00Z");

  private FakeIssues() {}

  static MutableIssue issue(long id, String key) {
    MutableIssue issue = mock(MutableIssue.class);
    when(issue.getId()).thenReturn(id);
    when(issue.getKey()).thenReturn(key);
    when(issue.getProjectId()).thenReturn(100L);
    when(issue.getSummary()).thenReturn("Title of " + key);
    when(issue.getUpdated()).thenReturn(Timestamp.from(UPDATED));
    when(issue.getOriginalEstimate()).thenReturn(null);
    return issue;
  }

  static MutableIssue inStatus(MutableIssue issue, String name, String categoryKey) {
    StatusCategory category = mock(StatusCategory.class);
    when(category.getKey()).thenReturn(categoryKey);
    Status status = mock(Status.class);
    when(status.getName()).thenReturn(name);
    when(status.getStatusCategory()).thenReturn(category);
    when(issue.getStatus()).thenReturn(status);
    return issue;
  }

  static MutableIssue resolved(MutableIssue issue, String id, String name) {
    Resolution resolution = mock(Resolution.class);
    when(resolution.getName()).thenReturn(name);
    when(issue.getResolution()).thenReturn(resolution);
    when(issue.getResolutionId()).thenReturn(id);
    return issue;
  }
}
