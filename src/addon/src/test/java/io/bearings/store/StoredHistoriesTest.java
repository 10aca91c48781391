package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.progress.KeptHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredHistoriesTest {
  private static final Instant CREATED = Instant.parse("2026-11-02T10:00:00Z");
  private static final IssueSnapshot OPEN =
      new IssueSnapshot(
          7,
          "10000",
          StatusCategory.TO_DO,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty());
  private static final IssueSnapshot FULL =
      new IssueSnapshot(
          8,
          "10002",
          StatusCategory.DONE,
          Optional.of("1"),
          Optional.of(new BigDecimal("2.5")),
          Optional.of(7_200L),
          Set.of(12L, 14L),
          Set.of(3L),
          Optional.of(500L),
          Optional.of(40L));

  private final TestDatabase database;
  private final StoredHistories histories;

  public StoredHistoriesTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    histories = new StoredHistories(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void keepsAWholeHistory() {
    KeptHistory one =
        new KeptHistory(
            1,
            List.of(step(0, 0, OPEN), step(100, 60, FULL), step(101, 60, OPEN)),
            Optional.empty());
    KeptHistory two =
        new KeptHistory(2, List.of(step(0, 5, FULL)), Optional.of(CREATED.plusSeconds(9)));
    histories.replace(List.of(one, two));

    assertThat(histories.of(List.of(1L, 2L, 3L))).containsExactly(one.history(), two.history());
    assertThat(histories.without(List.of(3L, 1L, 2L))).containsExactly(3L);
    assertThat(histories.latest(List.of(1L, 2L, 3L))).isEqualTo(Map.of(1L, step(101, 60, OPEN)));
    histories.replace(List.of(new KeptHistory(1, List.of(step(0, 0, FULL)), Optional.empty())));
    assertThat(histories.of(List.of(1L)).get(0).moments()).hasSize(1);
    assertThat(histories.of(List.of(2L))).containsExactly(two.history());
  }

  @Test
  public void whatIsKeptAlreadyIsNotWrittenAgain() {
    List<KeptHistory.Step> steps = new ArrayList<>(List.of(step(0, 0, FULL), step(100, 60, OPEN)));
    histories.replace(List.of(new KeptHistory(1, steps, Optional.empty())));
    List<Long> before = stateIds();

    steps.add(step(101, 90, FULL));
    histories.replace(List.of(new KeptHistory(1, steps, Optional.empty())));

    assertThat(stateIds()).hasSize(3).startsWith(before.toArray(Long[]::new));
    List<Long> longer = stateIds();

    steps.set(1, step(100, 60, FULL));
    KeptHistory corrected = new KeptHistory(1, steps, Optional.empty());
    histories.replace(List.of(corrected));

    assertThat(stateIds())
        .hasSize(3)
        .contains(longer.get(0), longer.get(2))
        .doesNotContain(longer.get(1));
    assertThat(histories.of(List.of(1L))).containsExactly(corrected.history());
  }

  private List<Long> stateIds() {
    return database
        .database()
        .read(
            session ->
                session.list(
                    "select s.[ID] from {ISSUE_STATE} s order by s.[ID]", row -> row.getLong(1)));
  }

  @Test
  public void tellsOfWhatAHistoryIsKept() {
    for (long id : List.of(9L, 3L, 5L)) {
      histories.replace(
          List.of(
              new KeptHistory(id, List.of(step(0, 0, OPEN), step(1, 1, FULL)), Optional.empty())));
    }

    assertThat(histories.keptAfter(0, 2)).containsExactly(3L, 5L);
    assertThat(histories.keptAfter(5, 2)).containsExactly(9L);
    assertThat(histories.keptAfter(9, 2)).isEmpty();
  }

  @Test
  public void allStatesGetTheCategoryThatTheirStatusHasNow() {
    histories.replace(
        List.of(
            new KeptHistory(1, List.of(step(0, 0, OPEN), step(1, 1, FULL)), Optional.empty()),
            new KeptHistory(2, List.of(step(0, 0, FULL)), Optional.empty())));

    assertThat(
            histories.recategorise(
                Map.of(FULL.statusId(), StatusCategory.IN_PROGRESS, "7", StatusCategory.DONE)))
        .isEqualTo(2);
    assertThat(histories.of(List.of(1L)).get(0).moments())
        .extracting(moment -> moment.state().category())
        .containsExactly(StatusCategory.TO_DO, StatusCategory.IN_PROGRESS);
    assertThat(histories.recategorise(Map.of(FULL.statusId(), StatusCategory.IN_PROGRESS)))
        .isZero();
  }

  @Test
  public void asksNothingAboutNoIssues() {
    database.statements();
    histories.replace(List.of());
    assertThat(histories.of(List.of())).isEmpty();
    assertThat(histories.without(List.of())).isEmpty();
    assertThat(histories.latest(List.of())).isEmpty();
    assertThat(database.statements()).isZero();
  }

  @Test
  public void aHistoryBeginsWithTheCreationAndIsInOrder() {
    assertThatThrownBy(() -> kept(1, step(100, 0, OPEN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> kept(1, step(0, 5, OPEN), step(1, 4, OPEN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  public void aDeletedIssueWasThereBefore() {
    histories.replace(List.of(kept(1, step(0, 0, OPEN), step(100, 60, FULL))));
    assertThat(histories.gone(2, CREATED)).isFalse();
    assertThat(histories.gone(1, CREATED.plusSeconds(90))).isTrue();
    assertThat(histories.gone(1, CREATED.plusSeconds(95))).isFalse();
    IssueHistory history = histories.of(List.of(1L)).get(0);
    assertThat(history.moments()).hasSize(2);
    assertThat(history.deleted()).contains(CREATED.plusSeconds(90));
    assertThat(history.at(CREATED.plusSeconds(89))).contains(FULL);
    assertThat(history.at(CREATED.plusSeconds(90))).isEmpty();
    assertThat(histories.latest(List.of(1L))).isEmpty();
    assertThat(histories.without(List.of(1L))).isEmpty();
  }

  @Test
  public void aDeletionIsNeverBeforeTheLastChange() {
    histories.replace(List.of(kept(1, step(0, 0, OPEN), step(100, 60, FULL))));
    histories.gone(1, CREATED.plusSeconds(30));
    IssueHistory history = histories.of(List.of(1L)).get(0);
    assertThat(history.deleted()).contains(CREATED.plusSeconds(60));
    assertThat(history.at(CREATED.plusSeconds(59))).contains(OPEN);
    assertThat(history.at(CREATED.plusSeconds(60))).isEmpty();
  }

  @Test
  public void aDeletedProjectTakesTheIssuesThatAreInItNow() {
    histories.replace(
        List.of(
            kept(1, step(0, 0, OPEN)),
            kept(2, step(0, 0, OPEN), step(100, 60, FULL)),
            kept(3, step(0, 0, FULL), step(101, 60, OPEN)),
            kept(4, step(0, 0, FULL))));
    histories.goneWithProject(7, CREATED.plusSeconds(90));
    assertThat(histories.latest(List.of(1L, 2L, 3L, 4L))).containsOnlyKeys(2L, 4L);
    histories.goneWithProject(7, CREATED.plusSeconds(95));
    assertThat(histories.of(List.of(1L)).get(0).deleted()).contains(CREATED.plusSeconds(90));
  }

  @Test
  public void keepsAsManySprintsAsThereAre() {
    Set<Long> sprints = new HashSet<>(LongStream.range(100_000, 100_200).boxed().toList());
    histories.replace(List.of(kept(1, step(0, 0, OPEN))));
    histories.replace(List.of(kept(1, step(0, 0, OPEN), step(100, 60, in(sprints)))));
    assertThat(histories.latest(List.of(1L)).get(1L).state().sprintIds()).isEqualTo(sprints);
    assertThat(memberships(1)).hasSize(200);
  }

  @Test
  public void remembersWhereAnIssueEverWas() {
    histories.replace(List.of(kept(1, step(0, 0, FULL)), kept(2, step(0, 0, OPEN))));
    assertThat(memberships(1))
        .containsExactlyInAnyOrder("EPIC:500:1", "SPRINT:12:1", "SPRINT:14:1", "VERSION:3:1");
    histories.replace(
        List.of(
            kept(1, step(0, 0, FULL), step(100, 60, in(Set.of(14L, 15L)))),
            kept(2, step(0, 0, OPEN), step(101, 60, FULL), step(102, 61, OPEN))));
    assertThat(memberships(1)).hasSize(5).contains("SPRINT:15:1", "SPRINT:12:1");
    assertThat(memberships(2))
        .containsExactlyInAnyOrder("EPIC:500:2", "SPRINT:12:2", "SPRINT:14:2", "VERSION:3:2");
    histories.replace(List.of(kept(1, step(0, 0, OPEN))));
    assertThat(memberships(1)).isEmpty();
    assertThat(memberships(2)).hasSize(4);
  }

  @Test
  public void statementsDoNotDependOnTheNumberOfIssues() {
    histories.of(List.of(1L));
    for (int size : List.of(2, 1_200)) {
      List<KeptHistory> all =
          LongStream.rangeClosed(1, size)
              .mapToObj(id -> kept(id, step(0, 0, OPEN), step(100, 60, FULL)))
              .toList();
      List<Long> ids = all.stream().map(KeptHistory::issueId).toList();
      database.statements();
      histories.replace(all);
      assertThat(database.statements()).as("replace %s", size).isEqualTo(4);
      assertThat(histories.of(ids)).hasSize(size);
      assertThat(database.statements()).isEqualTo(1);
      assertThat(histories.latest(ids)).hasSize(size);
      assertThat(database.statements()).isEqualTo(1);
      assertThat(histories.without(ids)).isEmpty();
      assertThat(database.statements()).isEqualTo(1);
    }
  }

  @Test
  public void twoWhoKeepTheSameAtOnceDoNotDisturbEachOther() throws Exception {
    List<KeptHistory> all =
        LongStream.rangeClosed(1, 40)
            .mapToObj(id -> kept(id, step(0, 0, OPEN), step(100, 60, FULL)))
            .toList();
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            threads.submit(
                () -> {
                  start.await();
                  histories.replace(all);
                  return all;
                }));
      }
      for (Future<?> each : both) {
        each.get(30, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(histories.of(all.stream().map(KeptHistory::issueId).toList()))
        .containsExactlyElementsOf(all.stream().map(KeptHistory::history).toList());
  }

  /** Change by change or all at once: the rows are the same. */
  @Test
  public void replayingAHistoryGivesTheRowsOfTheWhole() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (long issueId = 1; issueId <= 40; issueId++) {
      KeptHistory whole = any(issueId, random);
      histories.replace(List.of(whole));
      List<String> expected = rows(issueId);

      histories.replace(List.of(kept(issueId, whole.steps().get(0))));
      for (int i = 1; i < whole.steps().size(); i++) {
        histories.replace(
            List.of(new KeptHistory(issueId, whole.steps().subList(0, i + 1), Optional.empty())));
      }
      whole.deleted().ifPresent(when -> histories.gone(whole.issueId(), when));

      assertThat(rows(issueId)).as("seed %s, issue %s", seed, issueId).isEqualTo(expected);
      assertThat(histories.of(List.of(issueId))).containsExactly(whole.history());
    }
  }

  private static KeptHistory any(long issueId, Random random) {
    List<KeptHistory.Step> steps = new ArrayList<>();
    steps.add(new KeptHistory.Step(0, CREATED, anyState(random), type(random)));
    Instant at = CREATED;
    for (int i = 1; i < 1 + random.nextInt(15); i++) {
      at = at.plusMillis(random.nextInt(3) * 500L);
      KeptHistory.Step before = steps.get(steps.size() - 1);
      IssueSnapshot other = anyState(random);
      KeptHistory.Step next =
          new KeptHistory.Step(
              1_000 + i,
              at,
              random.nextBoolean() ? other : part(before.state(), other),
              type(random));
      if (!next.state().equals(before.state()) || !next.typeId().equals(before.typeId())) {
        steps.add(next);
      }
    }
    return new KeptHistory(
        issueId,
        steps,
        random.nextInt(4) == 0
            ? Optional.of(at.plusMillis(random.nextInt(2) * 700L))
            : Optional.empty());
  }

  private static IssueSnapshot anyState(Random random) {
    StatusCategory[] categories = StatusCategory.values();
    int status = random.nextInt(categories.length);
    return new IssueSnapshot(
        1 + random.nextInt(2),
        "1000" + status,
        categories[status],
        maybe(random).map(id -> "" + id),
        maybe(random).map(number -> new BigDecimal(number + ".5")),
        maybe(random),
        set(random),
        set(random),
        maybe(random),
        maybe(random));
  }

  /** Only its sprints and its points are those of the other one. */
  private static IssueSnapshot part(IssueSnapshot state, IssueSnapshot other) {
    return new IssueSnapshot(
        state.projectId(),
        state.statusId(),
        state.category(),
        state.resolutionId(),
        other.points(),
        state.originalEstimate(),
        other.sprintIds(),
        state.versionIds(),
        state.epicId(),
        state.parentId());
  }

  private static String type(Random random) {
    return "1010" + random.nextInt(2);
  }

  private static Optional<Long> maybe(Random random) {
    return random.nextBoolean() ? Optional.empty() : Optional.of((long) random.nextInt(4));
  }

  private static Set<Long> set(Random random) {
    Set<Long> ids = new HashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      ids.add((long) random.nextInt(30));
    }
    return ids;
  }

  /** Everything that is kept of an issue, but for the ids of rows. */
  private List<String> rows(long issueId) {
    List<String> rows =
        new ArrayList<>(
            database
                .database()
                .read(
                    session ->
                        session.list(
                            "select s.[SEQ_NO], s.[NATURAL_KEY], "
                                + StateRows.columns("s")
                                + " from {ISSUE_STATE} s where s.[ISSUE_ID] = ?"
                                + " order by s.[FROM_AT], s.[SEQ_NO]",
                            row -> {
                              StringBuilder text = new StringBuilder();
                              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                text.append(row.getString(i)).append('|');
                              }
                              return text.toString();
                            },
                            issueId)));
    rows.addAll(memberships(issueId));
    return rows;
  }

  private List<String> memberships(long issueId) {
    return database
        .database()
        .read(
            session ->
                session.list(
                    "select m.[NATURAL_KEY] from {MEMBERSHIP} m where m.[ISSUE_ID] = ?"
                        + " order by m.[NATURAL_KEY]",
                    row -> row.getString(1),
                    issueId));
  }

  private static KeptHistory kept(long issueId, KeptHistory.Step... steps) {
    return new KeptHistory(issueId, List.of(steps), Optional.empty());
  }

  private static KeptHistory.Step step(long changeId, int seconds, IssueSnapshot state) {
    return new KeptHistory.Step(changeId, CREATED.plusSeconds(seconds), state, "10100");
  }

  /** In these sprints, and nowhere else. */
  private static IssueSnapshot in(Set<Long> sprints) {
    return new IssueSnapshot(
        OPEN.projectId(),
        OPEN.statusId(),
        OPEN.category(),
        OPEN.resolutionId(),
        OPEN.points(),
        OPEN.originalEstimate(),
        sprints,
        OPEN.versionIds(),
        OPEN.epicId(),
        OPEN.parentId());
  }
}
