package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.rhythm.Digest;
import io.bearings.rhythm.Reminded;
import io.bearings.rhythm.Reminders.Batch;
import io.bearings.rhythm.Reminders.Claimed;
import io.bearings.rhythm.Reminders.Past;
import io.bearings.rhythm.Reminders.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Who was reminded, on each database. */
@RunWith(Parameterized.class)
public class StoredRemindersTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final TestDatabase database;
  private final StoredReminders reminders;

  public StoredRemindersTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    reminders = new StoredReminders(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private static Digest digest(String person, LocalDate slot) {
    return new Digest(person, slot, List.of(), 3, 1);
  }

  private static Batch batch(String run, int number, Instant at, String... people) {
    return new Batch(
        run, number, at, Arrays.stream(people).map(each -> digest(each, MONDAY)).toList());
  }

  @Test
  public void aPersonIsClaimedOnceForASlot() {
    assertThat(reminders.claim(batch("one", 1, NOW, "anna", "ben")))
        .containsExactlyInAnyOrder("anna", "ben");
    assertThat(reminders.claim(batch("two", 1, NOW, "ben", "carl"))).containsExactly("carl");
    assertThat(reminders.claim(batch("two", 2, NOW, "anna", "ben"))).isEmpty();
    assertThat(
            reminders.claim(new Batch("two", 3, NOW, List.of(digest("anna", MONDAY.plusDays(1))))))
        .containsExactly("anna");
    assertThat(reminders.of("anna", 10))
        .containsExactly(
            new Past(MONDAY.plusDays(1), NOW, State.CLAIMED, 3, 1),
            new Past(MONDAY, NOW, State.CLAIMED, 3, 1));
    assertThat(reminders.of("anna", 1)).hasSize(1);
  }

  @Test
  public void aUserKeyMayBeAsLongAsJiraAllows() {
    String one = "a".repeat(254) + "1";
    String other = "a".repeat(254) + "2";
    assertThat(reminders.claim(batch("one", 1, NOW, one, other))).hasSize(2);
    assertThat(reminders.claim(batch("two", 1, NOW, one, other))).isEmpty();
  }

  @Test
  public void aRunThatEndsHasToldEverybody() {
    reminders.claim(batch("one", 1, NOW, "anna"));
    reminders.claim(batch("one", 2, NOW, "ben"));
    reminders.end("one");
    assertThat(reminders.lose(NOW.plus(Duration.ofDays(1)))).isEmpty();
    assertThat(reminders.of("anna", 1)).extracting(Past::state).containsExactly(State.TOLD);
    assertThat(reminders.since(MONDAY))
        .containsEntry("ben", new Reminded(Optional.of(MONDAY), Optional.of(MONDAY)));
    assertThat(reminders.since(MONDAY.plusDays(1))).isEmpty();
  }

  @Test
  public void aRunThatNeverGoesOnLosesItsLastBatchAndNoOther() {
    reminders.claim(batch("dead", 1, NOW, "anna"));
    reminders.claim(batch("dead", 2, NOW, "ben"));
    reminders.claim(batch("alive", 1, NOW.plusSeconds(60), "carl"));
    assertThat(reminders.lose(NOW)).as("not yet").isEmpty();
    assertThat(reminders.lose(NOW.plusSeconds(1))).containsExactly(new Claimed("ben", MONDAY));
    assertThat(reminders.lose(NOW.plusSeconds(1))).as("each once").isEmpty();
    assertThat(reminders.of("anna", 1)).extracting(Past::state).containsExactly(State.TOLD);
    assertThat(reminders.of("ben", 1)).extracting(Past::state).containsExactly(State.LOST);
    assertThat(reminders.of("carl", 1)).extracting(Past::state).containsExactly(State.CLAIMED);
    assertThat(reminders.since(MONDAY))
        .containsEntry("ben", new Reminded(Optional.of(MONDAY), Optional.empty()));
    assertThat(reminders.claim(batch("alive", 2, NOW, "ben"))).as("once a slot").isEmpty();
  }

  @Test
  public void forgetsWhatIsLongPast() {
    reminders.claim(batch("one", 1, NOW, "anna"));
    reminders.claim(batch("two", 1, NOW.plusSeconds(1), "ben"));
    reminders.forget(NOW.plusSeconds(1));
    assertThat(reminders.of("anna", 1)).isEmpty();
    assertThat(reminders.of("ben", 1)).hasSize(1);
  }

  @Test
  public void aBatchIsOneStatement() {
    reminders.since(MONDAY);
    database.statements();
    reminders.claim(
        new Batch(
            "one", 1, NOW, IntStream.range(0, 50).mapToObj(i -> digest("p" + i, MONDAY)).toList()));
    assertThat(database.statements()).isEqualTo(1);
  }

  /** Two nodes that want the same people, in other batches, at the same moment. */
  @Test
  public void twoNodesNeverClaimOnePersonTwice() throws Exception {
    int people = 200;
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<String>>> claimed =
          nodes.invokeAll(List.of(node(1, people, together), node(2, people, together)));
      List<String> all = new ArrayList<>(claimed.get(0).get());
      all.addAll(claimed.get(1).get());
      assertThat(all).hasSize(people).doesNotHaveDuplicates();
      assertThat(reminders.since(MONDAY)).hasSize(people);
    } finally {
      nodes.shutdownNow();
    }
  }

  private Callable<List<String>> node(int seed, int people, CyclicBarrier together) {
    StoredReminders own = new StoredReminders(database.database());
    List<Digest> digests =
        new ArrayList<>(IntStream.range(0, people).mapToObj(i -> digest("p" + i, MONDAY)).toList());
    Collections.shuffle(digests, new Random(seed));
    return () -> {
      List<String> ours = new ArrayList<>();
      together.await(1, TimeUnit.MINUTES);
      for (int from = 0; from < people; from += 20) {
        ours.addAll(
            own.claim(
                new Batch("node" + seed, from / 20 + 1, NOW, digests.subList(from, from + 20))));
      }
      return ours;
    };
  }
}
