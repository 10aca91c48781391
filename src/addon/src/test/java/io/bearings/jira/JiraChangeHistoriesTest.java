package io.bearings.jira;

import static io.bearings.jira.FakeIssues.inStatus;
import static io.bearings.jira.FakeIssues.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import io.bearings.flow.IssueSnapshot;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class JiraChangeHistoriesTest {
  private static final Instant CREATED = Instant.parse("2026-11-02T10:00:00Z");

  private final IssueManager issueManager = mock(IssueManager.class);
  private final CustomFieldManager customFields = mock(CustomFieldManager.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final HostService services = mock(HostService.class);
  private final ChangeHistoryManager changes = mock(ChangeHistoryManager.class);
  private final StatusManager statuses = mock(StatusManager.class);
  private final VersionManager versions = mock(VersionManager.class);
  private final List<CustomField> fields = new ArrayList<>();
  private final JiraChangeHistories histories =
      new JiraChangeHistories(
          issueManager, customFields, settings, new AgileFields(customFields), services);

  private CustomField points;
  private CustomField sprint;
  private CustomField epicLink;
  private MutableIssue issue;

  @Before
  public void aSiteWithOneIssue() {
    points = field("customfield_10002", "Story Points", "x:float");
    sprint = field("customfield_10003", "Sprint", "com.pyxis.greenhopper.jira:gh-sprint");
    epicLink = field("customfield_10004", "Epic Link", "com.pyxis.greenhopper.jira:gh-epic-link");
    when(customFields.getCustomFieldObjects()).thenReturn(fields);
    when(customFields.getCustomFieldObject("customfield_10002")).thenReturn(points);
    when(settings.current())
        .thenReturn(new Settings(Optional.of("customfield_10002"), Set.of(), BigDecimal.ZERO));
    when(services.find(ChangeHistoryManager.class)).thenReturn(Optional.of(changes));
    when(services.find(StatusManager.class)).thenReturn(Optional.of(statuses));
    when(services.find(VersionManager.class)).thenReturn(Optional.of(versions));
    List<Status> all = List.of(status("1", "new"), status("3", "indeterminate"));
    when(statuses.getStatuses()).thenReturn(all);

    issue = inStatus(issue(1, "DEMO-1"), "Done", "done");
    when(issue.getStatusId()).thenReturn("10002");
    when(issue.getIssueTypeId()).thenReturn("10001");
    when(issue.getCreated()).thenReturn(Timestamp.from(CREATED));
    when(issueManager.getIssueObjects(List.of(1L))).thenReturn(List.of(issue));
  }

  private CustomField field(String id, String name, String type) {
    CustomField field = mock(CustomField.class);
    CustomFieldType<?, ?> fieldType = mock(CustomFieldType.class);
    when(fieldType.getKey()).thenReturn(type);
    doReturn(fieldType).when(field).getCustomFieldType();
    when(field.getId()).thenReturn(id);
    when(field.getName()).thenReturn(name);
    when(field.getUntranslatedName()).thenReturn(name);
    fields.add(field);
    return field;
  }

  private static Status status(String id, String categoryKey) {
    StatusCategory category = mock(StatusCategory.class);
    when(category.getKey()).thenReturn(categoryKey);
    Status status = mock(Status.class);
    when(status.getId()).thenReturn(id);
    when(status.getStatusCategory()).thenReturn(category);
    return status;
  }

  /** Jira keeps the constructor to itself. */
  private static final class Change extends ChangeHistory {
    Change(long id, Issue issue, int seconds, ChangeItemBean... items) {
      super(id, issue, null, Timestamp.from(CREATED.plusSeconds(seconds)), List.of(items));
    }
  }

  @Test
  public void readsThePresentAndGoesBackThroughTheChanges() {
    MutableIssue epic = issue(500, "DEMO-5");
    List<Version> fixed = List.of(version(7));
    when(versions.getFixVersionsFor(issue)).thenReturn(List.copyOf(fixed));
    when(issue.getCustomFieldValue(points)).thenReturn(5.0);
    when(issue.getCustomFieldValue(sprint))
        .thenReturn(List.of("com.atlassian.greenhopper.service.sprint.Sprint@1f[id=12,name=S]"));
    when(issue.getCustomFieldValue(epicLink)).thenReturn(epic);
    when(issue.getOriginalEstimate()).thenReturn(7_200L);
    when(issue.getResolutionId()).thenReturn("1");
    when(changes.getChangeHistories(issue))
        .thenReturn(
            List.of(
                new Change(
                    100,
                    issue,
                    60,
                    new ChangeItemBean("jira", "status", "1", "To Do", "3", "In Progress"),
                    new ChangeItemBean("custom", "Story Points", null, "3", null, "5")),
                new Change(
                    101,
                    issue,
                    120,
                    new ChangeItemBean("jira", "resolution", null, null, "1", "Done"),
                    new ChangeItemBean("jira", "status", "3", "In Progress", "10002", "Done"),
                    new ChangeItemBean("custom", "Sprint", "", "", "12", "S"))));

    List<KeptHistory> read = histories.of(List.of(1L));

    assertThat(read).hasSize(1);
    List<KeptHistory.Step> steps = read.get(0).steps();
    assertThat(steps).extracting(KeptHistory.Step::changeId).containsExactly(0L, 100L, 101L);
    assertThat(steps)
        .extracting(KeptHistory.Step::from)
        .containsExactly(CREATED, CREATED.plusSeconds(60), CREATED.plusSeconds(120));
    assertThat(steps)
        .extracting(step -> step.state().category())
        .containsExactly(
            io.bearings.flow.StatusCategory.TO_DO,
            io.bearings.flow.StatusCategory.IN_PROGRESS,
            io.bearings.flow.StatusCategory.DONE);
    assertThat(steps.get(0).state().points()).contains(new BigDecimal("3.0"));
    assertThat(steps.get(1).state().sprintIds()).isEmpty();
    assertThat(steps.get(2).typeId()).isEqualTo("10001");
    assertThat(steps.get(2).state())
        .isEqualTo(
            new IssueSnapshot(
                100,
                "10002",
                io.bearings.flow.StatusCategory.DONE,
                Optional.of("1"),
                Optional.of(new BigDecimal("5.0")),
                Optional.of(7_200L),
                Set.of(12L),
                Set.of(7L),
                Optional.of(500L),
                Optional.empty()));
  }

  @Test
  public void tellsUnderWhatNamesSomethingChangedLately() {
    when(changes.getChangeHistories(issue))
        .thenReturn(
            List.of(
                new Change(
                    100,
                    issue,
                    60,
                    new ChangeItemBean("jira", "priority", "1", "Low", "2", "High")),
                new Change(
                    101,
                    issue,
                    120,
                    new ChangeItemBean("jira", "Fix Version", null, null, "7", "1.0"),
                    new ChangeItemBean("custom", "Story Points", null, "3", null, "5"))));

    assertThat(changedSince(120)).contains(Set.of("fix version", "story points"));
    assertThat(changedSince(60)).contains(Set.of("priority", "fix version", "story points"));
    assertThat(changedSince(121)).isEmpty();
    // It was created since, which Jira records as no change.
    assertThat(changedSince(0)).isEmpty();
    assertThat(histories.since(Map.of())).isEmpty();
    assertThat(histories.since(Map.of(1L, CREATED)).get(0).history())
        .isEqualTo(histories.of(List.of(1L)).get(0));
  }

  private Optional<Set<String>> changedSince(int seconds) {
    return histories.since(Map.of(1L, CREATED.plusSeconds(seconds))).get(0).changed();
  }

  private static Version version(long id) {
    Version version = mock(Version.class);
    when(version.getId()).thenReturn(id);
    return version;
  }

  @Test
  public void looksUpFieldsAndStatusesOnceForAllIssues() {
    MutableIssue other = inStatus(issue(2, "DEMO-2"), "Done", "done");
    when(other.getCreated()).thenReturn(Timestamp.from(CREATED));
    when(issueManager.getIssueObjects(List.of(1L, 2L))).thenReturn(List.of(issue, other));
    assertThat(histories.of(List.of(1L, 2L)))
        .extracting(KeptHistory::issueId)
        .containsExactly(1L, 2L);
    verify(statuses, times(1)).getStatuses();
    verify(customFields, times(1)).getCustomFieldObject("customfield_10002");
  }

  @Test
  public void aStatusThatIsGoneCountsAsNotBegun() {
    when(changes.getChangeHistories(issue))
        .thenReturn(
            List.of(
                new Change(
                    100,
                    issue,
                    60,
                    new ChangeItemBean("jira", "status", "9999", "Review", "10002", "Done"))));
    for (int again = 0; again < 2; again++) {
      IssueSnapshot first = histories.of(List.of(1L)).get(0).steps().get(0).state();
      assertThat(first.statusId()).isEqualTo("9999");
      assertThat(first.category()).isEqualTo(io.bearings.flow.StatusCategory.TO_DO);
    }
  }

  @Test
  public void knowsAFieldThatWasRenamedByItsNameNow() {
    when(sprint.getUntranslatedName()).thenReturn("Iteration");
    when(epicLink.getUntranslatedName()).thenReturn(null);
    when(epicLink.getName()).thenReturn("Theme");
    when(changes.getChangeHistories(issue))
        .thenReturn(
            List.of(
                new Change(
                    100,
                    issue,
                    60,
                    new ChangeItemBean("custom", "Sprint", "11", "A", "12", "B"),
                    new ChangeItemBean("custom", "Theme", "400", "E", null, null)),
                new Change(
                    101,
                    issue,
                    90,
                    new ChangeItemBean("custom", "Iteration", "12", "B", null, null))));
    List<KeptHistory.Step> steps = histories.of(List.of(1L)).get(0).steps();
    assertThat(steps)
        .extracting(step -> step.state().sprintIds())
        .containsExactly(Set.of(11L), Set.of(12L), Set.of());
    assertThat(steps.get(0).state().epicId()).contains(400L);
  }

  @Test
  public void aSiteWithoutSprintsPointsOrVersionsHasAHistoryAllTheSame() {
    fields.clear();
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(services.find(VersionManager.class)).thenReturn(Optional.empty());
    when(services.find(StatusManager.class)).thenReturn(Optional.empty());
    KeptHistory history = histories.of(List.of(1L)).get(0);
    assertThat(history.steps()).hasSize(1);
    assertThat(history.steps().get(0).state().points()).isEmpty();
    assertThat(history.steps().get(0).state().versionIds()).isEmpty();
  }

  @Test
  public void hasNoHistoryWhereJiraTellsNone() {
    assertThat(histories.of(List.of())).isEmpty();
    verify(issueManager, never()).getIssueObjects(any());
    when(services.find(ChangeHistoryManager.class)).thenReturn(Optional.empty());
    assertThat(histories.of(List.of(1L))).isEmpty();
    when(services.find(ChangeHistoryManager.class))
        .thenThrow(new NoClassDefFoundError("expected by this test"));
    assertThat(histories.of(List.of(1L))).isEmpty();
  }

  @Test
  public void leavesOutAnIssueThatIsGone() {
    when(issueManager.getIssueObjects(List.of(1L, 9L))).thenReturn(List.of(issue));
    assertThat(histories.of(List.of(1L, 9L))).extracting(KeptHistory::issueId).containsExactly(1L);
  }
}
