package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.IssueState;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.Likeliness;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.Links;
import io.bearings.progress.Settings;
import io.bearings.progress.Tally;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredLinksTest {
  private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, THEN);
  private static final Instant LATELY = THEN.plusSeconds(1);
  private static final Links.Around NOWHERE = new Links.Around(Set.of(), Optional.empty());
  private static final Clock CLOCK = Clock.fixed(THEN.plusSeconds(60), ZoneOffset.UTC);

  private final TestDatabase database;
  private final StoredObjectives objectives;
  private final StoredLinks links;
  private Objective objective;
  private KeyResult keyResult;

  public StoredLinksTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    objectives = new StoredObjectives(database.database());
    links = new StoredLinks(database.database(), CLOCK);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void anObjectiveWithAKeyResult() {
    objective = add(100, "Calmer nights");
    keyResult = addKeyResult(objective, "Fewer alarms");
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void attachesAndDetaches() {
    KeyResult other = addKeyResult(objective, "Other");
    Links.Outcome outcome = links.attach(keyResult.id(), issues(1, 2), BY_ANNA);
    assertThat(outcome.attached()).containsOnlyKeys(1L, 2L);
    assertThat(outcome.already()).isEmpty();
    assertThat(links.ofKeyResult(keyResult.id()))
        .containsExactlyInAnyOrder(
            new Links.Link(outcome.attached().get(1L), 1, StatusCategory.TO_DO, Optional.empty()),
            new Links.Link(outcome.attached().get(2L), 2, StatusCategory.TO_DO, Optional.empty()));

    assertThat(links.detach(other.id(), outcome.attached().get(1L), BY_ANNA)).isFalse();
    assertThat(links.detach(keyResult.id(), outcome.attached().get(1L), BY_ANNA)).isTrue();
    assertThat(links.detach(keyResult.id(), outcome.attached().get(1L), BY_ANNA)).isFalse();
    assertThat(links.ofKeyResult(keyResult.id())).extracting(Links.Link::issueId).containsOnly(2L);
  }

  @Test
  public void tellsWhatSeveralKeyResultsReach() {
    KeyResult other = addKeyResult(objective, "Other");
    KeyResult third = addKeyResult(objective, "Third");
    links.attach(keyResult.id(), issues(1, 2), BY_ANNA);
    links.attach(other.id(), issues(2, 3), BY_ANNA);
    links.attach(third.id(), issues(4), BY_ANNA);

    assertThat(links.reachedBy(List.of(keyResult.id(), other.id())))
        .containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(links.reachedBy(List.of())).isEmpty();
  }

  @Test
  public void keepsTheOrderInWhichIssuesWereGiven() {
    links.attach(keyResult.id(), issues(40, 3, 17, 1), BY_ANNA);
    assertThat(links.ofKeyResult(keyResult.id()))
        .extracting(Links.Link::issueId)
        .containsExactly(40L, 3L, 17L, 1L);
  }

  @Test
  public void leavesALinkThatIsThere() {
    links.attach(keyResult.id(), issues(1, 2), BY_ANNA);
    Links.Outcome again = links.attach(keyResult.id(), issues(2, 3), BY_ANNA);
    assertThat(again.attached()).containsOnlyKeys(3L);
    assertThat(again.already()).containsExactly(2L);
    assertThat(links.attach(keyResult.id(), issues(1, 2, 3), BY_ANNA).already())
        .containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(links.ofKeyResult(keyResult.id())).hasSize(3);
  }

  @Test
  public void twoPeopleWhoAttachTheSameAtOnceMakeOneLink() throws Exception {
    int people = 4;
    long[] ids = LongStream.rangeClosed(1, 50).toArray();
    CyclicBarrier start = new CyclicBarrier(people);
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      List<Future<Links.Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        outcomes.add(
            threads.submit(
                () -> {
                  start.await();
                  return links.attach(keyResult.id(), issues(ids), BY_ANNA);
                }));
      }
      int attached = 0;
      for (Future<Links.Outcome> each : outcomes) {
        Links.Outcome outcome = each.get(30, TimeUnit.SECONDS);
        attached += outcome.attached().size();
        assertThat(outcome.attached().size() + outcome.already().size()).isEqualTo(ids.length);
      }
      assertThat(attached).isEqualTo(ids.length);
    } finally {
      threads.shutdown();
    }
    assertThat(links.ofKeyResult(keyResult.id())).hasSize(ids.length);
  }

  @Test
  public void takesTheIssuesTogether() {
    links.attach(
        keyResult.id(),
        List.of(
            state(1, StatusCategory.DONE, "10000", "3", 0),
            state(2, StatusCategory.DONE, "10000", "3", 0),
            state(3, StatusCategory.DONE, "10000", "0.1", 0),
            state(4, StatusCategory.TO_DO, null, null, 0)),
        BY_ANNA);
    assertThat(work(keyResult))
        .isEqualTo(
            progress(
                tally(StatusCategory.DONE, "10000", "3", 2),
                tally(StatusCategory.DONE, "10000", "0.1", 1),
                tally(StatusCategory.TO_DO, null, null, 1)));
    assertThat(links.workOf(List.of())).isEmpty();
    KeyResult empty = addKeyResult(objective, "Nothing linked");
    assertThat(links.workOf(List.of(empty))).isEmpty();
  }

  @Test
  public void statementsDoNotDependOnTheNumberOfLinks() {
    links.workOf(List.of(keyResult));
    for (int size : List.of(3, 900)) {
      KeyResult target = addKeyResult(objective, "K" + size);
      long[] ids = LongStream.rangeClosed(1, size).toArray();
      database.statements();
      links.attach(target.id(), issues(ids), BY_ANNA);
      // The second time the objective has its figures already, so that two batches are needed.
      assertThat(database.statements()).as("attach %s", size).isEqualTo(size == 3 ? 11 : 12);
      links.workOf(objectives.keyResultsOf(List.of(objective.id())));
      assertThat(database.statements()).isEqualTo(2);
      links.ofKeyResult(target.id());
      assertThat(database.statements()).isEqualTo(1);
      links.rewrite(List.of(issues(ids).iterator().next()));
      assertThat(database.statements()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  public void anEventStoresAllThatItsIssueReachesByFourStatements() {
    KeyResult other = addKeyResult(add(200, "Other"), "Other");
    links.attach(keyResult.id(), issues(1, 2), BY_ANNA);
    links.attach(other.id(), issues(1), BY_ANNA);
    database.statements();

    links.rewrite(state(1, StatusCategory.DONE, "10000", "5", 1));

    assertThat(database.statements()).isEqualTo(4);
    Tally done = tally(StatusCategory.DONE, "10000", "5", 1);
    assertThat(work(keyResult))
        .isEqualTo(progress(done, tally(StatusCategory.TO_DO, null, null, 1)));
    assertThat(work(other)).isEqualTo(progress(done));
    links.rewrite(state(1, StatusCategory.TO_DO, null, null, 2));
    assertThat(work(keyResult)).isEqualTo(progress(tally(StatusCategory.TO_DO, null, null, 2)));
  }

  @Test
  public void whatIsLinkedKnowsWhenItLastMoved() {
    StoredHistories histories = new StoredHistories(database.database());
    histories.replace(
        List.of(
            new KeptHistory(
                1,
                List.of(
                    step(0, 0, "1", StatusCategory.TO_DO, ""),
                    step(1, 100, "3", StatusCategory.IN_PROGRESS, ""),
                    step(2, 200, "3", StatusCategory.IN_PROGRESS, "8")),
                Optional.empty())));
    links.attach(
        keyResult.id(),
        List.of(inStatus(1, "3", 200), state(2, StatusCategory.TO_DO, null, null, 300)),
        BY_ANNA);

    // Of one without a history it is taken to be its last change.
    assertThat(moved()).contains(THEN.plusSeconds(300));
    links.detach(keyResult.id(), links.ofKeyResult(keyResult.id()).get(1).id(), BY_ANNA);
    assertThat(moved()).contains(THEN.plusSeconds(100));

    links.rewrite(inStatus(1, "3", 400));
    assertThat(moved()).contains(THEN.plusSeconds(100));
    links.rewrite(List.of(inStatus(1, "4", 500)));
    assertThat(moved()).contains(THEN.plusSeconds(500));
  }

  private Optional<Instant> moved() {
    return links.workOf(List.of(keyResult)).get(keyResult.id()).moved();
  }

  private static IssueState inStatus(long id, String statusId, long seconds) {
    return new IssueState(
        id,
        "ABC-" + id,
        7,
        Optional.of(statusId),
        StatusCategory.IN_PROGRESS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        THEN.plusSeconds(seconds));
  }

  private static KeptHistory.Step step(
      long changeId, long seconds, String statusId, StatusCategory category, String points) {
    return new KeptHistory.Step(
        changeId,
        THEN.plusSeconds(seconds),
        new IssueSnapshot(
            7,
            statusId,
            category,
            Optional.empty(),
            points.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(points)),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty()),
        "1");
  }

  @Test
  public void anOlderStateDoesNotReplaceANewerOne() {
    links.attach(
        keyResult.id(), List.of(state(1, StatusCategory.DONE, "10000", null, 10)), BY_ANNA);
    IssueState older = state(1, StatusCategory.TO_DO, null, null, 9);
    links.rewrite(older);
    assertThat(links.rewrite(List.of(older))).isZero();
    assertThat(work(keyResult)).isEqualTo(progress(tally(StatusCategory.DONE, "10000", null, 1)));
    links.rewrite(state(1, StatusCategory.IN_PROGRESS, null, null, 10));
    assertThat(work(keyResult))
        .isEqualTo(progress(tally(StatusCategory.IN_PROGRESS, null, null, 1)));
  }

  @Test
  public void countsTheLinksThatARereadCorrects() {
    KeyResult other = addKeyResult(objective, "Other");
    links.attach(keyResult.id(), issues(1, 2, 3), BY_ANNA);
    links.attach(other.id(), issues(1), BY_ANNA);
    assertThat(links.rewrite(issues(1, 2, 3))).isZero();
    assertThat(
            links.rewrite(
                List.of(
                    state(1, StatusCategory.TO_DO, null, "8", 0),
                    state(2, StatusCategory.TO_DO, "10001", null, 0),
                    state(3, StatusCategory.TO_DO, null, null, 5),
                    state(4, StatusCategory.DONE, null, null, 5))))
        .isEqualTo(3);
    assertThat(links.rewrite(List.of())).isZero();
  }

  @Test
  public void pagesThroughTheLinkedIssues() {
    KeyResult other = addKeyResult(objective, "Other");
    links.attach(keyResult.id(), issues(5, 7, 9), BY_ANNA);
    links.attach(other.id(), issues(7), BY_ANNA);
    assertThat(links.linkedIssuesAfter(0, 2)).isEqualTo(Map.of(5L, 1, 7L, 2));
    assertThat(links.linkedIssuesAfter(7, 2)).isEqualTo(Map.of(9L, 1));
    assertThat(links.linkedIssuesAfter(9, 2)).isEmpty();
  }

  @Test
  public void forgetsWhatIsGone() {
    links.attach(keyResult.id(), issues(1, 2), BY_ANNA);
    assertThat(links.isLinked(1)).isTrue();
    links.forgetIssue(1);
    links.forgetIssue(1);
    assertThat(links.isLinked(1)).isFalse();
    assertThat(links.ofKeyResult(keyResult.id())).extracting(Links.Link::issueId).containsOnly(2L);
    links.forgetProject(8);
    assertThat(links.ofKeyResult(keyResult.id())).hasSize(1);
    links.forgetProject(7);
    assertThat(links.ofKeyResult(keyResult.id())).isEmpty();
  }

  @Test
  public void forgetsAllLinksOfManyIssuesAndNoOther() {
    KeyResult other = addKeyResult(objective, "Other");
    links.attach(keyResult.id(), issues(1, 2, 3), BY_ANNA);
    links.attach(other.id(), issues(2, 3), BY_ANNA);
    links.forgetIssues(List.of(1L, 2L, 99L));
    assertThat(links.ofKeyResult(keyResult.id())).extracting(Links.Link::issueId).containsOnly(3L);
    assertThat(links.ofKeyResult(other.id())).extracting(Links.Link::issueId).containsOnly(3L);
    links.forgetIssues(List.of());
    assertThat(links.isLinked(3)).isTrue();
  }

  @Test
  public void saysWhereAnIssueLeads() {
    KeyResult other = addKeyResult(add(200, "Other"), "Other");
    links.attach(keyResult.id(), issues(1), BY_ANNA);
    links.attach(other.id(), issues(1), BY_ANNA);
    assertThat(links.ofIssue(1, ANNA))
        .extracting(Links.LinkPlace::keyResult)
        .containsExactly(keyResult, other);
    assertThat(links.ofIssue(1, ANNA).get(0).objective().objective()).isEqualTo(objective);
    assertThat(links.ofIssue(2, ANNA)).isEmpty();
  }

  @Test
  public void searchesTitlesAndKeys() {
    KeyResult other = addKeyResult(add(200, "100 % calm"), "Other_thing");
    links.attach(keyResult.id(), issues(1), BY_ANNA);

    assertThat(found("", 100, 200)).containsExactly(keyResult, other);
    assertThat(found("", 100)).containsExactly(keyResult);
    assertThat(found("")).isEmpty();
    assertThat(found("ALARM", 100, 200)).containsExactly(keyResult);
    assertThat(found("calm", 100, 200)).containsExactly(keyResult, other);
    assertThat(found("0 % c", 100, 200)).containsExactly(other);
    assertThat(found("r_t", 100, 200)).containsExactly(other);
    assertThat(found("r!t", 100, 200)).isEmpty();
    assertThat(found("%", 100)).isEmpty();
    assertThat(found("[x", 100, 200)).isEmpty();
    assertThat(found("\\", 100, 200)).isEmpty();
    KeyResult bracket = addKeyResult(objective, "[beta] Faster");
    assertThat(found("[BETA]", 100, 200)).containsExactly(bracket);
    assertThat(found("beta]", 100, 200)).containsExactly(bracket);
    assertThat(found("kr-" + other.id(), 100, 200)).containsExactly(other);
    assertThat(found("O-" + objective.id(), 100, 200)).containsExactly(bracket, keyResult);
    assertThat(found("' or 1=1 --", 100, 200)).isEmpty();
    assertThat(
            links.search(
                search("", Set.of(100L, 200L), Set.of(), Set.of(), "carl", Set.of(100L), 10)))
        .extracting(Links.Found::attached)
        .containsExactly(false, true, false);
    assertThat(
            links.search(
                search("", Set.of(100L, 200L), Set.of(), Set.of(), "carl", Set.of(200L), 1)))
        .extracting(Links.Found::keyResult)
        .containsExactly(other);
  }

  @Test
  public void searchesOnlyWhatOneMayLinkTo() {
    Objective hidden =
        objectives.add(
            new NewObjective(
                100,
                Optional.empty(),
                new ObjectiveContent(
                    "Hidden",
                    "",
                    "bert",
                    ObjectiveKind.ASPIRATIONAL,
                    Visibility.PRIVATE,
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of()),
                Okrs.ACTIVE),
            List.of(),
            BY_ANNA);
    KeyResult inHidden = addKeyResult(hidden, "In hidden");
    KeyResult closed = addKeyResult(objective, "Closed");
    objectives.change(
        closed.with(closed.life().closed(Optional.empty())), Set.of(), List.of(), BY_ANNA);

    assertThat(found("", 100)).containsExactly(keyResult);
    assertThat(search(Set.of(100L), Set.of(), Set.of(100L), "anna"))
        .containsExactly(inHidden, keyResult);
    assertThat(search(Set.of(), Set.of(100L), Set.of(), "bert")).containsExactly(inHidden);
    assertThat(search(Set.of(), Set.of(100L), Set.of(), "carl")).isEmpty();
  }

  private List<KeyResult> search(Set<Long> units, Set<Long> seen, Set<Long> led, String ownerKey) {
    return links.search(search("", units, seen, led, ownerKey, Set.of(), 10)).stream()
        .map(Links.Found::keyResult)
        .toList();
  }

  private List<KeyResult> found(String text, long... projects) {
    Set<Long> ids = Set.copyOf(LongStream.of(projects).boxed().toList());
    return links.search(search(text, ids, Set.of(), Set.of(), "anna", Set.of(100L), 10)).stream()
        .map(Links.Found::keyResult)
        .toList();
  }

  private static Links.Search search(
      String text,
      Set<Long> units,
      Set<Long> seen,
      Set<Long> led,
      String ownerKey,
      Set<Long> team,
      int limit) {
    return new Links.Search(
        text, units, seen, led, ownerKey, Set.of(), Set.of(), 1, NOWHERE, LATELY, team, limit);
  }

  @Test
  public void findsByOwnerAndByUnit() {
    KeyResult other = addKeyResult(add(200, "Other"), "Other thing");
    Set<Long> units = Set.of(100L, 200L);
    assertThat(links.owners()).containsExactly("anna");
    assertThat(found(named(units, Set.of("anna"), Set.of()))).containsExactly(other, keyResult);
    assertThat(found(named(units, Set.of("bert"), Set.of()))).isEmpty();
    assertThat(found(named(units, Set.of(), Set.of(200L)))).containsExactly(other);
  }

  private static Links.Search named(Set<Long> units, Set<String> owners, Set<Long> named) {
    return new Links.Search(
        "nobody says so",
        units,
        Set.of(),
        Set.of(),
        "carl",
        owners,
        named,
        1,
        NOWHERE,
        LATELY,
        Set.of(),
        10);
  }

  private List<KeyResult> found(Links.Search search) {
    return links.search(search).stream().map(Links.Found::keyResult).toList();
  }

  /** The order in which the database cuts the list is that of the rule. */
  @Test
  public void offersFirstWhatIsLikely() {
    KeyResult team = keyResult;
    KeyResult epic = addKeyResult(add(200, "By epic"), "By epic");
    KeyResult sprint = addKeyResult(add(200, "By sprint"), "By sprint");
    KeyResult lately = addKeyResult(add(200, "Lately"), "Lately");
    KeyResult parent = addKeyResult(add(200, "By parent"), "By parent");
    KeyResult elsewhere = addKeyResult(add(200, "Elsewhere"), "Elsewhere");
    links.attach(epic.id(), issues(2), BY_ANNA);
    links.attach(sprint.id(), issues(3), BY_ANNA);
    links.attach(parent.id(), issues(4), BY_ANNA);
    links.attach(lately.id(), issues(9), new Edit(new Person("carl"), LATELY));
    database
        .database()
        .write(
            session -> {
              session.insertAll(Tables.MEMBERSHIP, List.of(new Place(LinkKind.EPIC, 50).row(2)));
              session.insertAll(Tables.MEMBERSHIP, List.of(new Place(LinkKind.SPRINT, 60).row(3)));
              session.insertAll(Tables.MEMBERSHIP, List.of(new Place(LinkKind.SPRINT, 61).row(9)));
              return 0;
            });
    Links.Around around =
        new Links.Around(
            Set.of(new LinkTarget.Epic(50), new LinkTarget.Sprint(60), new LinkTarget.Version(70)),
            Optional.of(4L));

    List<Links.Found> found =
        links.search(
            new Links.Search(
                "",
                Set.of(100L, 200L),
                Set.of(),
                Set.of(),
                "carl",
                Set.of(),
                Set.of(),
                1,
                around,
                LATELY,
                Set.of(100L),
                10));

    assertThat(found)
        .extracting(Links.Found::keyResult)
        .containsExactly(epic, parent, sprint, lately, team, elsewhere);
    assertThat(found)
        .extracting(Links.Found::around)
        .containsExactly(
            Optional.of(Likeliness.SAME_EPIC),
            Optional.of(Likeliness.SAME_PARENT),
            Optional.of(Likeliness.SAME_SPRINT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(found)
        .extracting(Links.Found::lately)
        .containsExactly(false, false, false, true, false, false);
  }

  private Objective add(long unit, String title) {
    return objectives.add(
        new NewObjective(
            unit, Optional.empty(), ObjectiveContent.of(title, "", "anna"), Okrs.ACTIVE),
        List.of(),
        BY_ANNA);
  }

  private KeyResult addKeyResult(Objective parent, String title) {
    return objectives.add(
        parent.id(),
        new NewKeyResult(
            KeyResultContent.ofIssues(title, "anna", BigDecimal.ONE, WeightBy.ISSUES), Okrs.ACTIVE),
        BY_ANNA);
  }

  private static Collection<IssueState> issues(long... ids) {
    return LongStream.of(ids)
        .mapToObj(id -> state(id, StatusCategory.TO_DO, null, null, 0))
        .toList();
  }

  private static IssueState state(
      long id, StatusCategory category, String resolution, String points, int seconds) {
    return new IssueState(
        id,
        "DEMO-" + id,
        7,
        category,
        Optional.ofNullable(resolution),
        Optional.ofNullable(points).map(BigDecimal::new),
        THEN.plusSeconds(seconds));
  }

  private Tally tally(StatusCategory category, String resolution, String points, int count) {
    return new Tally(
        keyResult.id(),
        category,
        Optional.ofNullable(resolution),
        Optional.ofNullable(points).map(BigDecimal::new),
        count);
  }

  private IssueProgress work(KeyResult of) {
    return links.workOf(List.of(of)).get(of.id()).progress();
  }

  private static IssueProgress progress(Tally... tallies) {
    return IssueProgress.of(
        List.of(tallies),
        WeightBy.ISSUES,
        new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
  }
}
