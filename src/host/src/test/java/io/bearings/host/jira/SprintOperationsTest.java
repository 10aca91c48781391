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
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.PlainShapes.Told;
import io.bearings.host.jira.SprintOperations.Draft;
import io.bearings.host.software.Board;
import io.bearings.host.software.SoftwareShapes.Change;
import io.bearings.host.software.SprintData;
import io.bearings.host.software.SprintData.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SprintOperationsTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String SPRINT = "customfield_10001";
  private static final String EPIC_LINK = "customfield_10003";
  private static final int DONE = 51;

  private final TestSite site = new TestSite();
  private ApplicationUser boss;
  private ApplicationUser dev;
  private Board board;

  @Before
  public void load() {
    site.load(Team.FILE);
    site.jira.softwareArrived(new PlainShapes());
    boss = site.user("boss");
    dev = site.user("dev");
    board =
        site.jira.boards().boards(boss).stream()
            .filter(each -> each.name().equals("APP board"))
            .findFirst()
            .orElseThrow();
  }

  @After
  public void close() {
    site.close();
  }

  private SprintOperations sprints() {
    return site.jira.sprints();
  }

  private static Draft draft(String name) {
    return new Draft(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Draft twoWeeks() {
    Instant now = site.clock.instant();
    return new Draft(
        Optional.empty(),
        Optional.empty(),
        Optional.of(now),
        Optional.of(now.plus(WEEK.multipliedBy(2))));
  }

  private SprintData sprint(String name) {
    return sprints().create(boss, board.id(), draft(name));
  }

  private SprintData started(String name, String... keys) {
    SprintData sprint = sprint(name);
    move(sprint, keys);
    return sprints().start(boss, sprint.id(), twoWeeks());
  }

  private void move(SprintData sprint, String... keys) {
    sprints().move(dev, ids(keys), Optional.of(sprint.id()));
  }

  private List<Long> ids(String... keys) {
    return List.of(keys).stream().map(key -> issue(key).getId()).toList();
  }

  private Issue issue(String key) {
    return site.get(IssueManager.class).getIssueObject(key);
  }

  private List<String> sprintsOf(String key) {
    CustomField field = site.get(CustomFieldManager.class).getCustomFieldObject(SPRINT);
    Object value = issue(key).getCustomFieldValue(field);
    return value == null
        ? List.of()
        : ((Collection<?>) value).stream().map(each -> ((SprintData) each).name()).toList();
  }

  private List<ChangeItemBean> history(String key, String field) {
    return site.get(ChangeHistoryManager.class).getChangeItemsForField(issue(key), field);
  }

  private List<Told> told() {
    return site.events.stream().filter(Told.class::isInstance).map(Told.class::cast).toList();
  }

  private static void isRefused(int status, String because, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            JiraRefusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status))
        .hasMessageContaining(because);
  }

  @Test
  public void everyImportedProjectHasABoardWithAColumnForEachCategory() {
    assertThat(board.scrum()).isTrue();
    assertThat(board.estimationField()).contains(10_002L);
    assertThat(board.columns())
        .extracting(Board.Column::name, Board.Column::statusIds)
        .containsExactly(
            tuple("To Do", List.of("10000")),
            tuple("In Progress", List.of("3", "10002")),
            tuple("Done", List.of("10001")));
    assertThat(board.doneStatusIds()).containsExactly("10001");
    assertThat(site.jira.boards().query(board).getQueryString()).startsWith("project = APP");
    assertThat(site.jira.boards().columns(board.id())).isEqualTo(board.columns());
    assertThat(site.jira.boards().columns(-1)).isEmpty();
  }

  @Test
  public void whoMayNotBrowseTheProjectSeesNoBoard() {
    SprintData sprint = sprint("One");
    assertThat(site.jira.boards().boards(site.user("out"))).isEmpty();
    assertThat(site.jira.boards().board(site.user("out"), board.id())).isEmpty();
    assertThat(site.jira.boards().sprint(site.user("out"), sprint.id())).isEmpty();
    assertThat(site.jira.boards().sprint(dev, sprint.id())).contains(sprint);
    assertThat(site.jira.boards().boards(dev)).extracting(Board::name).doesNotContain("HID board");
  }

  @Test
  public void aSprintIsPlannedStartedAndCompleted() {
    SprintData sprint = started("One", "APP-1");
    assertThat(sprint.state()).isEqualTo(State.ACTIVE);
    assertThat(sprint.activated()).contains(TestSite.START);
    site.clock.advance(WEEK);
    sprints().complete(boss, sprint.id(), Optional.empty());
    SprintData completed = site.jira.boards().sprint(boss, sprint.id()).orElseThrow();
    assertThat(completed.state()).isEqualTo(State.CLOSED);
    assertThat(completed.completed()).contains(TestSite.START.plus(WEEK));
    assertThat(completed.end()).contains(TestSite.START.plus(WEEK.multipliedBy(2)));
    assertThat(told())
        .containsExactly(
            new Told(Change.CREATED, "One"),
            new Told(Change.STARTED, "One"),
            new Told(Change.CLOSED, "One"));
  }

  @Test
  public void joiningAndLeavingIsHistoryAndAnEvent() {
    SprintData sprint = sprint("One");
    move(sprint, "APP-1");
    assertThat(sprintsOf("APP-1")).containsExactly("One");
    sprints().move(dev, ids("APP-1"), Optional.empty());
    assertThat(sprintsOf("APP-1")).isEmpty();
    String id = Long.toString(sprint.id());
    assertThat(history("APP-1", "Sprint"))
        .extracting(
            ChangeItemBean::getFieldType,
            ChangeItemBean::getFrom,
            ChangeItemBean::getFromString,
            ChangeItemBean::getTo,
            ChangeItemBean::getToString)
        .containsExactly(tuple("custom", "", "", id, "One"), tuple("custom", id, "One", "", ""));
    assertThat(site.events)
        .filteredOn(IssueEvent.class::isInstance)
        .extracting(event -> ((IssueEvent) event).getEventTypeId())
        .containsExactly(EventType.ISSUE_UPDATED_ID, EventType.ISSUE_UPDATED_ID);
  }

  @Test
  public void whatIsThereAlreadyIsNotMoved() {
    SprintData sprint = sprint("One");
    move(sprint, "APP-1");
    site.events.clear();
    move(sprint, "APP-1");
    assertThat(site.events).isEmpty();
    assertThat(history("APP-1", "Sprint")).hasSize(1);
  }

  @Test
  public void theUnfinishedGoOnAndKeepTheCompletedSprint() {
    SprintData one = started("One", "APP-1", "APP-2");
    SprintData two = sprint("Two");
    site.jira.workflow().transition(dev, issue("APP-1").getId(), DONE, null);
    site.clock.advance(WEEK);
    assertThat(sprints().complete(boss, one.id(), Optional.of(two.id())))
        .containsExactlyElementsOf(ids("APP-2"));
    assertThat(sprintsOf("APP-1")).containsExactly("One");
    assertThat(sprintsOf("APP-2")).containsExactly("One", "Two");
    assertThat(history("APP-2", "Sprint"))
        .last()
        .extracting(
            ChangeItemBean::getFrom,
            ChangeItemBean::getFromString,
            ChangeItemBean::getTo,
            ChangeItemBean::getToString)
        .containsExactly(Long.toString(one.id()), "One", one.id() + ", " + two.id(), "One, Two");
  }

  @Test
  public void goingToTheBacklogAtCompletionLeavesNoHistory() {
    SprintData one = started("One", "APP-2");
    site.events.clear();
    sprints().complete(boss, one.id(), Optional.empty());
    assertThat(sprintsOf("APP-2")).containsExactly("One");
    assertThat(history("APP-2", "Sprint")).hasSize(1);
    assertThat(site.events).containsExactly(new Told(Change.CLOSED, "One"));
  }

  @Test
  public void theSprintFieldOfAnIssueCanBeEdited() {
    SprintData sprint = sprint("One");
    site.jira.operations().edit(dev, issue("APP-1").getId(), Map.of(SPRINT, sprint.id()));
    assertThat(sprintsOf("APP-1")).containsExactly("One");
    Issue created =
        site.jira
            .operations()
            .create(
                dev,
                Map.of(
                    "project",
                    Map.of("key", "APP"),
                    "issuetype",
                    Map.of("name", "Task"),
                    "summary",
                    "Planned from the start",
                    SPRINT,
                    sprint.id()));
    assertThat(sprintsOf(created.getKey())).containsExactly("One");
    isRefused(
        400,
        "no sprint 99",
        () -> site.jira.operations().edit(dev, created.getId(), Map.of(SPRINT, 99)));
    isRefused(
        400,
        "sprint of its parent",
        () ->
            site.jira.operations().edit(dev, issue("APP-4").getId(), Map.of(SPRINT, sprint.id())));
  }

  @Test
  public void anIssueBelongsToAnEpic() {
    Issue epic =
        site.jira
            .operations()
            .create(
                dev,
                Map.of(
                    "project", Map.of("key", "APP"),
                    "issuetype", Map.of("name", "Epic"),
                    "summary", "Passkeys"));
    long id = issue("APP-1").getId();
    site.jira.operations().edit(dev, id, Map.of(EPIC_LINK, epic.getKey()));
    CustomField field = site.get(CustomFieldManager.class).getCustomFieldObject(EPIC_LINK);
    assertThat(issue("APP-1").getCustomFieldValue(field)).isEqualTo(epic);
    assertThat(issue("APP-4").getParentId()).isEqualTo(id);
    assertThat(issue(epic.getKey()).getSubTaskObjects()).isEmpty();
    assertThat(history("APP-1", "Epic Link"))
        .singleElement()
        .extracting(ChangeItemBean::getTo, ChangeItemBean::getToString)
        .containsExactly(epic.getId().toString(), epic.getKey());
    isRefused(
        400,
        "no epic APP-2",
        () -> site.jira.operations().edit(dev, id, Map.of(EPIC_LINK, "APP-2")));
    isRefused(
        400,
        "Neither a sub-task nor an epic",
        () -> site.jira.operations().edit(dev, epic.getId(), Map.of(EPIC_LINK, epic.getKey())));
    Map<String, Object> none = new HashMap<>();
    none.put(EPIC_LINK, null);
    site.jira.operations().edit(dev, id, none);
    assertThat(issue("APP-1").getCustomFieldValue(field)).isNull();
    site.jira.operations().edit(dev, id, Map.of(EPIC_LINK, epic.getKey()));
    site.jira.operations().delete(boss, epic.getId());
    assertThat(issue("APP-1").getCustomFieldValue(field)).isNull();
  }

  @Test
  public void aDeletedIssueLeavesItsSprint() {
    SprintData one = started("One", "APP-1", "APP-2");
    site.jira.operations().delete(boss, issue("APP-2").getId());
    assertThat(sprints().complete(boss, one.id(), Optional.empty()))
        .containsExactlyElementsOf(ids("APP-1"));
  }

  @Test
  public void onlyOneSprintOfABoardIsActive() {
    started("One");
    SprintData two = sprint("Two");
    isRefused(400, "active sprint already", () -> sprints().start(boss, two.id(), twoWeeks()));
  }

  @Test
  public void aSprintIsStartedOnceAndCompletedOnce() {
    SprintData one = sprint("One");
    isRefused(400, "Only the active", () -> sprints().complete(boss, one.id(), Optional.empty()));
    isRefused(400, "planned end", () -> sprints().start(boss, one.id(), Draft.NOTHING));
    sprints().start(boss, one.id(), twoWeeks());
    isRefused(400, "Only a future", () -> sprints().start(boss, one.id(), twoWeeks()));
    isRefused(
        400, "being completed", () -> sprints().complete(boss, one.id(), Optional.of(one.id())));
    sprints().complete(boss, one.id(), Optional.empty());
    isRefused(400, "is completed", () -> move(one, "APP-1"));
    isRefused(400, "dates of a completed", () -> sprints().edit(boss, one.id(), twoWeeks()));
    assertThat(sprints().edit(boss, one.id(), draft("First")).name()).isEqualTo("First");
    assertThat(told()).last().isEqualTo(new Told(Change.UPDATED, "First"));
  }

  @Test
  public void aFutureSprintCanBeDeleted() {
    SprintData one = sprint("One");
    move(one, "APP-1");
    sprints().delete(boss, one.id());
    assertThat(sprintsOf("APP-1")).isEmpty();
    assertThat(site.jira.boards().sprintsOf(board.id())).isEmpty();
    assertThat(told()).last().isEqualTo(new Told(Change.DELETED, "One"));
    SprintData two = started("Two");
    isRefused(400, "Only a future", () -> sprints().delete(boss, two.id()));
  }

  @Test
  public void whatIsWrongIsNamed() {
    isRefused(400, "1 to 255", () -> sprint(" "));
    isRefused(400, "1 to 255", () -> sprint("x".repeat(256)));
    isRefused(
        400,
        "at most 1000",
        () ->
            sprints()
                .create(
                    boss,
                    board.id(),
                    new Draft(
                        Optional.of("One"),
                        Optional.of("x".repeat(1001)),
                        Optional.empty(),
                        Optional.empty())));
    Instant now = site.clock.instant();
    isRefused(
        400,
        "ends after its start",
        () ->
            sprints()
                .create(
                    boss,
                    board.id(),
                    new Draft(
                        Optional.of("One"), Optional.empty(), Optional.of(now), Optional.of(now))));
    SprintData one = sprint("One");
    isRefused(400, "is a sub-task", () -> move(one, "APP-4"));
    isRefused(404, "no sprint 99", () -> sprints().move(dev, ids("APP-1"), Optional.of(99L)));
    isRefused(404, "no sprint 99", () -> sprints().delete(boss, 99));
    isRefused(404, "no board 99", () -> sprints().create(boss, 99, draft("One")));
  }

  @Test
  public void whoMayNotDoItIsRefused() {
    SprintData one = sprint("One");
    isRefused(403, "MANAGE_SPRINTS", () -> sprints().create(dev, board.id(), draft("Two")));
    isRefused(403, "MANAGE_SPRINTS", () -> sprints().start(dev, one.id(), twoWeeks()));
    isRefused(
        403,
        "SCHEDULE_ISSUES",
        () -> sprints().move(site.user("guest"), ids("APP-1"), Optional.of(one.id())));
    isRefused(
        404,
        "no board",
        () -> sprints().move(site.user("out"), ids("APP-1"), Optional.of(one.id())));
    isRefused(404, "no board", () -> sprints().start(site.user("out"), one.id(), twoWeeks()));
  }

  @Test
  public void aBoardIsMade() {
    Board made = site.jira.boards().create(boss, "Only bugs", "APP", Optional.of("project = APP"));
    assertThat(made.jql()).isEqualTo("project = APP");
    assertThat(site.jira.boards().create(boss, "All", "LIB", Optional.empty()).jql())
        .startsWith("project = LIB");
    isRefused(
        403,
        "ADMINISTER_PROJECTS",
        () -> site.jira.boards().create(dev, "Mine", "APP", Optional.empty()));
    isRefused(404, "NONE", () -> site.jira.boards().create(boss, "Mine", "NONE", Optional.empty()));
    isRefused(400, "1 to 255", () -> site.jira.boards().create(boss, " ", "APP", Optional.empty()));
    isRefused(
        400,
        "Expecting a value",
        () -> site.jira.boards().create(boss, "Bad", "APP", Optional.of("project = =")));
  }

  @Test
  public void withoutJiraSoftwareThereAreNoSuchFieldsAndNoEvents() {
    try (TestSite bare = new TestSite()) {
      bare.load(Team.FILE);
      ApplicationUser user = bare.user("boss");
      CustomFieldManager fields = bare.get(CustomFieldManager.class);
      assertThat(fields.getCustomFieldObject(SPRINT)).isNull();
      assertThat(fields.getCustomFieldObjects())
          .extracting(CustomField::getName)
          .containsExactly("Story Points");
      long boardId = bare.jira.boards().boards(user).get(0).id();
      bare.jira.sprints().create(user, boardId, draft("Unheard"));
      assertThat(bare.events).isEmpty();
      long id = bare.get(IssueManager.class).getIssueObject("APP-1").getId();
      isRefused(
          400, "cannot be set", () -> bare.jira.operations().edit(user, id, Map.of(SPRINT, 1)));
    }
  }

  @Test
  public void sprintsAndEpicsAreImported() {
    site.load(
        """
        {'projects':[{'key':'NEW','name':'New','roles':{'Administrators':{'users':['boss']}},
         'issues':[
          {'key':'NEW-1','summary':'Epic','issueType':'Epic'},
          {'key':'NEW-2','summary':'Story','customFieldValues':[
            {'fieldName':'Epic Link','fieldType':'com.pyxis.greenhopper.jira:gh-epic-link',
             'value':'NEW-1'},
            {'fieldName':'Sprint','fieldType':'com.pyxis.greenhopper.jira:gh-sprint','value':[
              {'name':'Old','state':'CLOSED','startDate':'P-30D','endDate':'P-16D',
               'completeDate':'P-15D'},
              {'name':'Now','state':'ACTIVE','startDate':'P-1D','endDate':'P13D','goal':'Ship',
               'rapidViewId':7}]}],
           'history':[{'created':'P-15D','items':[{'fieldType':'custom','field':'Sprint',
             'from':'1','fromString':'Old','to':'1, 2','toString':'Old, Now'}]}]}]}]}
        """);
    assertThat(sprintsOf("NEW-2")).containsExactly("Old", "Now");
    Board made =
        site.jira.boards().boards(boss).stream()
            .filter(each -> each.name().equals("NEW board"))
            .findFirst()
            .orElseThrow();
    List<SprintData> all = site.jira.boards().sprintsOf(made.id());
    assertThat(all)
        .extracting(SprintData::name, SprintData::state, SprintData::goal)
        .containsExactly(tuple("Old", State.CLOSED, ""), tuple("Now", State.ACTIVE, "Ship"));
    assertThat(history("NEW-2", "Sprint"))
        .singleElement()
        .extracting(ChangeItemBean::getFrom, ChangeItemBean::getTo)
        .containsExactly(Long.toString(all.get(0).id()), all.get(0).id() + ", " + all.get(1).id());
    assertThat(
            issue("NEW-2")
                .getCustomFieldValue(
                    site.get(CustomFieldManager.class).getCustomFieldObject(EPIC_LINK)))
        .isEqualTo(issue("NEW-1"));
  }

  @Test
  public void whatIsWrongWithImportedSprintsIsSaid() {
    assertThatThrownBy(() -> site.load(importing("{'name':'X','state':'LATER'}")))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("FUTURE, ACTIVE or CLOSED");
    assertThatThrownBy(() -> site.load(importing("{'name':'X','state':'ACTIVE'}")))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("startDate");
    assertThatThrownBy(() -> site.load(importing("{'state':'FUTURE'}")))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("'name' is missing");
    assertThatThrownBy(() -> site.load(importing("{'colour':'red'}")))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("unknown field");
    assertThatThrownBy(
            () ->
                site.load(
                    "{'projects':[{'key':'NEW','name':'New','issues':[{'summary':'Story',"
                        + "'customFieldValues':[{'fieldName':'Epic Link','fieldType':"
                        + "'com.pyxis.greenhopper.jira:gh-epic-link','value':'NEW-9'}]}]}]}"))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("no epic 'NEW-9'");
  }

  private static String importing(String sprint) {
    return "{'projects':[{'key':'NEW','name':'New','issues':[{'summary':'Story',"
        + "'customFieldValues':[{'fieldName':'Sprint','fieldType':"
        + "'com.pyxis.greenhopper.jira:gh-sprint','value':["
        + sprint
        + "]}]}]}]}";
  }
}
