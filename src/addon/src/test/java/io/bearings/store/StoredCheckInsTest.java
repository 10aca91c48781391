package io.bearings.store;

import static io.bearings.store.TalkRows.ANNA;
import static io.bearings.store.TalkRows.BERT;
import static io.bearings.store.TalkRows.BY_ANNA;
import static io.bearings.store.TalkRows.BY_BERT;
import static io.bearings.store.TalkRows.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckIns;
import io.bearings.okr.Evidence;
import io.bearings.okr.Message;
import io.bearings.okr.NewCheckIn;
import io.bearings.okr.NewEvidence;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Tag;
import io.bearings.okr.Words;
import io.bearings.talk.Item;
import io.bearings.talk.Notice;
import io.bearings.talk.Subject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Check-ins, evidence, and what they leave beside their key result, on each database. */
@RunWith(Parameterized.class)
public class StoredCheckInsTest {
  private final TestDatabase database;

  public StoredCheckInsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private TalkRows rows;
  private StoredCheckIns checkIns;
  private StoredEvidence evidence;
  private long objectiveId;
  private long keyResultId;

  @Before
  public void rows() {
    rows = new TalkRows(database.database());
    checkIns = new StoredCheckIns(database.database());
    evidence = new StoredEvidence(database.database());
    objectiveId = rows.objective();
    keyResultId = rows.keyResult(objectiveId, Source.MANUAL);
  }

  @Test
  public void keepsWhatWasEntered() {
    Words words = new Words("Größer \uD83D\uDE80 <b>", "p\nq", "r", "s".repeat(5_000));
    NewCheckIn entered =
        new NewCheckIn(
            keyResultId,
            Optional.of(new BigDecimal("12.500")),
            7,
            LocalDate.parse("2026-11-20"),
            words,
            Optional.empty(),
            Tag.MANUAL);
    long id = checkIns.add(entered, BY_ANNA).id();
    assertThat(checkIns.of(keyResultId, Optional.empty(), 10))
        .containsExactly(
            new CheckIn(
                id,
                keyResultId,
                Optional.of(new BigDecimal("12.5")),
                7,
                LocalDate.parse("2026-11-20"),
                NOW,
                "anna",
                words,
                Optional.empty(),
                Optional.empty(),
                Tag.MANUAL));
  }

  @Test
  public void writesBesideTheKeyResultWhatTheCheckInsAmountTo() {
    long late = enter("2026-11-20", "6", 8, BY_ANNA);
    enter("2026-11-10", "3", 2, BY_BERT);
    assertThat(cell("CURRENT_VALUE")).contains("6");
    assertThat(cell("CURRENT_ON")).contains("2026-11-20");
    assertThat(cell("SPARK")).contains("2026-11-10=3;2026-11-20=6");
    assertThat(cell("DAILY_VALUES")).isEmpty();
    assertThat(cell("LAST_CHECK_IN_ID")).contains(String.valueOf(late));
    assertThat(cell("LAST_CHECK_IN_ON")).contains("2026-11-20");
    assertThat(cell("LAST_CHECK_IN_BY")).contains("anna");
    assertThat(cell("LAST_CHECK_IN_AT")).contains(String.valueOf(NOW.toEpochMilli()));
    assertThat(cell("FIRST_CHECK_IN_AT")).contains(String.valueOf(NOW.toEpochMilli()));
    assertThat(cell("CONFIDENCE")).contains("8");
    assertThat(cell("VERSION_NO")).contains("1");
  }

  @Test
  public void aCorrectionTakesThePlaceOfTheEntryThatItNames() {
    long wrong = enter("2026-11-20", "9", 9, BY_ANNA);
    long right = enter("2026-11-19", "4", 5, BY_BERT, Optional.of(wrong));
    assertThat(cell("CURRENT_VALUE")).contains("4");
    assertThat(cell("CURRENT_ON")).contains("2026-11-19");
    assertThat(cell("SPARK")).contains("2026-11-19=4");
    assertThat(cell("CONFIDENCE")).contains("5");
    assertThat(checkIns.of(keyResultId, Optional.empty(), 10))
        .extracting(CheckIn::id, CheckIn::replaces, CheckIn::replacedBy)
        .containsExactly(
            tuple(wrong, Optional.empty(), Optional.of(right)),
            tuple(right, Optional.of(wrong), Optional.empty()));
  }

  @Test
  public void aCheckInOfWordsLeavesTheValue() {
    enter("2026-11-10", "2", 5, BY_ANNA);
    NewCheckIn said =
        new NewCheckIn(
            keyResultId,
            Optional.empty(),
            3,
            LocalDate.parse("2026-11-15"),
            Words.NONE,
            Optional.empty(),
            Tag.API);
    long words = checkIns.add(said, BY_ANNA).id();
    assertThat(cell("CURRENT_VALUE")).contains("2");
    assertThat(cell("CONFIDENCE")).contains("3");
    assertThat(cell("LAST_CHECK_IN_ID")).contains(String.valueOf(words));
  }

