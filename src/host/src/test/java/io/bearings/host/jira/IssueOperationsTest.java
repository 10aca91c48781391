package io.bearings.host.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class IssueOperationsTest {
  private static final String POINTS = "customfield_10002";

  private final TestSite site = new TestSite();
  private IssueOperations operations;
  private ApplicationUser dev;
  private ApplicationUser boss;

  @Before
  public void load() {
    site.load(Team.FILE);
    operations = site.jira.operations();
    dev = site.user("dev");
    boss = site.user("boss");
  }

  @After
  public void close() {
    site.close();
  }

  private Issue issue(String key) {
    return site.get(IssueManager.class).getIssueObject(key);
  }

  private Object points(Issue issue) {
    return issue.getCustomFieldValue(
        site.get(CustomFieldManager.class).getCustomFieldObject(POINTS));
  }

  private List<ChangeItemBean> items(String key) {
    return site.get(ChangeHistoryManager.class).getChangeHistories(issue(key)).stream()
        .flatMap(change -> change.getChangeItemBeans().stream())
        .toList();
  }

  private List<Long> eventTypes() {
    return site.events.stream().map(event -> ((IssueEvent) event).getEventTypeId()).toList();
  }

  private static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private static Map<String, Object> story(Object... more) {
    Map<String, Object> fields =
        fields(
            "project", Map.of("key", "APP"),
            "issuetype", Map.of("name", "Story"),
            "summary", "Something new");
    fields.putAll(fields(more));
    return fields;
  }

  private static void refused(Runnable work, int status, String field, String message) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            JiraRefusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(status);
              assertThat(refusal.errors()).containsOnlyKeys(field);
              assertThat(refusal.errors().get(field)).contains(message);
            });
  }

  @Test
  public void aNewIssueStartsWhereTheWorkflowBegins() {
    Issue made =
        operations.create(
            dev,
            story(
                "description",
                "As a guest …",
                "assignee",
                Map.of("name", "dev"),
                "priority",
                Map.of("name", "High"),
                "duedate",
                "2026-12-24",
                "timetracking",
                Map.of("originalEstimate", "1w 2d 3h 4m", "remainingEstimate", "2h"),
                POINTS,
                2.5));
    assertThat(made.getKey()).isEqualTo("APP-6");
    assertThat(made.getStatus().getName()).isEqualTo("To Do");
    assertThat(made.getIssueType().getName()).isEqualTo("Story");
    assertThat(made.getDescription()).isEqualTo("As a guest …");
    assertThat(made.getReporter()).isEqualTo(dev);
    assertThat(made.getAssignee()).isEqualTo(dev);
    assertThat(made.getPriority().getName()).isEqualTo("High");
    assertThat(made.getDueDate()).isEqualTo(Timestamp.valueOf("2026-12-24 00:00:00"));
    assertThat(made.getOriginalEstimate()).isEqualTo((5 + 2) * 8 * 3600 + 3 * 3600 + 4 * 60);
    assertThat(made.getEstimate()).isEqualTo(7200);
    assertThat(points(made)).isEqualTo(2.5);
    assertThat(made.getCreated().toInstant()).isEqualTo(TestSite.START);
    assertThat(items("APP-6")).isEmpty();
    assertThat(eventTypes()).containsExactly(EventType.ISSUE_CREATED_ID);
    assertThat(operations.create(dev, story()).getKey()).isEqualTo("APP-7");
  }

  @Test
  public void aSubTaskHangsOnItsParent() {
    Map<String, Object> fields = story("issuetype", Map.of("name", "Sub-task"));
    fields.put("parent", Map.of("key", "APP-2"));
    assertThat(operations.create(dev, fields).getParentObject()).isEqualTo(issue("APP-2"));
    for (String wrong : List.of("APP-4", "LIB-1", "APP-99", "APP-5")) {
      fields.put("parent", Map.of("key", wrong));
      refused(() -> operations.create(dev, fields), 400, "parent", "A sub-task needs a parent");
    }
    refused(
        () -> operations.create(dev, story("parent", Map.of("key", "APP-1"))),
        400,
        "parent",
        "Only a sub-task");
  }

  @Test
  public void creatingIsRefusedWithTheFieldThatIsWrong() {
    refused(() -> operations.create(dev, fields()), 400, "project", "required");
    refused(() -> operations.create(dev, story("project", "APP")), 400, "project", "an object");
    refused(
        () -> operations.create(dev, story("project", Map.of("key", "HID"))),
        404,
        "project",
        "No project could be found with key 'HID'");
    refused(
        () -> operations.create(dev, story("issuetype", Map.of("name", "Idea"))),
        400,
        "issuetype",
        "'Idea' is not a valid issuetype");
    refused(() -> operations.create(dev, story("issuetype", null)), 400, "issuetype", "required");
    refused(() -> operations.create(dev, story("summary", null)), 400, "summary", "must specify");
    assertThatThrownBy(() -> operations.create(site.user("guest"), story()))
        .isInstanceOfSatisfying(JiraRefusal.class, r -> assertThat(r.status()).isEqualTo(403))
        .hasMessageContaining("CREATE_ISSUES");
    assertThat(site.events).isEmpty();
    assertThat(operations.create(dev, story()).getKey())
        .as("no number was lost")
        .isEqualTo("APP-6");
  }

  @Test
  public void anEditIsOneEntryInTheHistory() {
    operations.edit(
        dev,
        issue("APP-1").getId(),
        fields(
            "summary",
            " Sign in at once ",
            "description",
            "",
            "assignee",
            Map.of("name", "BOSS"),
            "priority",
            Map.of("id", "1"),
            "duedate",
            "2027-01-31",
            "timetracking",
            Map.of("originalEstimate", "1h"),
            POINTS,
            5));
    Issue after = issue("APP-1");
    assertThat(after.getSummary()).isEqualTo("Sign in at once");
    assertThat(after.getDescription()).isNull();
    assertThat(after.getAssignee()).isEqualTo(boss);
    assertThat(points(after)).isEqualTo(5.0);
    assertThat(after.getUpdated().toInstant()).isEqualTo(TestSite.START);
    assertThat(site.get(ChangeHistoryManager.class).getChangeHistories(after)).hasSize(1);
    assertThat(items("APP-1"))
        .extracting("fieldType", "field", "from", "fromString", "to", "toString")
        .containsExactlyInAnyOrder(
            tuple("jira", "summary", null, "Sign in with a passkey", null, "Sign in at once"),
            tuple("jira", "description", null, "Nobody remembers passwords.", null, null),
            tuple("jira", "assignee", dev.getKey(), "Abel Dev", boss.getKey(), "Zoe Boss"),
            tuple("jira", "priority", "4", "Low", "1", "Highest"),
            tuple("jira", "duedate", null, null, "2027-01-31", "2027-01-31 00:00:00.0"),
            tuple("jira", "timeoriginalestimate", null, null, "3600", "3600"),
            tuple("custom", "Story Points", null, "3", null, "5"));
    assertThat(eventTypes()).containsExactly(EventType.ISSUE_UPDATED_ID);
  }

  @Test
  public void fieldsCanBeEmptied() {
    operations.edit(
        dev,
        issue("APP-1").getId(),
        fields("duedate", "2027-01-31", "timetracking", Map.of("remainingEstimate", "1d")));
    operations.edit(
        dev,
        issue("APP-1").getId(),
        fields(
            POINTS,
            null,
            "assignee",
            null,
            "duedate",
            null,
            "timetracking",
            fields("remainingEstimate", null)));
    Issue after = issue("APP-1");
    assertThat(points(after)).isNull();
    assertThat(after.getAssignee()).isNull();
    assertThat(after.getDueDate()).isNull();
    assertThat(after.getEstimate()).isNull();
    operations.edit(
        dev,
        after.getId(),
        fields("assignee", fields("name", null), "summary", after.getSummary()));
    assertThat(site.get(ChangeHistoryManager.class).getChangeHistories(after)).hasSize(2);
    assertThat(site.events).hasSize(3);
  }

  @Test
  public void aWrongFieldIsNamedAndNothingIsWritten() {
    long id = issue("APP-1").getId();
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("summary", "x".repeat(300));
    refused(() -> operations.edit(dev, id, wrong), 400, "summary", "at most 255");
    refusedEdit(id, "summary", " ", "must specify");
    refusedEdit(id, "summary", "a\nb", "newline");
    refusedEdit(id, "summary", 7, "must be a string");
    refusedEdit(id, "summary", "a\0b", "cannot be stored");
    refusedEdit(id, "description", "x".repeat(32_768), "at most 32767");
    refusedEdit(id, "priority", Map.of("name", "Mild"), "'Mild' is not a valid priority");
    refusedEdit(id, "priority", null, "required");
    refusedEdit(id, "assignee", Map.of("name", "zoe"), "User 'zoe' does not exist");
    refusedEdit(id, "assignee", Map.of("name", "out"), "cannot be assigned");
    refusedEdit(id, "assignee", "dev", "Give an object with name or key");
    refusedEdit(id, "duedate", "24.12.2026", "give yyyy-MM-dd");
    refusedEdit(id, "timetracking", Map.of("originalEstimate", "soon"), "'soon' is not a duration");
    refusedEdit(id, "timetracking", Map.of("spent", "1h"), "originalEstimate or remaining");
    refusedEdit(id, "timetracking", "1h", "originalEstimate or remaining");
    refusedEdit(id, POINTS, "3", "must be a number");
    refusedEdit(id, POINTS, 1e12, "too large");
    refusedEdit(id, POINTS, 0.1234567, "too large or has more than 6 decimals");
    refusedEdit(id, "customfield_1", 1, "cannot be set");
    refusedEdit(id, "status", "Done", "cannot be set");
    assertThatThrownBy(() -> operations.edit(dev, id, fields("summary", "", POINTS, "x")))
        .isInstanceOfSatisfying(
            JiraRefusal.class,
            refusal -> assertThat(refusal.errors()).containsOnlyKeys("summary", POINTS));
    assertThat(items("APP-1")).isEmpty();
    assertThat(site.events).isEmpty();
  }

  private void refusedEdit(long id, String field, Object value, String message) {
    refused(() -> operations.edit(dev, id, fields(field, value)), 400, field, message);
  }

  private void refusedAll(int status, Runnable... works) {
    Arrays.stream(works)
        .forEach(
            work ->
                assertThatThrownBy(work::run)
                    .isInstanceOfSatisfying(
                        JiraRefusal.class, r -> assertThat(r.status()).isEqualTo(status)));
  }

  @Test
  public void whoMayNotIsRefused() {
    ApplicationUser guest = site.user("guest");
    ApplicationUser out = site.user("out");
    long id = issue("APP-1").getId();
    refusedAll(
        403,
        () -> operations.edit(guest, id, fields("summary", "x")),
        () -> operations.delete(dev, id),
        () -> operations.move(guest, id, "LIB"));
    refusedAll(
        404,
        () -> operations.edit(out, id, fields("summary", "x")),
        () -> operations.delete(out, id),
        () -> operations.move(out, id, "LIB"),
        () -> operations.edit(dev, issue("APP-5").getId(), fields("summary", "x")),
        () -> operations.delete(boss, 1),
        () -> operations.move(dev, id, "HID"));
  }

  @Test
  public void deletingTakesSubTasksAndHistoryAlong() {
    operations.edit(dev, issue("APP-4").getId(), fields("summary", "Changed"));
    site.events.clear();
    long id = issue("APP-1").getId();
    operations.delete(boss, id);
    assertThat(issue("APP-1")).isNull();
    assertThat(issue("APP-4")).isNull();
    assertThat(eventTypes())
        .containsExactly(EventType.ISSUE_DELETED_ID, EventType.ISSUE_DELETED_ID);
    assertThat(((IssueEvent) site.events.get(1)).getIssue().getKey()).isEqualTo("APP-1");
    assertThat(
            site.database.jdbc().queryForObject("select count(*) from changeitem", Integer.class))
        .as("only that of APP-3 is left")
        .isEqualTo(2);
    assertThat(
            site.database
                .jdbc()
                .queryForObject("select count(*) from issue_index where id = ?", Integer.class, id))
        .isZero();
    assertThat(operations.create(dev, story()).getKey()).isEqualTo("APP-6");
  }

  @Test
  public void aMovedIssueIsFoundByItsOldKey() {
    Issue before = issue("APP-1");
    operations.move(dev, before.getId(), "LIB");
    IssueManager issues = site.get(IssueManager.class);
    Issue moved = issues.getIssueObject("APP-1");
    assertThat(moved).isEqualTo(before);
    assertThat(moved.getKey()).isEqualTo("LIB-2");
    assertThat(moved.getProjectObject().getKey()).isEqualTo("LIB");
    assertThat(issues.getIssueObject("LIB-2")).isEqualTo(moved);
    assertThat(issues.getIssueByCurrentKey("APP-1")).isNull();
    assertThat(issues.getIssueByCurrentKey("LIB-2")).isEqualTo(moved);
    assertThat(issues.getIssueObject("APP-4").getKey()).isEqualTo("LIB-3");
    assertThat(moved.getSubTaskObjects()).extracting(Issue::getKey).containsExactly("LIB-3");
    assertThat(items("LIB-2"))
        .extracting("field", "fromString", "toString")
        .containsExactly(
            tuple("project", "The app", "The library"),
            tuple("Key", "APP-1", "LIB-2"),
            tuple("Fix Version", "1.0", null));
    assertThat(eventTypes()).containsExactly(EventType.ISSUE_MOVED_ID, EventType.ISSUE_MOVED_ID);
    assertThat(site.database.jdbc().queryForList("select sink_node_id from nodeassociation"))
        .as("a version of the old project")
        .isEmpty();
  }

  @Test
  public void fixVersionsLeaveAnItemForEach() {
    long id = issue("APP-2").getId();
    operations.edit(dev, id, fields("fixVersions", List.of(Map.of("name", "1.0"))));
    operations.edit(dev, id, fields("fixVersions", List.of()));
    operations.edit(dev, id, fields("fixVersions", List.of()));
    assertThat(items("APP-2"))
        .extracting("field", "fromString", "toString")
        .containsExactly(tuple("Fix Version", null, "1.0"), tuple("Fix Version", "1.0", null));
    assertThat(items("APP-2").get(0).getTo()).isEqualTo(items("APP-2").get(1).getFrom());
  }

  @Test
  public void aVersionOfAnotherProjectIsRefused() {
    for (Object wrong : List.of("1.0", List.of(Map.of("name", "2.0")))) {
      refused(
          () -> operations.edit(dev, issue("APP-2").getId(), fields("fixVersions", wrong)),
          400,
          "fixVersions",
          "Give a list of versions");
    }
    refused(
        () ->
            operations.edit(
                dev, issue("LIB-1").getId(), fields("fixVersions", List.of(Map.of("name", "1.0")))),
        400,
        "fixVersions",
        "Give a list of versions");
  }

  @Test
  public void aSubTaskGetsAnotherParent() {
    long id = issue("APP-4").getId();
    operations.moveToParent(dev, id, "APP-2");
    assertThat(issue("APP-4").getParentObject()).isEqualTo(issue("APP-2"));
    assertThat(issue("APP-1").getSubTaskObjects()).isEmpty();
    assertThat(items("APP-4"))
        .extracting("field", "from", "fromString", "to", "toString")
        .containsExactly(
            tuple(
                "Parent Issue",
                issue("APP-1").getId().toString(),
                "APP-1",
                issue("APP-2").getId().toString(),
                "APP-2"));
    assertThat(eventTypes()).containsExactly(EventType.ISSUE_UPDATED_ID);
    operations.moveToParent(dev, id, "APP-2");
    assertThat(items("APP-4")).hasSize(1);
  }

  @Test
  public void aParentIsAnIssueOfTheSameProject() {
    refused(
        () -> operations.moveToParent(dev, issue("APP-4").getId(), "LIB-1"),
        400,
        "parent",
        "A sub-task needs a parent");
    refused(
        () -> operations.moveToParent(dev, issue("APP-2").getId(), "APP-1"),
        400,
        "parent",
        "Only a sub-task has a parent");
  }

  @Test
  public void movingBackGivesANewNumber() {
    long id = issue("APP-2").getId();
    operations.move(dev, id, "LIB");
    operations.move(dev, id, "APP");
    assertThat(issue("APP-2").getKey()).isEqualTo("APP-6");
    assertThat(issue("LIB-2").getKey()).isEqualTo("APP-6");
  }

  @Test
  public void whatCannotMoveIsRefused() {
    refused(
        () -> operations.move(dev, issue("APP-4").getId(), "LIB"),
        400,
        "project",
        "A sub-task moves with its parent");
    refused(
        () -> operations.move(dev, issue("APP-1").getId(), "APP"),
        400,
        "project",
        "APP-1 is in the project APP already");
  }

  @Test
  public void issuesAreCountedByProject() {
    IssueManager issues = site.get(IssueManager.class);
    long app = issue("APP-1").getProjectId();
    assertThat(issues.getIssueCountForProject(app)).isEqualTo(5);
    assertThat(issues.getIssueIdsForProject(app)).hasSize(5);
    List<Long> some = List.of(issue("APP-3").getId(), 1L, issue("APP-1").getId());
    assertThat(issues.getIssueObjects(some))
        .extracting(Issue::getKey)
        .containsExactly("APP-3", "APP-1");
    assertThat(issues.getIssueObject((Long) null)).isNull();
    assertThat(issues.getIssueObject((String) null)).isNull();
    assertThat(issues.getIssueObject("nonsense")).isNull();
    assertThat(issues.getIssueByCurrentKey(null)).isNull();
    assertThat(issue("APP-1")).hasToString("APP-1");
    assertThat(issue("APP-1").getNumber()).isEqualTo(1);
  }
}
