package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueState;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkSpan;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.PastWork;
import io.bearings.progress.WorkLinks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredPastWorkTest {
  private static final Instant THEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Edit BY_ANNA = new Edit(new Person("anna"), THEN);

  private final TestDatabase database;
  private final StoredObjectives objectives;
  private final StoredWorkLinks workLinks;
  private final StoredHistories histories;
  private final StoredPastWork pastWork;
  private long one;
  private long other;

  public StoredPastWorkTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    objectives = new StoredObjectives(database.database());
    workLinks = new StoredWorkLinks(database.database());
    histories = new StoredHistories(database.database());
    pastWork = new StoredPastWork(database.database(), histories);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void twoKeyResults() {
    one = addKeyResult();
    other = addKeyResult();
  }

  private long addKeyResult() {
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

  @After
  public void close() {
    database.close();
  }

  @Test
  public void knowsEveryIssueThatALinkEverLedTo() {
    // Issue 3 was in the sprint once, and is in the epic; 4 is nowhere.
    histories.replace(
        List.of(
            kept(1, place(Set.of(), Optional.empty())),
            kept(2, place(Set.of(), Optional.empty())),
            kept(3, place(Set.of(12L), Optional.empty()), place(Set.of(), Optional.of(500L))),
            kept(4, place(Set.of(), Optional.empty()))));
    long linkId = link(one, new LinkTarget.Issue(1), 1).linkId();
    link(one, new LinkTarget.Sprint(12));
    link(other, new LinkTarget.Query("project = A"), 2);
    link(other, new LinkTarget.Epic(500), 3);
    workLinks.end(one, linkId, new Edit(new Person("anna"), THEN.plusSeconds(60)));

    Map<Long, PastWork.Linked> linked = pastWork.linkedTo(List.of(one, other));

    assertThat(linked).containsOnlyKeys(one, other);
    assertThat(linked.get(one).issues())
        .extracting(IssueHistory::issueId)
        .containsExactlyInAnyOrder(1L, 3L);
    assertThat(linked.get(other).issues())
        .extracting(IssueHistory::issueId)
        .containsExactlyInAnyOrder(2L, 3L);
    assertThat(linked.get(one).links().get(0).ended()).contains(THEN.plusSeconds(60));
    assertThat(linked.get(other).links().get(0).kind()).isEqualTo(LinkKind.JQL);
    assertThat(linked.get(other).links().get(0).stays()).hasSize(1);
    assertThat(pastWork.linkedTo(List.of(one)).get(one)).isEqualTo(linked.get(one));
  }

  @Test
  public void tellsSinceWhenAndUntilWhenAQueryFoundAnIssue() {
    Instant later = THEN.plusSeconds(60);
    Instant last = THEN.plusSeconds(90);
    long query = link(one, new LinkTarget.Query("project = A"), 1, 2).linkId();
    long sprint = link(one, new LinkTarget.Sprint(12)).linkId();
    workLinks.hits(query, List.of(state(3)), List.of(1L), later);
    workLinks.hits(query, List.of(state(1)), List.of(), last);
    workLinks.end(one, sprint, new Edit(new Person("bert"), later));

    assertThat(pastWork.linkedTo(List.of(one)).get(one).links())
        .containsExactly(
            new LinkSpan(
                LinkKind.JQL,
                0,
                THEN,
                Optional.empty(),
                List.of(
                    new LinkSpan.Stay(1, Optional.empty(), Optional.of(later)),
                    new LinkSpan.Stay(2, Optional.empty(), Optional.empty()),
                    new LinkSpan.Stay(3, Optional.of(later), Optional.empty()),
                    new LinkSpan.Stay(1, Optional.of(last), Optional.empty()))),
            new LinkSpan(LinkKind.SPRINT, 12, THEN, Optional.of(later), List.of()));
  }

  @Test
  public void anIssueWithoutAHistoryIsLeftOut() {
    link(one, new LinkTarget.Issue(1), 1);

    assertThat(pastWork.linkedTo(List.of(one, other))).containsOnlyKeys(one);
    assertThat(pastWork.linkedTo(List.of(one)).get(one).issues()).isEmpty();
    assertThat(pastWork.linkedTo(List.of())).isEmpty();
  }

  private WorkLinks.Added link(long keyResultId, LinkTarget target, long... issueIds) {
    return workLinks.add(
        keyResultId,
        target,
        Optional.empty(),
        Arrays.stream(issueIds).mapToObj(StoredPastWorkTest::state).toList(),
        BY_ANNA);
  }

  private static IssueState state(long id) {
    return new IssueState(
        id, "A-" + id, 7, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), THEN);
  }

  private static KeptHistory kept(long issueId, IssueSnapshot... states) {
    List<KeptHistory.Step> steps = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      steps.add(new KeptHistory.Step(i, THEN.plusSeconds(i), states[i], "1"));
    }
    return new KeptHistory(issueId, steps, Optional.empty());
  }

  private static IssueSnapshot place(Set<Long> sprintIds, Optional<Long> epicId) {
    return new IssueSnapshot(
        7,
        "10000",
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        sprintIds,
        Set.of(),
        epicId,
        Optional.empty());
  }
}
