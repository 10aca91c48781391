package io.bearings.store;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.bearings.progress.LinkTarget;
import io.bearings.progress.Recounts.Compared;
import io.bearings.progress.Recounts.Place;
import io.bearings.progress.Recounts.Recounted;
import io.bearings.progress.Recounts.Sums;
import io.bearings.progress.Remembered.Note;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Whatever was linked, ended, found, changed, moved and deleted in whatever order: counting anew
 * finds what events have made of it, and makes it again where it was spoiled.
 */
@RunWith(Parameterized.class)
public class StoredRecountsTest {
  private static final int OPERATIONS = 120;
  private static final int ISSUES = 12;
  private static final int KEY_RESULTS = 3;
  private static final Edit BY_ANNA = new Edit(new Person("anna"), Instant.EPOCH);

  private final TestDatabase database;
  private final StoredLinks links;
  private final StoredWorkLinks workLinks;
  private final StoredHistories histories;
  private final StoredRemembered remembered;
  private final StoredRecounts recounts;
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  private final List<Long> keyResults = new ArrayList<>();
  private final Map<Long, IssueState> issues = new TreeMap<>();
  private final Map<Long, IssueSnapshot> snapshots = new HashMap<>();
  private final Map<Long, List<KeptHistory.Step>> steps = new HashMap<>();
  private final Set<Long> gone = new HashSet<>();
  private long changes;
  private Optional<Note> note = Optional.empty();

