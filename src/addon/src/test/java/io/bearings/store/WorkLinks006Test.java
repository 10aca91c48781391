package io.bearings.store;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import io.bearings.flow.StatusCategory;
import io.bearings.jira.HostService;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueState;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.Links;
import io.bearings.progress.WorkLink;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class WorkLinks006Test {
  private static final Edit BY_ANNA = new Edit(new Person("anna"), Instant.EPOCH);

  private static final List<String> NEW =
      List.of(
          Tables.WORK_LINK,
          Tables.QUERY_HIT,
          Tables.CONTRIBUTION,
          Tables.FIGURE,
          Tables.ISSUE_STATE,
          Tables.MEMBERSHIP);

  private final TestDatabase database;
  private final ActiveObjects ao;
  private final StoredLinks links;
  private final StoredWorkLinks workLinks;

  public WorkLinks006Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
    ao = database.activeObjects();
    links = new StoredLinks(database.database(), Clock.systemUTC());
    workLinks = new StoredWorkLinks(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void theFifthModel() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      Tables tables = Tables.in(connection).orElseThrow();
      for (String table : NEW) {
        statement.execute(tables.sql("drop table {" + table + "}"));
      }
    }
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void isTheSixthModel() {
    assertThat(new WorkLinks006().getModelVersion()).isEqualTo(ModelVersion.valueOf("6"));
  }

  @Test
  public void copiesEveryLinkWithItsIssue() {
    link(7, 40, "DONE", "10000", 3.5, 1_000);
    link(7, 3, "TO_DO", null, null, 2_000);
    link(8, 40, "DONE", "10000", 3.5, 1_000);

    upgrade(database.services(), 10_000);

    assertThat(workLinks.linksOf(7)).containsExactly(workLink(1, 7, 40), workLink(2, 7, 3));
    assertThat(workLinks.linksOf(8)).extracting(WorkLink::target).containsExactly(issue(40));
    assertThat(links.ofKeyResult(7))
        .containsExactly(
            new Links.Link(1, 40, StatusCategory.DONE, Optional.of(new BigDecimal("3.5"))),
            new Links.Link(2, 3, StatusCategory.TO_DO, Optional.empty()));
    assertThat(sizes()).containsEntry("LINK", 0L).containsEntry("CONTRIBUTION", 3L);
  }

  @Test
  public void whatWasCopiedCanBeEndedAndLinkedAgain() {
    long keyResultId = keyResult();
    link(keyResultId, 40, "DONE", "10000", 3.5, 1_000);
    upgrade(database.services(), 10_000);

    assertThat(issuesOf(keyResultId)).isEqualTo(1);
    assertThat(links.attach(keyResultId, List.of(state(40)), BY_ANNA).already())
        .containsExactly(40L);
    assertThat(links.detach(keyResultId, 1, BY_ANNA)).isTrue();
    assertThat(issuesOf(keyResultId)).isZero();
    assertThat(links.attach(keyResultId, List.of(state(40)), BY_ANNA).attached())
        .containsOnlyKeys(40L);
  }

  @Test
  public void goesOnWhereItWasKilled() {
    LongStream.rangeClosed(1, 10).forEach(id -> link(7, id, "TO_DO", null, null, id));

    assertThatThrownBy(() -> upgrade(dyingAfter(2), 3)).isInstanceOf(Refusal.Unavailable.class);
    assertThat(sizes()).containsEntry("LINK", 4L).containsEntry("WORK_LINK", 6L);

    upgrade(database.services(), 3);

    assertThat(sizes()).containsEntry("LINK", 0L).containsEntry("CONTRIBUTION", 10L);
    assertThat(workLinks.linksOf(7))
        .extracting(each -> each.target().id())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    upgrade(database.services(), 3);
    assertThat(sizes()).containsEntry("WORK_LINK", 10L);
  }

  @Test
  public void aRangeIsCopiedWholeOrNotAtAll() {
    link(7, 1, "TO_DO", null, null, 1);
    ao.migrate(ContributionEntity.class);
    Map<String, Object> inTheWay = new HashMap<>();
    inTheWay.put("KEY_RESULT_ID", 7L);
    inTheWay.put("ISSUE_ID", 1L);
    inTheWay.put("ISSUE_PROJECT_ID", 1L);
    inTheWay.put("COUNTS", 1);
    inTheWay.put("STATUS_CATEGORY", "TO_DO");
    inTheWay.put("ISSUE_UPDATED", 1L);
    inTheWay.put("NATURAL_KEY", "7:1");
    ao.create(ContributionEntity.class, inTheWay);

    assertThatThrownBy(() -> upgrade(database.services(), 3))
        .isInstanceOf(Refusal.Unavailable.class)
        .hasRootCauseInstanceOf(SQLException.class);
    assertThat(sizes()).containsEntry("LINK", 1L).containsEntry("WORK_LINK", 0L);
  }

  @Test
  public void needsNoExecutorWhereThereIsNothingToCopy() {
    upgrade(mock(HostService.class), 10_000);
    assertThat(sizes())
        .containsOnlyKeys(Tables.ALL)
        .allSatisfy((table, size) -> assertThat(size).isZero());
  }

  /** A Jira that goes down after so many transactions. */
  private HostService dyingAfter(int transactions) {
    AtomicInteger begun = new AtomicInteger();
    HostService services = mock(HostService.class);
    when(services.find(TransactionalExecutorFactory.class))
        .thenAnswer(
            call ->
                begun.incrementAndGet() > transactions
                    ? Optional.empty()
                    : database.services().find(TransactionalExecutorFactory.class));
    return services;
  }

  private void upgrade(HostService services, long range) {
    new WorkLinks006(services, range).upgrade(ModelVersion.valueOf("5"), ao);
  }

  private Map<String, Long> sizes() {
    return database.database().sizes().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, each -> each.getValue().rows()));
  }

  private int issuesOf(long keyResultId) {
    List<KeyResult> keyResult =
        new StoredObjectives(database.database()).keyResult(keyResultId).stream().toList();
    return links.workOf(keyResult).get(keyResultId).progress().issues();
  }

  private long keyResult() {
    StoredObjectives objectives = new StoredObjectives(database.database());
    upgrade(database.services(), 10_000);
    long objectiveId =
        objectives
            .add(
                new NewObjective(
                    3, Optional.empty(), ObjectiveContent.of("Title", "", "anna"), Okrs.ACTIVE),
                List.of(),
                BY_ANNA)
            .id();
    return objectives
        .add(
            objectiveId,
            new NewKeyResult(
                KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, WeightBy.ISSUES),
                Okrs.ACTIVE),
            BY_ANNA)
        .id();
  }

  private void link(
      long keyResultId,
      long issueId,
      String category,
      String resolutionId,
      Double points,
      long updated) {
    Map<String, Object> row = new HashMap<>();
    row.put("KEY_RESULT_ID", keyResultId);
    row.put("ISSUE_ID", issueId);
    row.put("ISSUE_PROJECT_ID", 100L);
    row.put("STATUS_CATEGORY", category);
    row.put("RESOLUTION_ID", resolutionId);
    row.put("POINTS", points);
    row.put("ISSUE_UPDATED", updated);
    row.put("CREATED_BY", "anna");
    row.put("CREATED_AT", 5L);
    row.put("NATURAL_KEY", keyResultId + ":" + issueId);
    ao.create(LinkEntity.class, row);
  }

  private static WorkLink workLink(long id, long keyResultId, long issueId) {
    return new WorkLink(
        id,
        keyResultId,
        issue(issueId),
        Optional.empty(),
        "anna",
        Instant.ofEpochMilli(5),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static LinkTarget issue(long id) {
    return new LinkTarget.Issue(id);
  }

  private static IssueState state(long id) {
    return new IssueState(
        id,
        "DEMO-" + id,
        100,
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