  @Test
  public void ofTwoEntriesOfOneMomentTheLaterIdCounts() {
    enter("2026-11-20", "1", 5, BY_ANNA);
    enter("2026-11-20", "2", 5, BY_ANNA);
    assertThat(cell("CURRENT_VALUE")).contains("2");
  }

  @Test
  public void whoeverWasTakenLastCountsAlsoIfTheirClockIsBehind() {
    enter("2026-11-20", "1", 5, BY_ANNA);
    enter("2026-11-20", "2", 6, new Edit(BY_ANNA.who(), NOW.minusMillis(3)));
    assertThat(cell("CURRENT_VALUE")).contains("2");
    assertThat(cell("CONFIDENCE")).contains("6");
    assertThat(checkIns.of(keyResultId, Optional.empty(), 1))
        .extracting(CheckIn::at)
        .containsExactly(NOW);
  }

  @Test
  public void replacesOnlyAnEntryOfTheSameKeyResultAndOnlyOnce() {
    long first = enter("2026-11-20", "1", 5, BY_ANNA);
    enter("2026-11-20", "2", 5, BY_ANNA, Optional.of(first));
    assertThat(refused(first)).isEqualTo(Message.of("bearings.error.replacedAlready", first));
    long other = rows.keyResult(objectiveId, Source.MANUAL);
    keyResultId = other;
    assertThat(refused(first)).isEqualTo(Message.of("bearings.error.noSuchCheckIn", first));
    assertThat(checkIns.of(other, Optional.empty(), 10)).isEmpty();
  }

  private Message refused(long replaces) {
    return catchThrowableOfType(
            Refusal.Invalid.class,
            () -> enter("2026-11-20", "3", 5, BY_ANNA, Optional.of(replaces)))
        .fields()
        .get("replaces");
  }

  @Test
  public void keepsAllValuesOfWhatIsMaintainedAndTwelveForTheSparkLine() {
    keyResultId = rows.keyResult(objectiveId, Source.MAINTAIN);
    for (int day = 10; day < 25; day++) {
      enter("2026-10-" + day, String.valueOf(day), 5, BY_ANNA);
    }
    assertThat(cell("DAILY_VALUES")).contains(values(10, 25));
    assertThat(cell("SPARK")).contains(values(13, 25));
  }

  private static String values(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(day -> "2026-10-" + day + "=" + day)
        .collect(Collectors.joining(";"));
  }

  @Test
  public void tellsOwnersAndFollowersButNotTheWriter() {
    StoredFollowers followers = new StoredFollowers(database.database());
    followers.add(objectiveId, new Person("vera"), BY_ANNA);
    followers.add(objectiveId, BERT, BY_ANNA);
    long id = enter("2026-11-20", "1", 5, BY_BERT);
    StoredNotices notices = new StoredNotices(database.database(), Clock.systemUTC());
    assertThat(notices.of(BERT, Optional.empty(), 10)).isEmpty();
    for (Person told : List.of(ANNA, new Person("vera"))) {
      List<Notice> inbox = notices.of(told, Optional.empty(), 10);
      assertThat(inbox).extracting(Notice::kind).containsExactly(Notice.Kind.CHANGE);
      Item about = inbox.get(0).about();
      assertThat(about.subject()).isEqualTo(Subject.checkIn(id));
      assertThat(about.key()).isEqualTo("KR-" + keyResultId);
      assertThat(about.authorKey()).contains("bert");
    }
  }

  @Test
  public void writesNothingOfWhatCannotBeWrittenWhole() {
    NewCheckIn impossible =
        new NewCheckIn(
            keyResultId,
            Optional.of(new BigDecimal("1".repeat(61))),
            5,
            LocalDate.parse("2026-11-20"),
            Words.NONE,
            Optional.empty(),
            Tag.API);
    assertThatThrownBy(() -> checkIns.add(impossible, BY_ANNA))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(checkIns.of(keyResultId, Optional.empty(), 10)).isEmpty();
    assertThat(cell("CURRENT_VALUE")).isEmpty();
    keyResultId = 99;
    assertThatThrownBy(() -> enter("2026-11-20", "3", 5, BY_ANNA))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("KR-99");
  }