  public StoredRecountsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    links = new StoredLinks(database.database(), Clock.systemUTC());
    workLinks = new StoredWorkLinks(database.database());
    histories = new StoredHistories(database.database());
    remembered = new StoredRemembered(database.database());
    recounts = new StoredRecounts(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void keyResultsAndIssues() {
    StoredObjectives objectives = new StoredObjectives(database.database());
    long objectiveId =
        objectives
            .add(
                new NewObjective(
                    3, Optional.empty(), ObjectiveContent.of("Title", "", "anna"), Okrs.ACTIVE),
                List.of(),
                BY_ANNA)
            .id();
    for (int i = 0; i < KEY_RESULTS; i++) {
      NewKeyResult added =
          new NewKeyResult(
              KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, WeightBy.ISSUES), Okrs.ACTIVE);
      keyResults.add(objectives.add(objectiveId, added, BY_ANNA).id());
    }
    LongStream.rangeClosed(1, ISSUES).forEach(this::change);
    note = remembered.write("rebuild", Optional.empty(), "0");
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void findsNoDifferenceWhateverHappened() {
    for (int i = 0; i < OPERATIONS; i++) {
      String done = operate();
      Compared compared = recounts.compare(keyResults);
      assertThat(compared.differences()).as("seed %s, operation %s: %s", seed, i, done).isEmpty();
      assertThat(compared.doubtful()).as("seed %s, operation %s: %s", seed, i, done).isEmpty();
    }
    Map<String, List<Object>> before = contributions();
    assertThat(recount().changed()).as("seed %s", seed).isZero();
    assertThat(contributions()).isEqualTo(before);

    spoil();
    assertThat(recounts.compare(keyResults).differences().isEmpty())
        .isEqualTo(contributions().equals(before));
    recount();
    assertThat(contributions()).as("seed %s", seed).isEqualTo(before);
  }

  private String operate() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> link();
      case 3 -> end();
      case 4, 5 -> look();
      case 6, 7, 8 -> move();
      default -> random.nextInt(5) == 0 ? delete() : move();
    };
  }

  private String link() {
    LinkTarget target =
        switch (random.nextInt(7)) {
          case 0 -> new LinkTarget.Sprint(1 + random.nextInt(3));
          case 1 -> new LinkTarget.Version(1 + random.nextInt(2));
          case 2 -> new LinkTarget.Epic(100 + random.nextInt(2));
          case 3 -> new LinkTarget.Query("project = P" + random.nextInt(3));
          default -> new LinkTarget.Issue(some());
        };
    if (target instanceof LinkTarget.Issue issue && gone.contains(issue.id())) {
      return "nothing";
    }
    Set<Long> members =
        switch (target.kind()) {
          case ISSUE -> Set.of(target.id());
          case JQL -> subset();
          case SPRINT -> in(state -> state.sprintIds().contains(target.id()));
          case VERSION -> in(state -> state.versionIds().contains(target.id()));
          case EPIC -> in(state -> state.epicId().filter(id -> id == target.id()).isPresent());
        };
    workLinks.add(any(), target, Optional.empty(), states(members), BY_ANNA);
    return "link " + target + " " + members;
  }

  private Set<Long> in(Predicate<IssueSnapshot> place) {
    Set<Long> members = new HashSet<>();
    snapshots.forEach(
        (id, state) -> {
          if (!gone.contains(id) && place.test(state)) {
            members.add(id);
          }
        });
    return members;
  }

  private String end() {
    long keyResultId = any();
    workLinks.linksOf(keyResultId).stream()
        .findFirst()
        .ifPresent(link -> workLinks.end(keyResultId, link.id(), BY_ANNA));
    return "end";
  }

  private String look() {
    workLinks
        .queries(0, 1)
        .forEach(
            query -> {
              Set<Long> added = subset();
              Set<Long> lost = subset();
              lost.removeAll(added);
              workLinks.hits(query.id(), states(added), lost, Instant.ofEpochMilli(++changes));
            });
    return "look";
  }

  private String move() {
    long issueId = some();
    if (gone.contains(issueId)) {
      return "nothing";
    }
    change(issueId);
    links.rewrite(issues.get(issueId));
    workLinks.settle(keyResults, states(Set.of(issueId)));
    return "move " + snapshots.get(issueId);
  }

  private String delete() {
    long issueId = some();
    gone.add(issueId);
    links.forgetIssue(issueId);
    histories.gone(issueId, Instant.ofEpochMilli(++changes));
    workLinks.settle(keyResults, states(issues.keySet()));
    return "delete " + issueId;
  }

  /** An issue becomes another one; every third is a sub-task of the one before. */
  private void change(long issueId) {
    boolean isNew = !steps.containsKey(issueId);
    Optional<Long> parentId = issueId % 3 == 0 ? Optional.of(issueId - 1) : Optional.empty();
    StatusCategory category = StatusCategory.values()[random.nextInt(3)];
    IssueSnapshot state =
        new IssueSnapshot(
            1 + random.nextInt(2),
            String.valueOf(category.ordinal()),
            category,
            Optional.of("1").filter(id -> category == StatusCategory.DONE),
            Optional.of(new BigDecimal("2.5")).filter(points -> random.nextBoolean()),
            Optional.of(3_600L).filter(estimate -> random.nextBoolean()),
            some(3),
            some(2),
            Optional.of(100L + random.nextInt(2)).filter(id -> random.nextBoolean()),
            parentId);
    Instant at = Instant.ofEpochMilli(++changes);
    steps
        .computeIfAbsent(issueId, id -> new ArrayList<>())
        .add(new KeptHistory.Step(isNew ? KeptHistory.CREATION : changes, at, state, "1"));
    snapshots.put(issueId, state);
    issues.put(
        issueId,
        new IssueState(
            issueId,
            "DEMO-" + issueId,
            state.projectId(),
            Optional.of(state.statusId()),
            category,
            state.resolutionId(),
            state.points(),
            state.originalEstimate(),
            parentId,
            at));
    histories.replace(List.of(new KeptHistory(issueId, steps.get(issueId), Optional.empty())));
  }

  private Set<Long> some(int most) {
    Set<Long> some = new HashSet<>();
    LongStream.rangeClosed(1, most).filter(id -> random.nextInt(3) == 0).forEach(some::add);
    return some;
  }

  private long some() {
    return 1 + random.nextInt(ISSUES);
  }

  private long any() {
    return keyResults.get(random.nextInt(KEY_RESULTS));
  }

  private Set<Long> subset() {
    Set<Long> some = some(ISSUES);
    some.removeAll(gone);
    return some;
  }

  private List<IssueState> states(Collection<Long> ids) {
    return ids.stream().map(issues::get).toList();
  }

  private void spoil() {
    database
        .database()
        .write(
            session -> {
              session.update("delete from {CONTRIBUTION} where [ISSUE_ID] = 2");
              session.update("update {CONTRIBUTION} set [COUNTS] = 1 - [COUNTS]");
              session.update("update {CONTRIBUTION} set [POINTS] = 99 where [ISSUE_ID] > 8");
              session.update(
                  "update {CONTRIBUTION} set [ISSUE_ID] = 5, [NATURAL_KEY] ="
                      + " concat(concat([KEY_RESULT_ID], ':'), 5) where [ISSUE_ID] = 4 and not"
                      + " exists (select 1 from {CONTRIBUTION} c where c.[ISSUE_ID] = 5)");
              return 0;
            });
  }

  private Recounted recount() {
    Recounted recounted =
        recounts
            .recount(keyResults, Map.of(), new Place("rebuild", note.orElseThrow()), "1")
            .orElseThrow();
    note = Optional.of(recounted.now());
    return recounted;
  }

  /** All contributions but for their ids, by their natural key. */
  private Map<String, List<Object>> contributions() {
    return database
        .database()
        .read(
            session ->
                session.list(
                    "select c.[NATURAL_KEY], c.[KEY_RESULT_ID], c.[ISSUE_ID], c.[COUNTS],"
                        + " c.[ISSUE_PROJECT_ID], c.[STATUS_ID], c.[STATUS_CATEGORY],"
                        + " c.[RESOLUTION_ID], c.[POINTS], c.[ESTIMATE], c.[PARENT_ID],"
                        + " c.[ISSUE_UPDATED] from {CONTRIBUTION} c",
                    row -> {
                      List<Object> values = new ArrayList<>();
                      for (int i = 1; i <= 12; i++) {
                        values.add(String.valueOf(row.getObject(i)));
                      }
                      return values;
                    }))
        .stream()
        .collect(toMap(values -> String.valueOf(values.get(0)), values -> values));
  }

  @Test
  public void tellsWhatIsStoredAndWhatItComesTo() {
    workLinks.add(
        keyResults.get(0), new LinkTarget.Issue(1), Optional.empty(), states(Set.of(1L)), BY_ANNA);
    database
        .database()
        .write(session -> session.update("delete from {CONTRIBUTION} where [ISSUE_ID] = 1"));

    Compared compared = recounts.compare(keyResults);
    assertThat(compared.differences()).hasSize(1);
    assertThat(compared.differences().get(0).keyResultId()).isEqualTo(keyResults.get(0));
    assertThat(compared.differences().get(0).stored())
        .isEqualTo(new Sums(0, 0, 0, BigDecimal.ZERO));
    IssueState issue = issues.get(1L);
    assertThat(compared.differences().get(0).computed())
        .isEqualTo(
            new Sums(
                1,
                1,
                issue.category() == StatusCategory.DONE ? 1 : 0,
                issue.points().orElse(BigDecimal.ZERO)));
    assertThat(recounts.linked()).containsExactly(keyResults.get(0));
    assertThat(recounts.keyResults()).isEqualTo(KEY_RESULTS);
  }

  @Test
  public void aStoredFigureThatIsWrongIsToldAndReckonedAnew() {
    long keyResultId = keyResults.get(0);
    workLinks.add(
        keyResultId, new LinkTarget.Issue(1), Optional.empty(), states(Set.of(1L)), BY_ANNA);
    assertThat(recounts.compare(keyResults).differences()).isEmpty();
    database
        .database()
        .write(session -> session.update("update {FIGURE} set [TO_DO] = 9, [TOTAL_WEIGHT] = '9'"));

    Compared compared = recounts.compare(keyResults);
    assertThat(compared.differences()).hasSize(1);
    assertThat(compared.differences().get(0).stored().issues()).isGreaterThan(8);
    assertThat(compared.differences().get(0).computed().issues()).isOne();
    recount();
    assertThat(recounts.compare(keyResults).differences()).isEmpty();
  }

  @Test
  public void aCopyThatIsNewerThanTheHistoryStaysUntilTheHistoryIsRead() {
    long keyResultId = keyResults.get(0);
    workLinks.add(
        keyResultId, new LinkTarget.Issue(1), Optional.empty(), states(Set.of(1L)), BY_ANNA);
    Instant later = Instant.ofEpochMilli(++changes);
    IssueState other =
        new IssueState(
            1, "DEMO-1", 9, StatusCategory.DONE, Optional.of("7"), Optional.empty(), later);
    links.rewrite(other);

    assertThat(recounts.compare(keyResults).differences()).isEmpty();
    Recounted first = recount();
    assertThat(first.changed()).isZero();
    assertThat(first.doubtful()).isEqualTo(Map.of(1L, later));

    Recounted again =
        recounts
            .recount(
                keyResults,
                Map.of(1L, later.minusMillis(1)),
                new Place("rebuild", note.orElseThrow()),
                "2")
            .orElseThrow();
    assertThat(again.changed()).as("it changed once more meanwhile").isZero();
    assertThat(
            recounts
                .recount(keyResults, first.doubtful(), new Place("rebuild", again.now()), "3")
                .orElseThrow()
                .changed())
        .isOne();
    assertThat(recounts.compare(keyResults).doubtful()).isEmpty();
  }

  @Test
  public void anIssueWithoutAHistoryIsDoubtfulAndStays() {
    long keyResultId = keyResults.get(0);
    IssueState unknown =
        new IssueState(
            77,
            "DEMO-77",
            9,
            StatusCategory.DONE,
            Optional.empty(),
            Optional.empty(),
            Instant.ofEpochMilli(5));
    workLinks.add(
        keyResultId, new LinkTarget.Issue(77), Optional.empty(), List.of(unknown), BY_ANNA);

    Recounted recounted = recount();
    assertThat(recounted.changed()).isZero();
    assertThat(recounted.doubtful()).isEqualTo(Map.of(77L, Instant.ofEpochMilli(5)));
    database.database().write(session -> session.update("delete from {CONTRIBUTION}"));
    assertThat(recount().doubtful()).isEqualTo(Map.of(77L, Instant.EPOCH));
  }

  @Test
  public void nothingIsCountedWhereSomebodyElseCounts() {
    remembered.write("rebuild", note, "other");
    database.database().write(session -> session.update("delete from {CONTRIBUTION}"));

    assertThat(
            recounts.recount(keyResults, Map.of(), new Place("rebuild", note.orElseThrow()), "1"))
        .isEmpty();
    assertThat(remembered.read("rebuild").orElseThrow().text()).isEqualTo("other");
  }

  @Test
  public void takesAsManyKeyResultsAsAreCountedTogether() {
    workLinks.add(
        keyResults.get(1),
        new LinkTarget.Query("project = P"),
        Optional.empty(),
        states(Set.of(1L, 2L, 4L, 5L)),
        BY_ANNA);

    assertThat(recounts.next(0, 3)).containsExactly(keyResults.get(0));
    assertThat(recounts.next(keyResults.get(0), 3)).containsExactly(keyResults.get(1));
    assertThat(recounts.next(0, 4)).containsExactlyElementsOf(keyResults);
    assertThat(recounts.next(keyResults.get(2), 3)).isEmpty();
  }
}
