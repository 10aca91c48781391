package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.NewCheckIn;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Tag;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Words;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.IssueState;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Whatever changes what key results reach stores their figures with it. */
@RunWith(Parameterized.class)
public class FigureRowsTest {
  private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Edit BY_ANNA = new Edit(new Person("anna"), THEN);
  private static final String ROW =
      "concat(concat(f.[ISSUES], '/'), f.[DONE]), f.[SCORE], f.[COVERAGE], f.[STAMP]";

  private final TestDatabase tables;
  private final SiteSettings site = mock(SiteSettings.class);
  private final Database database;
  private final StoredObjectives objectives;
  private final StoredLinks links;

  public FigureRowsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    settings("0");
    database = tables.database(site);
    objectives = new StoredObjectives(database);
    links = new StoredLinks(database, Clock.systemUTC());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    tables.close();
  }

  private void settings(String credit, String... outOfScope) {
    when(site.current())
        .thenReturn(new Settings(Optional.empty(), Set.of(outOfScope), new BigDecimal(credit)));
  }

  /** What is stored. */
  private record Row(
      String doneOf, Optional<BigDecimal> score, Optional<BigDecimal> coverage, long stamp) {

    static Row of(String doneOf, String score, String coverage, long stamp) {
      return new Row(doneOf, number(score), number(coverage), stamp);
    }

    private static Optional<BigDecimal> number(String text) {
      return Optional.ofNullable(text).map(BigDecimal::new).map(BigDecimal::stripTrailingZeros);
    }
  }

  private Optional<Row> row(String key) {
    return database.read(
        session ->
            session.first(
                "select " + ROW + " from {FIGURE} f where f.[NATURAL_KEY] = ?",
                row -> Row.of(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
                key));
  }

  private Row ofKeyResult(KeyResult keyResult) {
    return row("KR:" + keyResult.id()).orElseThrow();
  }

  private Row ofObjective(long id) {
    return row("O:" + id).orElseThrow();
  }

  @Test
  public void storesAKeyResultAndItsObjectiveWithWhatChangesThem() {
    long objective = objective();
    KeyResult keyResult = byIssues(objective, WeightBy.ISSUES);
    KeyResult other = byIssues(objective, WeightBy.ISSUES);
    assertThat(row("KR:" + keyResult.id())).isEmpty();

    attach(keyResult, issue(1, StatusCategory.DONE), issue(2, StatusCategory.TO_DO));
    assertThat(ofKeyResult(keyResult)).isEqualTo(Row.of("2/1", "0.5", null, 1));
    assertThat(ofObjective(objective)).isEqualTo(Row.of("2/1", "0.5", "0.5", 1));

    attach(other, issue(2, StatusCategory.TO_DO));
    assertThat(ofObjective(objective)).isEqualTo(Row.of("3/1", "0.25", "1", 2));

    links.rewrite(issue(2, StatusCategory.DONE, 5));
    assertThat(ofKeyResult(keyResult)).isEqualTo(Row.of("2/2", "1", null, 2));
    assertThat(ofKeyResult(other)).isEqualTo(Row.of("1/1", "1", null, 2));
    assertThat(ofObjective(objective)).isEqualTo(Row.of("3/3", "1", "1", 3));

    links.forgetIssue(2);
    assertThat(ofKeyResult(keyResult)).isEqualTo(Row.of("1/1", "1", null, 3));
    assertThat(ofKeyResult(other)).isEqualTo(Row.of("0/0", null, null, 3));
    links.forgetProject(7);
    assertThat(ofObjective(objective)).isEqualTo(Row.of("0/0", null, "0", 5));
  }

  @Test
  public void aChangedGoalStoresTheScoreAnew() {
    long objective = objective();
    KeyResult keyResult = byIssues(objective, WeightBy.ISSUES);
    KeyResult other = byIssues(objective, WeightBy.ISSUES);
    objectives.change(weighing(other, "2"), Set.of("weight"), List.of(), BY_ANNA);
    assertThat(row("O:" + objective)).isEmpty();

    attach(keyResult, issue(1, StatusCategory.DONE), issue(2, StatusCategory.TO_DO));
    assertThat(ofObjective(objective).score()).isEmpty();
    KeyResult heavy = weighing(keyResult, "3");
    objectives.change(heavy, Set.of("weight"), List.of(), BY_ANNA);
    assertThat(ofObjective(objective)).isEqualTo(Row.of("2/1", "0.5", "0.6", 2));
    assertThat(row("KR:" + other.id())).isEmpty();
  }

  @Test
  public void aCheckInStoresTheScoreAnew() {
    long objective = objective();
    KeyResult keyResult = byIssues(objective, WeightBy.ISSUES);
    KeyResult measured =
        add(
            objective,
            new KeyResultContent(
                "Measured",
                "anna",
                Source.MANUAL,
                Nature.OUTCOME,
                Measure.NUMBER,
                Goal.of(BigDecimal.ZERO, BigDecimal.TEN),
                BigDecimal.ONE,
                WeightBy.ISSUES));
    attach(keyResult, issue(1, StatusCategory.DONE));
    assertThat(ofObjective(objective)).isEqualTo(Row.of("1/1", "1", "0.5", 1));

    new StoredCheckIns(database)
        .add(
            new NewCheckIn(
                measured.id(),
                Optional.of(new BigDecimal("5")),
                7,
                LocalDate.parse("2026-11-20"),
                Words.NONE,
                Optional.empty(),
                Tag.API),
            BY_ANNA);
    assertThat(ofObjective(objective)).isEqualTo(Row.of("1/1", "0.75", "1", 2));
    assertThat(row("KR:" + measured.id())).isEmpty();
  }

  private static KeyResult weighing(KeyResult keyResult, String weight) {
    return new KeyResult(
        keyResult.id(),
        keyResult.objectiveId(),
        KeyResultContent.ofIssues("K", "anna", new BigDecimal(weight), WeightBy.ISSUES),
        keyResult.life(),
        keyResult.recorded(),
        false,
        keyResult.version());
  }

  @Test
  public void anEventThatIsToldTwiceOrLateChangesNothingMore() {
    KeyResult keyResult = byIssues(objective(), WeightBy.ISSUES);
    attach(keyResult, issue(1, StatusCategory.TO_DO));
    links.rewrite(issue(1, StatusCategory.DONE, 9));
    links.rewrite(issue(1, StatusCategory.DONE, 9));
    links.rewrite(issue(1, StatusCategory.IN_PROGRESS, 8));
    assertThat(ofKeyResult(keyResult).doneOf()).isEqualTo("1/1");
    assertThat(work(keyResult).done()).isEqualTo(1);
  }

  @Test
  public void tenKeyResultsAndTheirObjectivesCostFourStatements() {
    for (int size : List.of(1, 200)) {
      List<KeyResult> all = new ArrayList<>();
      long issueId = 1_000_000 + size;
      for (int i = 0; i < 10; i++) {
        KeyResult keyResult = byIssues(objective(), WeightBy.POINTS);
        IssueState[] issues = new IssueState[size];
        for (int n = 0; n < size; n++) {
          issues[n] = issue(n == 0 ? issueId : issueId + n * 1_000L, StatusCategory.TO_DO);
        }
        attach(keyResult, issues);
        all.add(keyResult);
      }
      tables.statements();
      links.rewrite(issue(issueId, StatusCategory.DONE, 5));
      assertThat(tables.statements()).as("%s issues each", size).isEqualTo(4);
      assertThat(all).allSatisfy(each -> assertThat(ofKeyResult(each).doneOf()).endsWith("/1"));
      assertThat(all)
          .allSatisfy(each -> assertThat(ofObjective(each.objectiveId()).stamp()).isEqualTo(2));
    }
  }

  @Test
  public void otherSettingsMakeTheRowsOutOfDate() {
    KeyResult keyResult = byIssues(objective(), WeightBy.ISSUES);
    attach(
        keyResult,
        issue(1, StatusCategory.IN_PROGRESS),
        resolved(2, "10001"),
        resolved(3, "10000"));
    assertThat(work(keyResult).doneWeight()).isEqualByComparingTo("2");

    settings("0.25", "10001");
    assertThat(work(keyResult).doneWeight()).isEqualByComparingTo("1.25");
    assertThat(work(keyResult).outOfScope()).isEqualTo(1);
    assertThat(ofKeyResult(keyResult)).isEqualTo(Row.of("2/1", "0.625", null, 2));
    tables.statements();
    work(keyResult);
    assertThat(tables.statements()).isEqualTo(1);
  }

  @Test
  public void anObjectiveNeverMixesRulesOfThenAndNow() {
    long objective = objective();
    KeyResult one = byIssues(objective, WeightBy.ISSUES);
    KeyResult other = byIssues(objective, WeightBy.ISSUES);
    attach(one, issue(1, StatusCategory.IN_PROGRESS));
    attach(other, issue(2, StatusCategory.IN_PROGRESS));
    assertThat(ofObjective(objective).score()).contains(BigDecimal.ZERO);

    settings("0.5");
    links.rewrite(issue(1, StatusCategory.IN_PROGRESS, 5));
    assertThat(ofObjective(objective).score()).contains(new BigDecimal("0.5"));

    database.write(session -> session.update("delete from {FIGURE} where [SUBJECT] = 'KR'"));
    links.rewrite(issue(1, StatusCategory.DONE, 6));
    assertThat(ofObjective(objective)).isEqualTo(Row.of("2/1", "0.75", "1", 4));
  }

  @Test
  public void aWeightThatIsOnlyTriedOutIsNotStored() {
    KeyResult keyResult = byIssues(objective(), WeightBy.ISSUES);
    attach(keyResult, points(1, StatusCategory.DONE, 3), points(2, StatusCategory.TO_DO, 1));
    KeyResult tried =
        new KeyResult(
            keyResult.id(),
            keyResult.objectiveId(),
            KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, WeightBy.POINTS),
            keyResult.life(),
            keyResult.recorded(),
            false,
            1);
    assertThat(work(tried).totalWeight()).isEqualByComparingTo("4");
    assertThat(ofKeyResult(keyResult)).isEqualTo(Row.of("2/1", "0.5", null, 1));

    objectives.change(tried, Set.of("weightBy"), List.of(), BY_ANNA);
    assertThat(work(tried).totalWeight()).isEqualByComparingTo("4");
    assertThat(ofKeyResult(keyResult)).isEqualTo(Row.of("2/1", "0.75", null, 2));
  }

  @Test
  public void theMedianOfTheOthersIsThatOfTheIssuesInScope() {
    settings("0", "10001");
    KeyResult keyResult = byIssues(objective(), WeightBy.POINTS);
    attach(
        keyResult,
        points(1, StatusCategory.DONE, 1),
        points(2, StatusCategory.TO_DO, 3),
        points(3, StatusCategory.TO_DO, 8),
        issue(4, StatusCategory.DONE));
    assertThat(work(keyResult).doneWeight()).isEqualByComparingTo("4");
    links.rewrite(resolved(3, "10001"));
    assertThat(work(keyResult).doneWeight()).isEqualByComparingTo("3");
    assertThat(work(keyResult).totalWeight()).isEqualByComparingTo("6");
    assertThat(ofKeyResult(keyResult).score()).contains(new BigDecimal("0.5"));
  }

  @Test
  public void theOriginalEstimateWeighsInHours() {
    KeyResult keyResult = byIssues(objective(), WeightBy.ESTIMATE);
    attach(
        keyResult,
        estimated(1, StatusCategory.DONE, 7_200),
        estimated(2, StatusCategory.TO_DO, 14_400),
        estimated(3, StatusCategory.TO_DO, 1_200),
        issue(4, StatusCategory.TO_DO));
    assertThat(work(keyResult).doneWeight()).isEqualByComparingTo("2");
    assertThat(work(keyResult).imputed()).isEqualTo(1);
    assertThat(work(keyResult).totalWeight().setScale(20, RoundingMode.HALF_UP))
        .isEqualByComparingTo("8.33333333333333333333");

    KeyResult tried = byIssues(keyResult.objectiveId(), WeightBy.ESTIMATE);
    attach(tried, points(1, StatusCategory.DONE, 8));
    assertThat(work(tried).totalWeight()).isEqualByComparingTo("1");
  }

  @Test
  public void oneChangeIsWeighedByEachKeyResultInItsOwnWay() {
    long objective = objective();
    KeyResult byNumber = byIssues(objective, WeightBy.ISSUES);
    KeyResult byPoints = byIssues(objective, WeightBy.POINTS);
    KeyResult byEstimate = byIssues(objective, WeightBy.ESTIMATE);
    KeyResult byField = byIssues(objective, WeightBy.valueOf("customfield_10010"));
    List<KeyResult> all = List.of(byNumber, byPoints, byEstimate, byField);
    for (KeyResult each : all) {
      attach(
          each, full(1, StatusCategory.TO_DO, 3, 2, 10), full(2, StatusCategory.TO_DO, 1, 6, 30));
    }
    tables.statements();
    links.rewrite(full(1, StatusCategory.DONE, 3, 2, 10));
    assertThat(tables.statements()).isEqualTo(4);
    assertThat(all)
        .extracting(each -> ofKeyResult(each).score().orElseThrow())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            new BigDecimal("0.5"),
            new BigDecimal("0.75"),
            new BigDecimal("0.25"),
            new BigDecimal("0.25"));
  }

  /** An issue that has everything that one can weigh by. */
  private static IssueState full(
      long id, StatusCategory category, int points, int hours, int number) {
    return new IssueState(
        id,
        "K-" + id,
        1,
        Optional.empty(),
        category,
        Optional.empty(),
        Optional.of(BigDecimal.valueOf(points)),
        Optional.of(hours * 3_600L),
        Optional.empty(),
        Map.of("customfield_10010", BigDecimal.valueOf(number)),
        Instant.parse("2026-11-20T10:00:00Z"));
  }

  @Test
  public void anObjectiveThatLivesOnOthersHasNoScoreHere() {
    long objective = objective();
    KeyResult keyResult = byIssues(objective, WeightBy.ISSUES);
    add(
        objective,
        new KeyResultContent(
            "Aligned",
            "anna",
            Source.ALIGNED,
            Nature.OUTCOME,
            Measure.NUMBER,
            Goal.NONE,
            BigDecimal.ONE,
            WeightBy.ISSUES));
    attach(keyResult, issue(1, StatusCategory.DONE));
    assertThat(ofKeyResult(keyResult)).isEqualTo(Row.of("1/1", "1", null, 1));
    assertThat(ofObjective(objective)).isEqualTo(Row.of("1/1", null, null, 1));
  }

  @Test
  public void changesAtOnceLoseNothing() throws Exception {
    int people = 8;
    int rounds = 6;
    long objective = objective();
    List<KeyResult> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      KeyResult keyResult = byIssues(objective, WeightBy.ISSUES);
      IssueState[] issues = new IssueState[people];
      for (int n = 0; n < people; n++) {
        issues[n] = issue(n + 1, StatusCategory.TO_DO);
      }
      attach(keyResult, issues);
      all.add(keyResult);
    }
    CyclicBarrier start = new CyclicBarrier(people);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int n = 1; n <= people; n++) {
      long issueId = n;
      work.add(
          () -> {
            for (int round = 1; round <= rounds; round++) {
              StatusCategory category =
                  round == rounds ? StatusCategory.DONE : StatusCategory.TO_DO;
              start.await(60, TimeUnit.SECONDS);
              links.rewrite(issue(issueId, category, round));
            }
            return true;
          });
    }
    atOnce(work);
    for (KeyResult each : all) {
      assertThat(ofKeyResult(each).doneOf()).isEqualTo(people + "/" + people);
    }
    assertThat(ofObjective(objective).doneOf()).isEqualTo(3 * people + "/" + 3 * people);
  }

  @Test
  public void theFirstFiguresMayBeStoredAtOnceToo() throws Exception {
    long objective = objective();
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int n = 1; n <= 6; n++) {
      KeyResult keyResult = byIssues(objective, WeightBy.ISSUES);
      long issueId = n;
      work.add(
          () -> {
            attach(keyResult, issue(issueId, StatusCategory.DONE));
            return true;
          });
    }
    atOnce(work);
    assertThat(ofObjective(objective).doneOf()).isEqualTo("6/6");
  }

  private static void atOnce(List<Callable<Boolean>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Boolean> each : threads.invokeAll(work)) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  public void givesUpWhereOthersComeFirstEachTime() {
    AtomicInteger tries = new AtomicInteger();
    assertThatThrownBy(
            () ->
                database.write(
                    session -> {
                      tries.incrementAndGet();
                      throw new Outrun("expected by this test");
                    }))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(tries).hasValueGreaterThan(10);
  }

  @Test
  public void beginsAnewAfterADeadlockAndNotAfterAMistake() {
    AtomicInteger tries = new AtomicInteger();
    assertThat(
            database.<String>write(
                session -> {
                  if (tries.incrementAndGet() == 1) {
                    throw new SQLException("expected by this test", "40P01");
                  }
                  return "done";
                }))
        .isEqualTo("done");
    assertThatThrownBy(
            () ->
                database.write(
                    session -> {
                      tries.incrementAndGet();
                      throw new SQLException("expected by this test", "42601");
                    }))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(tries).hasValue(3);
  }

  private IssueProgress work(KeyResult keyResult) {
    return Optional.ofNullable(links.workOf(List.of(keyResult)).get(keyResult.id()))
        .orElseThrow()
        .progress();
  }

  private long objective() {
    return objectives
        .add(
            new NewObjective(
                3, Optional.empty(), ObjectiveContent.of("Title", "", "anna"), Okrs.ACTIVE),
            List.of(),
            BY_ANNA)
        .id();
  }

  private KeyResult byIssues(long objectiveId, WeightBy weightBy) {
    return add(objectiveId, KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, weightBy));
  }

  private KeyResult add(long objectiveId, KeyResultContent content) {
    return objectives.add(objectiveId, new NewKeyResult(content, Okrs.ACTIVE), BY_ANNA);
  }

  private void attach(KeyResult keyResult, IssueState... issues) {
    links.attach(keyResult.id(), List.of(issues), BY_ANNA);
  }

  private static IssueState issue(long id, StatusCategory category) {
    return issue(id, category, 0);
  }

  private static IssueState issue(long id, StatusCategory category, int seconds) {
    return state(id, category, Optional.empty(), Optional.empty(), seconds);
  }

  private static IssueState resolved(long id, String resolutionId) {
    return state(id, StatusCategory.DONE, Optional.of(resolutionId), Optional.empty(), 1);
  }

  private static IssueState points(long id, StatusCategory category, int points) {
    return state(id, category, Optional.empty(), Optional.of(BigDecimal.valueOf(points)), 0);
  }

  private static IssueState estimated(long id, StatusCategory category, long seconds) {
    return new IssueState(
        id,
        "DEMO-" + id,
        7,
        Optional.empty(),
        category,
        Optional.empty(),
        Optional.empty(),
        Optional.of(seconds),
        Optional.empty(),
        THEN);
  }

  private static IssueState state(
      long id,
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<BigDecimal> points,
      int seconds) {
    return new IssueState(
        id, "DEMO-" + id, 7, category, resolutionId, points, THEN.plusSeconds(seconds));
  }
}