  @Test
  public void losesNothingWhenPeopleSaveAtOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    List<Callable<Long>> entries = new ArrayList<>();
    for (int day = 10; day < 26; day++) {
      String on = "2026-10-" + day;
      String value = String.valueOf(day);
      entries.add(() -> enter(on, value, 5, BY_ANNA));
    }
    try {
      for (Future<Long> each : executor.invokeAll(entries)) {
        each.get();
      }
    } finally {
      executor.shutdown();
    }
    assertThat(checkIns.of(keyResultId, Optional.empty(), 100)).hasSize(16);
    assertThat(cell("SPARK")).contains(values(14, 26));
    assertThat(cell("CURRENT_VALUE")).contains("25");
  }

  @Test
  public void readsOnBehindAPlaceByOneStatement() {
    long a = enter("2026-11-20", "1", 5, BY_ANNA);
    long b = enter("2026-11-10", "1", 5, BY_ANNA);
    long c = enter("2026-11-20", "1", 5, BY_ANNA);
    long d = enter("2026-11-05", "1", 5, BY_ANNA);
    database.statements();
    assertThat(checkIns.of(keyResultId, Optional.empty(), 2))
        .extracting(CheckIn::id)
        .containsExactly(c, a);
    assertThat(database.statements()).isEqualTo(1);
    CheckIns.Mark behind = new CheckIns.Mark(LocalDate.parse("2026-11-20"), a);
    assertThat(checkIns.of(keyResultId, Optional.of(behind), 10))
        .extracting(CheckIn::id)
        .containsExactly(b, d);
  }

  @Test
  public void readsTheCheckInsOfManyKeyResultsByOneStatement() {
    long first = enter("2026-11-20", "1", 5, BY_ANNA);
    long one = keyResultId;
    keyResultId = rows.keyResult(objectiveId, Source.MANUAL);
    long second = enter("2026-11-10", "1", 5, BY_ANNA);
    long third = enter("2026-11-05", "1", 5, BY_ANNA);
    rows.keyResult(objectiveId, Source.MANUAL);
    database.statements();
    assertThat(checkIns.ofAll(List.of(keyResultId, one)))
        .extracting(CheckIn::id)
        .containsExactly(first, second, third);
    assertThat(database.statements()).isEqualTo(1);
    assertThat(checkIns.ofAll(List.of())).isEmpty();
  }

  @Test
  public void costsNoMoreStatementsWithManyCheckIns() {
    enter("2026-10-10", "1", 5, BY_ANNA);
    database.statements();
    enter("2026-10-11", "1", 5, BY_ANNA);
    int few = database.statements();
    for (int day = 12; day < 31; day++) {
      enter("2026-10-" + day, "1", 5, BY_ANNA);
    }
    database.statements();
    enter("2026-11-01", "1", 5, BY_ANNA);
    assertThat(database.statements()).isEqualTo(few).isLessThanOrEqualTo(8);
  }

  @Test
  public void evidenceCountsWhenASecondPersonHasConfirmedIt() {
    keyResultId = rows.keyResult(objectiveId, Source.EVIDENCE);
    long first = give("2026-11-10");
    give("2026-11-11");
    long third = give("2026-11-20");
    assertThat(cell("CURRENT_VALUE")).isEmpty();
    Evidence piece = evidence.evidence(third).orElseThrow();
    assertThat(evidence.confirm(piece, BY_BERT)).isTrue();
    assertThat(evidence.confirm(piece, BY_ANNA)).isFalse();
    assertThat(evidence.evidence(third).orElseThrow().confirmed())
        .contains(new Evidence.Confirmed("bert", BY_BERT.when()));
    evidence.confirm(evidence.evidence(first).orElseThrow(), BY_BERT);
    assertThat(cell("CURRENT_VALUE")).contains("2");
    assertThat(cell("CURRENT_ON")).contains("2026-11-20");
    assertThat(cell("SPARK")).contains("2026-11-10=1;2026-11-20=2");
    assertThat(cell("EVIDENCE_COUNT")).contains("2");
    assertThat(cell("EVIDENCE_ON")).contains("2026-11-20");
    checkIns.add(
        new NewCheckIn(
            keyResultId,
            Optional.empty(),
            4,
            LocalDate.parse("2026-11-21"),
            Words.NONE,
            Optional.empty(),
            Tag.API),
        BY_ANNA);
    assertThat(cell("CURRENT_VALUE")).contains("2");
    assertThat(cell("CONFIDENCE")).contains("4");
  }

  @Test
  public void listsEvidenceNewestFirst() {
    long first = give("2026-11-10");
    long second =
        evidence.add(
            new NewEvidence(
                keyResultId,
                "",
                Optional.of("https://example.org/?q=1"),
                LocalDate.parse("2026-11-01")),
            BY_BERT);
    assertThat(evidence.of(keyResultId, Optional.empty(), 10))
        .containsExactly(
            new Evidence(
                second,
                keyResultId,
                "",
                Optional.of("https://example.org/?q=1"),
                LocalDate.parse("2026-11-01"),
                "bert",
                BY_BERT.when(),
                Optional.empty()),
            evidence.evidence(first).orElseThrow());
    assertThat(evidence.of(keyResultId, Optional.of(second), 10))
        .extracting(Evidence::id)
        .containsExactly(first);
    assertThat(evidence.evidence(99)).isEmpty();
  }

  private long give(String day) {
    return evidence.add(
        new NewEvidence(keyResultId, "It helped", Optional.empty(), LocalDate.parse(day)), BY_ANNA);
  }

  private long enter(String day, String value, int confidence, Edit by) {
    return enter(day, value, confidence, by, Optional.empty());
  }

  private long enter(String day, String value, int confidence, Edit by, Optional<Long> replaces) {
    NewCheckIn checkIn =
        new NewCheckIn(
            keyResultId,
            Optional.of(new BigDecimal(value)),
            confidence,
            LocalDate.parse(day),
            Words.NONE,
            replaces,
            Tag.API);
    return checkIns.add(checkIn, by).id();
  }

  private Optional<String> cell(String column) {
    return rows.cell("KEY_RESULT", keyResultId, column);
  }
}
