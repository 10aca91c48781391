package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.rhythm.Attempts.Attempt;
import io.bearings.rhythm.Attempts.NewAttempt;
import io.bearings.rhythm.Attempts.State;
import io.bearings.rhythm.ChannelKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What channels did not take, on each database. */
@RunWith(Parameterized.class)
public class StoredAttemptsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final TestDatabase database;
  private final StoredAttempts attempts;

  public StoredAttemptsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    attempts = new StoredAttempts(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private void add(String person, Optional<Instant> next) {
    attempts.add(new NewAttempt(person, MONDAY, ChannelKind.MAIL, "451\nlater please", NOW, next));
  }

  private Attempt newest() {
    return attempts.log(Long.MAX_VALUE, 1).get(0);
  }

  @Test
  public void whatIsTakenNobodyElseGetsForAWhile() {
    add("anna", Optional.of(NOW.plusSeconds(10)));
    assertThat(attempts.take(NOW, NOW.plusSeconds(100), 10)).isEmpty();
    List<Attempt> taken = attempts.take(NOW.plusSeconds(10), NOW.plusSeconds(100), 10);
    assertThat(taken)
        .containsExactly(
            new Attempt(
                newest().id(),
                "anna",
                MONDAY,
                ChannelKind.MAIL,
                State.WAITING,
                1,
                "451 later please",
                NOW));
    assertThat(attempts.take(NOW.plusSeconds(20), NOW.plusSeconds(100), 10)).isEmpty();
    assertThat(attempts.take(NOW.plusSeconds(100), NOW.plusSeconds(200), 10))
        .as("whoever took it was ended")
        .hasSize(1);
  }

  @Test
  public void isTriedAgainUntilItIsTakenOrGivenUp() {
    add("anna", Optional.of(NOW));
    long id = newest().id();
    attempts.failed(id, "451 still", NOW.plusSeconds(1), Optional.of(NOW.plusSeconds(60)));
    assertThat(newest().tries()).isEqualTo(2);
    assertThat(newest().note()).isEqualTo("451 still");
    attempts.failed(id, "", NOW.plusSeconds(2), Optional.empty());
    assertThat(newest().state()).isEqualTo(State.GIVEN_UP);
    assertThat(attempts.take(NOW.plusSeconds(1_000), NOW.plusSeconds(2_000), 10)).isEmpty();

    add("ben", Optional.of(NOW));
    attempts.settled(newest().id(), NOW.plusSeconds(3));
    assertThat(newest().state()).isEqualTo(State.SETTLED);
    assertThat(newest().at()).isEqualTo(NOW.plusSeconds(3));
    assertThat(attempts.take(NOW.plusSeconds(1_000), NOW.plusSeconds(2_000), 10)).isEmpty();
  }

  @Test
  public void theLogHasTheNewestFirst() {
    add("anna", Optional.empty());
    add("ben", Optional.of(NOW));
    List<Attempt> log = attempts.log(Long.MAX_VALUE, 10);
    assertThat(log).extracting(Attempt::personKey).containsExactly("ben", "anna");
    assertThat(log).extracting(Attempt::state).containsExactly(State.WAITING, State.GIVEN_UP);
    assertThat(attempts.log(log.get(0).id(), 10)).containsExactly(log.get(1));
    attempts.forget(NOW);
    assertThat(attempts.log(Long.MAX_VALUE, 10)).hasSize(2);
    attempts.forget(NOW.plusSeconds(1));
    assertThat(attempts.log(Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  public void takesTheLongestDueFirstAndNoMoreThanWanted() {
    add("anna", Optional.of(NOW));
    add("ben", Optional.of(NOW.minusSeconds(1)));
    assertThat(attempts.take(NOW, NOW.plusSeconds(60), 1))
        .extracting(Attempt::personKey)
        .containsExactly("ben");
  }
}
