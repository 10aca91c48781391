package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Alignment;
import io.bearings.okr.AlignmentGraph;
import io.bearings.okr.Alignments;
import io.bearings.okr.Arrow;
import io.bearings.okr.Change;
import io.bearings.okr.NewChange;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Tag;
import io.bearings.okr.Visibility;
import io.bearings.okr.WriteKeys.Reservation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Arrows, history and the keys of writes, in each kind of database. */
@RunWith(Parameterized.class)
public class StoredPlansTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Edit BY_ANNA = new Edit(new Person("anna"), NOW);
  private static final String KEY = "k".repeat(64);
  private static final String REQUEST = "r".repeat(64);

  private final TestDatabase database;
  private final StoredAlignments alignments;
  private final StoredChanges changes;
  private final StoredWriteKeys keys;

  public StoredPlansTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    alignments = new StoredAlignments(database.database());
    changes = new StoredChanges(database.database());
    keys = new StoredWriteKeys(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return List.of(
        new Object[] {"H2", (Supplier<TestDatabase>) TestDatabase::withTables},
        new Object[] {"PostgreSQL", (Supplier<TestDatabase>) TestDatabase::onPostgresWithTables});
  }

  @After
  public void close() {
    database.close();
  }

  private long objective(long unitId, String title) {
    return new StoredObjectives(database.database())
        .add(
            new NewObjective(
                unitId, Optional.of(7L), ObjectiveContent.of(title, "", "bert"), Okrs.ACTIVE),
            List.of(),
            BY_ANNA)
        .id();
  }

  private static Alignments.NewAlignment arrow(
      Alignment.Kind kind, long from, long to, Optional<Long> keyResult) {
    return new Alignments.NewAlignment(kind, from, to, keyResult, new BigDecimal("2.5"));
  }

  @Test
  public void keepsEachArrowOnce() {
    long low = objective(3, "Low");
    long high = objective(4, "High");
    Alignment drawn =
        alignments
            .add(arrow(Alignment.Kind.CONTRIBUTES, low, high, Optional.of(99L)), List.of(), BY_ANNA)
            .orElseThrow();
    assertThat(drawn.weight()).isEqualByComparingTo("2.5");
    assertThat(alignments.alignment(drawn.id())).contains(drawn);
    assertThat(
            alignments.add(
                arrow(Alignment.Kind.CONTRIBUTES, low, high, Optional.of(99L)), List.of(), BY_ANNA))
        .isEmpty();
    Alignment depends =
        alignments
            .add(
                arrow(Alignment.Kind.DEPENDS, low, high, Optional.empty()),
                List.of(change("alignment")),
                BY_ANNA)
            .orElseThrow();
    assertThat(changes.ofObjective(12, 1_000, 5)).hasSize(1);
    assertThat(alignments.contributions())
        .containsExactly(new AlignmentGraph.Contribution(low, high));
    Arrow.End end = new Arrow.End(4, Optional.of(7L), "High", Visibility.UNIT_VIEWERS, "bert");
    assertThat(alignments.between(List.of(3L), List.of(4L)))
        .containsExactly(new Arrow(drawn, end), new Arrow(depends, end));
    assertThat(alignments.between(List.of(8L), List.of(4L))).hasSize(1);
    assertThat(alignments.between(List.of(8L), List.of(9L))).isEmpty();
    assertThat(alignments.from(List.of(low))).hasSize(2);
    assertThat(alignments.to(List.of(99L))).extracting(Arrow::alignment).containsExactly(drawn);
    BigDecimal three = new BigDecimal("3");
    assertThat(alignments.weigh(depends, three, List.of(), BY_ANNA))
        .contains(depends.weighing(three));
    assertThat(alignments.alignment(depends.id())).contains(depends.weighing(three));
    assertThat(alignments.remove(depends, List.of(change("alignment")), BY_ANNA)).isTrue();
    assertThat(alignments.weigh(depends, three, List.of(change("weight")), BY_ANNA)).isEmpty();
    assertThat(alignments.remove(depends, List.of(), BY_ANNA)).isFalse();
    assertThat(alignments.alignment(depends.id())).isEmpty();
  }

  private static NewChange change(String field) {
    return new NewChange(
        12,
        Optional.of(34L),
        field,
        Optional.empty(),
        Optional.of("x".repeat(400)),
        Optional.of("Because"),
        ScoreChange.MOVED_GOALPOST,
        Tag.API,
        new NewChange.Scores(
            Optional.of(new BigDecimal("0.1234567890123456789012345678901234")),
            Optional.empty(),
            Optional.of(BigDecimal.ONE),
            Optional.of(BigDecimal.ZERO)));
  }

  @Test
  public void remembersInOrderAndIsToldOnceThatALeadAgrees() {
    database
        .database()
        .write(
            session -> {
              StoredChanges.insert(session, List.of(change("target"), change("due")), BY_ANNA);
              return 0;
            });
    List<Change> latest = changes.ofKeyResult(34, Long.MAX_VALUE, 1);
    assertThat(latest).extracting(each -> each.what().field()).containsExactly("due");
    Change first = changes.ofObjective(12, latest.get(0).id(), 9).get(0);
    assertThat(first.what().field()).isEqualTo("target");
    assertThat(first.what().from()).isEmpty();
    assertThat(first.what().to().orElseThrow()).hasSize(140).endsWith("\u2026");
    assertThat(first.what().scores()).isEqualTo(change("target").scores());
    assertThat(first.by()).isEqualTo("anna");
    assertThat(first.at()).isEqualTo(NOW);
    assertThat(changes.consent(first.id(), ScoreChange.ADJUSTMENT, BY_ANNA)).isTrue();
    assertThat(changes.consent(first.id(), ScoreChange.ADJUSTMENT, BY_ANNA)).isFalse();
    Change agreed = changes.change(first.id()).orElseThrow();
    assertThat(agreed.consentBy()).contains("anna");
    assertThat(agreed.what().label()).isEqualTo(ScoreChange.ADJUSTMENT);
    assertThat(changes.change(0)).isEmpty();
  }

  @Test
  public void aWriteIsReservedOnceAndItsAnswerKept() {
    long id = reserved(keys.reserve(KEY, REQUEST, NOW));
    assertThat(keys.reserve(KEY, REQUEST, NOW)).isEqualTo(new Reservation.UnderWay());
    assertThat(keys.reserve(KEY, "s".repeat(64), NOW)).isEqualTo(new Reservation.OtherRequest());
    keys.complete(id, 201, "{\"text\":\"\u05d0\"}");
    assertThat(keys.reserve(KEY, REQUEST, NOW.plus(Duration.ofHours(23))))
        .isEqualTo(new Reservation.Answered(201, "{\"text\":\"\u05d0\"}"));
    assertThat(reserved(keys.reserve(KEY, REQUEST, NOW.plus(Duration.ofHours(25)))))
        .isGreaterThan(id);
  }

  @Test
  public void aWriteThatWasCutOffMayBeMadeAgainAfterTenMinutes() {
    long id = reserved(keys.reserve(KEY, REQUEST, NOW));
    assertThat(keys.reserve(KEY, REQUEST, NOW.plusSeconds(599)))
        .isEqualTo(new Reservation.UnderWay());
    assertThat(reserved(keys.reserve(KEY, REQUEST, NOW.plusSeconds(601)))).isGreaterThan(id);
  }

  @Test
  public void aKeyThatWasGivenBackIsFree() {
    long id = reserved(keys.reserve(KEY, REQUEST, NOW));
    keys.release(id);
    assertThat(reserved(keys.reserve(KEY, REQUEST, NOW))).isGreaterThan(id);
  }

  @Test
  public void anEmptyAnswerIsKeptAsOne() {
    keys.complete(reserved(keys.reserve(KEY, REQUEST, NOW)), 204, "");
    assertThat(keys.reserve(KEY, REQUEST, NOW)).isEqualTo(new Reservation.Answered(204, ""));
  }

  private static long reserved(Reservation reservation) {
    assertThat(reservation).isInstanceOf(Reservation.Reserved.class);
    return ((Reservation.Reserved) reservation).id();
  }
}
