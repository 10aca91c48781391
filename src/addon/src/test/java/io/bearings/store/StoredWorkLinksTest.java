package io.bearings.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.IssueState;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.Links;
import io.bearings.progress.WorkLink;
import io.bearings.progress.WorkLinks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredWorkLinksTest {
  private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATER = THEN.plusSeconds(60);
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, THEN);
  private static final Edit BY_BERT = new Edit(new Person("bert"), LATER);
  private static final LinkTarget QUERY = new LinkTarget.Query("project = DEMO");
  private static final LinkTarget SPRINT = new LinkTarget.Sprint(12);
  private static final LinkTarget EPIC = new LinkTarget.Epic(500);
  private static final Optional<String> SENTENCE = Optional.of("Fewer people call us");

  private final TestDatabase database;
  private final StoredObjectives objectives;
  private final StoredLinks links;
  private final StoredWorkLinks workLinks;
  private long objectiveId;
  private long keyResult;
  private long other;

  public StoredWorkLinksTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    objectives = new StoredObjectives(database.database());
    links = new StoredLinks(database.database(), Clock.systemUTC());
    workLinks = new StoredWorkLinks(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void twoKeyResults() {
    objectiveId =
        objectives
            .add(
                new NewObjective(
                    3, Optional.empty(), ObjectiveContent.of("Title", "", "anna"), Okrs.ACTIVE),
                List.of(),
                BY_ANNA)
            .id();
    keyResult = addKeyResult();
    other = addKeyResult();
  }

  private IssueProgress reached() {
    return links
        .workOf(objectives.keyResult(keyResult).stream().toList())
        .get(keyResult)
        .progress();
  }

  private long addKeyResult() {
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
  public void keepsEveryKindOfLink() {
    List<LinkTarget> targets =
        List.of(new LinkTarget.Issue(1), EPIC, QUERY, SPRINT, new LinkTarget.Version(7));
    for (LinkTarget target : targets) {
      assertThat(add(keyResult, target).isNew()).isTrue();
    }
    List<WorkLink> all = workLinks.linksOf(keyResult);
    assertThat(all).extracting(WorkLink::target).containsExactlyElementsOf(targets);
    assertThat(all)
        .allSatisfy(
            link -> {
              assertThat(link.keyResultId()).isEqualTo(keyResult);
              assertThat(link.sentence()).isEqualTo(SENTENCE);
              assertThat(link.createdBy()).isEqualTo("anna");
              assertThat(link.createdAt()).isEqualTo(THEN);
              assertThat(link.endedAt()).isEmpty();
              assertThat(link.problem()).isEmpty();
              assertThat(link.checkedAt().isPresent()).isEqualTo(link.target().equals(QUERY));
            });
    assertThat(workLinks.linksOf(other)).isEmpty();
    assertThat(contributions(keyResult)).containsOnly(Map.entry(1L, true));
  }

  private WorkLinks.Added add(long keyResultId, LinkTarget target, IssueState... members) {
    List<IssueState> all =
        target instanceof LinkTarget.Issue issue ? List.of(issue(issue.id())) : List.of(members);
    return workLinks.add(keyResultId, target, SENTENCE, all, BY_ANNA);
  }

  @Test
  public void whatIsLinkedAlreadyStaysAsItIs() {
    for (LinkTarget target : List.of(QUERY, SPRINT, new LinkTarget.Issue(1))) {
      WorkLinks.Added first = add(keyResult, target);
      WorkLinks.Added again =
          workLinks.add(keyResult, target, Optional.empty(), List.of(issue(9)), BY_BERT);
      assertThat(again).isEqualTo(new WorkLinks.Added(first.linkId(), false));
    }
    assertThat(workLinks.linksOf(keyResult))
        .hasSize(3)
        .extracting(WorkLink::sentence)
        .containsOnly(SENTENCE);
    assertThat(contributions(keyResult)).containsOnlyKeys(1L);
    assertThat(add(keyResult, new LinkTarget.Query("project = OPS")).isNew()).isTrue();
    assertThat(add(other, QUERY).isNew()).isTrue();
  }

  @Test
  public void keepsAQueryOfAnyLength() {
    LinkTarget.Query query = new LinkTarget.Query("key in (" + "DEMO-1, ".repeat(3_000) + "X)");
    add(keyResult, query);
    assertThat(workLinks.linksOf(keyResult)).extracting(WorkLink::target).containsExactly(query);
  }

  @Test
  public void anIssueThatIsReachedInSeveralWaysContributesOnceUntilTheLastIsEnded() {
    inSprints(1, 12);
    long byIssue = add(keyResult, new LinkTarget.Issue(1)).linkId();
    long byQuery = add(keyResult, QUERY, issue(1), issue(2)).linkId();
    long bySprint = add(keyResult, SPRINT, issue(1)).linkId();
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true, 2L, true));

    assertThat(workLinks.end(keyResult, byIssue, BY_BERT)).isTrue();
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true, 2L, true));
    assertThat(workLinks.end(keyResult, byQuery, BY_BERT)).isTrue();
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true));
    assertThat(workLinks.end(keyResult, bySprint, BY_BERT)).isTrue();
    assertThat(contributions(keyResult)).isEmpty();
  }

  @Test
  public void endsOnlyALinkOfTheKeyResultAndOnlyOnce() {
    long linkId = add(keyResult, SPRINT).linkId();
    assertThat(workLinks.end(other, linkId, BY_BERT)).isFalse();
    assertThat(workLinks.end(keyResult, linkId, BY_BERT)).isTrue();
    assertThat(workLinks.end(keyResult, linkId, BY_BERT)).isFalse();
    assertThatThrownBy(() -> workLinks.end(99, linkId, BY_BERT))
        .isInstanceOf(Refusal.NotFound.class);
    assertThat(workLinks.linksOf(keyResult)).isEmpty();
    assertThat(workLinks.everOf(keyResult))
        .extracting(WorkLink::endedAt)
        .containsExactly(Optional.of(LATER));
  }

  @Test
  public void theSameWorkCanBeLinkedAgainAndAgain() {
    for (int i = 0; i < 3; i++) {
      long linkId = add(keyResult, QUERY, issue(1)).linkId();
      assertThat(contributions(keyResult)).containsOnlyKeys(1L);
      assertThat(workLinks.end(keyResult, linkId, BY_BERT)).isTrue();
      assertThat(contributions(keyResult)).isEmpty();
    }
    assertThat(workLinks.everOf(keyResult)).hasSize(3);
    assertThat(workLinks.linksOf(keyResult)).isEmpty();
  }

  @Test
  public void whatWasEndedByMistakeComesBack() {
    long linkId = add(keyResult, QUERY, issue(1), issue(2)).linkId();
    WorkLink before = workLinks.linksOf(keyResult).get(0);
    workLinks.end(keyResult, linkId, BY_BERT);

    assertThat(workLinks.restore(other, linkId, List.of(), BY_BERT)).isFalse();
    assertThat(workLinks.restore(keyResult, linkId, List.of(issue(2), issue(3)), BY_BERT)).isTrue();
    assertThat(workLinks.restore(keyResult, linkId, List.of(issue(2)), BY_BERT)).isFalse();

    WorkLink after = workLinks.linksOf(keyResult).get(0);
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.createdAt()).isEqualTo(before.createdAt());
    assertThat(after.checkedAt()).contains(LATER);
    assertThat(contributions(keyResult)).containsOnlyKeys(2L, 3L);
    assertThat(workLinks.found(linkId)).containsExactlyInAnyOrder(2L, 3L);
    assertThat(add(keyResult, QUERY).isNew()).isFalse();
  }

  @Test
  public void aQueryThatIsTakenOverFindsWhatItsNewAuthorMayBrowse() {
    long linkId = add(keyResult, QUERY, issue(1), issue(2)).linkId();
    long issueId = add(keyResult, new LinkTarget.Issue(1)).linkId();
    workLinks.problem(linkId, Optional.of("nobodyAsks"), THEN);

    assertThat(workLinks.takeOver(other, linkId, List.of(), BY_BERT)).isFalse();
    assertThat(workLinks.takeOver(keyResult, issueId, List.of(), BY_BERT)).isFalse();
    assertThat(workLinks.takeOver(keyResult, linkId, List.of(issue(3)), BY_BERT)).isTrue();

    WorkLink after = workLinks.linksOf(keyResult).get(0);
    assertThat(after.createdBy()).isEqualTo("bert");
    assertThat(after.createdAt()).isEqualTo(THEN);
    assertThat(after.checkedAt()).contains(LATER);
    assertThat(after.problem()).isEmpty();
    assertThat(workLinks.found(linkId)).containsExactly(3L);
    assertThat(contributions(keyResult)).containsOnlyKeys(1L, 3L);
    workLinks.end(keyResult, linkId, BY_BERT);
    assertThat(workLinks.takeOver(keyResult, linkId, List.of(), BY_BERT)).isFalse();
  }

  @Test
  public void tellsWhichPlacesAreLinked() {
    assertThat(workLinks.placesInForce()).isEmpty();
    add(keyResult, QUERY);
    add(keyResult, new LinkTarget.Issue(1));
    add(keyResult, SPRINT);
    add(other, SPRINT);
    long ended = add(keyResult, EPIC).linkId();
    add(other, new LinkTarget.Version(7));
    workLinks.end(keyResult, ended, BY_BERT);

    assertThat(workLinks.placesInForce())
        .containsExactlyInAnyOrder(SPRINT, new LinkTarget.Version(7));
  }

  @Test
  public void tellsWhoCameIntoAPlaceAndWhoLeftIt() {
    inSprints(1, 12);
    inSprints(2, 12);
    inSprints(3, 12);
    wereInSprint(12, 1, 2, 3, 4);
    add(keyResult, SPRINT, issue(1), issue(2));
    add(other, new LinkTarget.Sprint(13), issue(9));
    inSprints(2);
    inSprints(4, 13);

    assertThat(workLinks.comingAndGoing(List.of(1L, 2L, 3L, 4L)))
        .isEqualTo(Map.of(keyResult, Set.of(2L, 3L)));
    assertThat(workLinks.comingAndGoing(List.of(1L))).isEmpty();
    assertThat(workLinks.comingAndGoing(List.of())).isEmpty();
    assertThat(workLinks.everIn(SPRINT)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(workLinks.everIn(EPIC)).isEmpty();

    workLinks.settle(List.of(keyResult), List.of(issue(2), issue(3)));
    assertThat(contributions(keyResult)).containsOnlyKeys(1L, 3L);
    assertThat(workLinks.comingAndGoing(List.of(1L, 2L, 3L, 4L))).isEmpty();
  }

  @Test
  public void countsWhatEachLinkBrings() {
    inSprints(1, 12);
    inSprints(2, 12);
    inSprints(3, 13);
    long sprint = add(keyResult, SPRINT, issue(1), issue(2)).linkId();
    long query = add(keyResult, QUERY, issue(2), issue(3)).linkId();
    long single = add(keyResult, new LinkTarget.Issue(1)).linkId();
    add(keyResult, EPIC);
    long ended = add(keyResult, new LinkTarget.Issue(4)).linkId();
    workLinks.end(keyResult, ended, BY_BERT);

    assertThat(workLinks.broughtBy(keyResult)).isEqualTo(Map.of(sprint, 2, query, 2, single, 1));
    assertThat(workLinks.broughtBy(other)).isEmpty();
  }

  @Test
  public void tellsByWhatAnIssueIsReachedNow() {
    inSprints(1, 12);
    inSprints(2, 12);
    wereInSprint(12, 1, 2, 5);
    wereInSprint(13, 1);
    long sprint = add(keyResult, SPRINT, issue(1), issue(2)).linkId();
    add(keyResult, new LinkTarget.Sprint(13));
    long single = add(keyResult, new LinkTarget.Issue(1)).linkId();
    long query = add(other, QUERY, issue(1)).linkId();

    assertThat(links.ofIssue(1, ANNA))
        .extracting(Links.LinkPlace::id, Links.LinkPlace::target, it -> it.keyResult().id())
        .containsExactly(
            tuple(sprint, SPRINT, keyResult),
            tuple(single, new LinkTarget.Issue(1), keyResult),
            tuple(query, QUERY, other));
    assertThat(links.ofIssue(2, ANNA)).extracting(Links.LinkPlace::id).containsExactly(sprint);
    assertThat(links.ofIssue(5, ANNA)).as("no history says that it is there").isEmpty();

    workLinks.hits(query, List.of(), List.of(1L), LATER);
    workLinks.end(keyResult, single, BY_BERT);
    assertThat(links.ofIssue(1, ANNA)).extracting(Links.LinkPlace::id).containsExactly(sprint);
    inSprints(1);
    assertThat(links.ofIssue(1, ANNA)).as("it has left the sprint").isEmpty();
    workLinks.end(keyResult, sprint, BY_BERT);
    assertThat(links.ofIssue(2, ANNA)).isEmpty();
  }

  @Test
  public void aSubTaskServesNothingByASprintThatItIsIn() {
    inSprints(2, 12);
    wereInSprint(12, 2);
    add(keyResult, SPRINT, issue(1), subTask(2, 1));
    assertThat(links.ofIssue(2, ANNA)).isEmpty();
  }

  private void wereInSprint(long sprintId, long... issueIds) {
    database
        .database()
        .write(
            session -> {
              for (long issueId : issueIds) {
                session.insertAll(
                    Tables.MEMBERSHIP, List.of(new Place(LinkKind.SPRINT, sprintId).row(issueId)));
              }
              return sprintId;
            });
  }

  @Test
  public void whatIsLinkedAgainMeanwhileDoesNotComeBack() {
    long linkId = add(keyResult, SPRINT, issue(1)).linkId();
    workLinks.end(keyResult, linkId, BY_BERT);
    long again = add(keyResult, SPRINT, issue(1)).linkId();
    assertThat(workLinks.restore(keyResult, linkId, List.of(issue(1)), BY_BERT)).isFalse();
    workLinks.end(keyResult, again, BY_BERT);
    assertThat(workLinks.restore(keyResult, linkId, List.of(issue(1)), BY_BERT)).isTrue();
    assertThat(contributions(keyResult)).containsOnlyKeys(1L);
  }

  @Test
  public void aSubTaskCountsByTheRuleOfReach() {
    IssueState subTask = subTask(2, 1);
    long byQuery = add(keyResult, QUERY, subTask).linkId();
    assertThat(contributions(keyResult)).isEqualTo(Map.of(2L, true));

    long parent = add(keyResult, new LinkTarget.Issue(1)).linkId();
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true, 2L, false));
    assertThat(reached().issues()).isEqualTo(1);

    workLinks.add(keyResult, new LinkTarget.Issue(2), SENTENCE, List.of(subTask), BY_ANNA);
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true, 2L, true));

    workLinks.end(keyResult, linkTo(2), BY_BERT);
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true, 2L, false));
    workLinks.end(keyResult, parent, BY_BERT);
    assertThat(contributions(keyResult)).isEqualTo(Map.of(2L, true));
    workLinks.end(keyResult, byQuery, BY_BERT);
    assertThat(contributions(keyResult)).isEmpty();
  }

  @Test
  public void aSubTaskInASprintIsReachedAndDoesNotCount() {
    add(keyResult, SPRINT, issue(1), subTask(2, 1));
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true, 2L, false));
  }

  @Test
  public void aSubTaskThatGetsAnotherParentOrNoneCountsByThat() {
    inSprints(1, 12);
    inSprints(2, 12);
    add(keyResult, QUERY, issue(1), subTask(2, 1), subTask(3, 8));
    add(other, SPRINT, issue(1), subTask(2, 1));
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true, 2L, false, 3L, true));
    assertThat(workLinks.countedWrongly(List.of())).isEmpty();
    assertThat(workLinks.countedWrongly(List.of(1L, 2L, 3L, 8L))).isEmpty();

    links.rewrite(subTask(2, 8));
    links.rewrite(subTask(3, 1));
    assertThat(workLinks.countedWrongly(List.of(1L, 2L, 3L)))
        .isEqualTo(Map.of(keyResult, Set.of(2L, 3L)));
    workLinks.settle(List.of(keyResult), List.of(subTask(2, 8), subTask(3, 1)));
    assertThat(contributions(keyResult)).isEqualTo(Map.of(1L, true, 2L, true, 3L, false));

    links.rewrite(issue(2));
    assertThat(workLinks.countedWrongly(List.of(2L, 3L))).isEqualTo(Map.of(other, Set.of(2L)));
    workLinks.settle(List.of(other), List.of(issue(2)));
    assertThat(contributions(other)).containsEntry(2L, true);
    assertThat(workLinks.countedWrongly(List.of(1L, 2L, 3L))).isEmpty();
  }

  private long linkTo(long issueId) {
    return workLinks.inForce(List.of(new LinkTarget.Issue(issueId))).get(0).id();
  }

  @Test
  public void saysWhatChangesIfTheWorkIsCompleted() {
    long linkId = add(keyResult, SPRINT).linkId();
    Optional<String> sentence = Optional.of("S".repeat(450));
    assertThat(workLinks.describe(keyResult, linkId, sentence)).isTrue();
    assertThat(workLinks.linksOf(keyResult).get(0).sentence()).isEqualTo(sentence);
    assertThat(workLinks.describe(keyResult, linkId, Optional.empty())).isTrue();
    assertThat(workLinks.linksOf(keyResult).get(0).sentence()).isEmpty();
    assertThat(workLinks.describe(other, linkId, sentence)).isFalse();
    workLinks.end(keyResult, linkId, BY_BERT);
    assertThat(workLinks.describe(keyResult, linkId, sentence)).isFalse();
  }

  @Test
  public void findsTheLinksInForceToAnyOfSomeWork() {
    long sprint = add(keyResult, SPRINT).linkId();
    long epic = add(other, EPIC).linkId();
    add(other, QUERY);
    workLinks.end(other, add(other, SPRINT).linkId(), BY_BERT);
    assertThat(workLinks.inForce(List.of(SPRINT, EPIC, QUERY, new LinkTarget.Version(12))))
        .extracting(WorkLink::id)
        .containsExactly(sprint, epic);
    assertThat(workLinks.inForce(List.of(QUERY))).isEmpty();
    assertThat(workLinks.inForce(List.of())).isEmpty();
  }

  @Test
  public void pagesThroughTheQueriesInForce() {
    long first = add(keyResult, QUERY).linkId();
    add(keyResult, SPRINT);
    long ended = add(other, QUERY).linkId();
    long last = add(other, new LinkTarget.Query("project = OPS")).linkId();
    workLinks.end(other, ended, BY_BERT);
    assertThat(workLinks.queries(0, 1)).extracting(WorkLink::id).containsExactly(first);
    assertThat(workLinks.queries(first, 10)).extracting(WorkLink::id).containsExactly(last);
    assertThat(workLinks.queries(last, 10)).isEmpty();
  }

  @Test
  public void aLookAtAQuerySaysWhatCameAndWent() {
    long linkId = add(keyResult, QUERY, issue(1), issue(2)).linkId();

    assertThat(workLinks.hits(linkId, List.of(issue(2), issue(3)), List.of(1L, 8L), LATER))
        .isTrue();

    assertThat(contributions(keyResult)).containsOnlyKeys(2L, 3L);
    assertThat(workLinks.found(linkId)).containsExactlyInAnyOrder(2L, 3L);
    assertThat(workLinks.foundAmong(linkId, List.of(1L, 3L, 4L))).containsExactly(3L);
    assertThat(workLinks.linksOf(keyResult).get(0).checkedAt()).contains(LATER);

    assertThat(workLinks.hits(linkId, List.of(issue(1)), List.of(), LATER.plusSeconds(1))).isTrue();
    assertThat(contributions(keyResult)).containsOnlyKeys(1L, 2L, 3L);
  }

  @Test
  public void tellsWhichQueriesFindAnIssue() {
    long query = add(keyResult, QUERY, issue(1), issue(2)).linkId();
    long another = add(other, QUERY, issue(2), issue(3)).linkId();
    add(keyResult, new LinkTarget.Issue(2));
    assertThat(workLinks.finding(List.of(1L, 2L, 9L)))
        .isEqualTo(Map.of(query, Set.of(1L, 2L), another, Set.of(2L)));
    workLinks.hits(query, List.of(), List.of(2L), LATER);
    assertThat(workLinks.finding(List.of(2L))).isEqualTo(Map.of(another, Set.of(2L)));
    assertThat(workLinks.finding(List.of())).isEmpty();
  }

  @Test
  public void aLookAtWhatIsNoQueryInForceChangesNothing() {
    long sprint = add(keyResult, SPRINT).linkId();
    long ended = add(keyResult, QUERY).linkId();
    workLinks.end(keyResult, ended, BY_BERT);
    for (long linkId : List.of(sprint, ended, 999L)) {
      assertThat(workLinks.hits(linkId, List.of(issue(1)), List.of(), LATER)).isFalse();
    }
    assertThat(contributions(keyResult)).isEmpty();
  }

  @Test
  public void keepsWhyALookFailedUntilOneSucceeds() {
    long linkId = add(keyResult, QUERY, issue(1)).linkId();
    workLinks.problem(linkId, Optional.of("Field gone. ".repeat(50)), LATER);
    WorkLink failed = workLinks.linksOf(keyResult).get(0);
    assertThat(failed.problem().orElseThrow())
        .startsWith("Field gone.")
        .hasSize(WorkLinks.PROBLEM_LENGTH);
    assertThat(failed.checkedAt()).contains(LATER);
    assertThat(contributions(keyResult)).containsOnlyKeys(1L);
    workLinks.hits(linkId, List.of(), List.of(), LATER);
    assertThat(workLinks.linksOf(keyResult).get(0).problem()).isEmpty();
    workLinks.problem(linkId, Optional.of("Again"), LATER);
    workLinks.problem(linkId, Optional.empty(), LATER);
    assertThat(workLinks.linksOf(keyResult).get(0).problem()).isEmpty();
  }

  @Test
  public void issuesFollowTheirLatestStateInAndOutOfAPlace() {
    add(keyResult, SPRINT);
    add(other, EPIC);
    workLinks.settle(List.of(keyResult, other), List.of(issue(1)));
    assertThat(contributions(keyResult)).isEmpty();

    inSprints(1, 3, 12);
    workLinks.settle(List.of(keyResult, other), List.of(issue(1)));
    assertThat(contributions(keyResult)).containsOnlyKeys(1L);
    assertThat(contributions(other)).isEmpty();

    inSprints(1, 3, 120);
    workLinks.settle(List.of(keyResult, other), List.of(issue(1)));
    assertThat(contributions(keyResult)).isEmpty();
    workLinks.settle(List.of(), List.of(issue(1)));
    workLinks.settle(List.of(keyResult), List.of());
  }

  @Test
  public void statementsDoNotDependOnTheNumberOfIssues() {
    workLinks.linksOf(keyResult);
    for (int size : List.of(3, 1_500)) {
      IssueState[] members =
          LongStream.rangeClosed(1, size).mapToObj(id -> issue(id)).toArray(IssueState[]::new);
      List<Long> ids = LongStream.rangeClosed(1, size).boxed().toList();
      long target = addKeyResult();
      database.statements();
      long sprint = add(target, SPRINT, members).linkId();
      // The second time the objective has its figures already, so that two batches are needed.
      assertThat(database.statements()).as("add %s", size).isEqualTo(size == 3 ? 12 : 13);
      long query = add(target, QUERY, members).linkId();
      assertThat(database.statements()).as("query %s", size).isEqualTo(9);
      workLinks.end(target, sprint, BY_BERT);
      assertThat(database.statements()).as("end %s", size).isEqualTo(6);
      workLinks.hits(query, List.of(), ids, LATER);
      assertThat(database.statements()).as("hits %s", size).isEqualTo(11);
    }
  }

  @Test
  public void linksNothingToAKeyResultThatIsNotThere() {
    assertThatThrownBy(() -> add(99, SPRINT)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> links.attach(99, List.of(issue(1)), BY_ANNA))
        .isInstanceOf(Refusal.NotFound.class);
    assertThat(workLinks.everOf(99)).isEmpty();
  }

  @Test
  public void aDeletedIssueIsFoundNoMore() {
    long query = add(keyResult, QUERY, issue(1), issue(2)).linkId();
    add(keyResult, new LinkTarget.Issue(1));
    links.forgetIssue(1);
    assertThat(contributions(keyResult)).containsOnlyKeys(2L);
    assertThat(workLinks.found(query)).containsExactly(2L);
    assertThat(workLinks.linksOf(keyResult)).extracting(WorkLink::id).containsExactly(query);
    links.forgetProject(7);
    assertThat(contributions(keyResult)).isEmpty();
    assertThat(workLinks.found(query)).isEmpty();
  }

  private Map<Long, Boolean> contributions(long keyResultId) {
    List<Map.Entry<Long, Boolean>> all =
        database
            .database()
            .read(
                session ->
                    session.list(
                        "select c.[ISSUE_ID], c.[COUNTS] from {CONTRIBUTION} c"
                            + " where c.[KEY_RESULT_ID] = ?",
                        row -> Map.entry(row.getLong(1), row.getInt(2) == 1),
                        keyResultId));
    return all.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The latest state of an issue. */
  private void inSprints(long issueId, long... sprintIds) {
    Set<Long> ids = LongStream.of(sprintIds).boxed().collect(toSet());
    database
        .database()
        .write(
            session -> {
              long from =
                  session
                      .first(
                          "select count(*) from {ISSUE_STATE} s where s.[ISSUE_ID] = ?",
                          row -> row.getLong(1),
                          issueId)
                      .orElse(0L);
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("ISSUE_ID", issueId);
              row.put("FROM_AT", from);
              row.put("SEQ_NO", 0);
              row.put("CHANGE_ID", from);
              row.put("PROJECT_ID", 7L);
              row.put("STATUS_CATEGORY", "TO_DO");
              row.put("SPRINT_IDS", Session.text(StateRows.text(ids)));
              row.put("GONE", 0);
              row.put("NATURAL_KEY", issueId + ":" + from + ":0");
              return session.insert(Tables.ISSUE_STATE, row);
            });
  }

  private static IssueState issue(long id) {
    return issue(id, Optional.empty());
  }

  private static IssueState subTask(long id, long parentId) {
    return issue(id, Optional.of(parentId));
  }

  private static IssueState issue(long id, Optional<Long> parentId) {
    return new IssueState(
        id,
        "DEMO-" + id,
        7,
        Optional.of("10001"),
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.empty(),
        Optional.of(3_600L),
        parentId,
        THEN);
  }
}
