package io.bearings.rest;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How often one person may write: at most {@value #A_MINUTE} times at once, and as many again each
 * minute. That is far beyond what a page does, and keeps a script that went wild from filling the
 * database. Each node counts for itself, in memory.
 */
@Component
public class WriteLimit {
  /** How many writes of one person are accepted in a minute. */
  static final int A_MINUTE = 600;

  private static final long MILLIS_EACH = 60_000 / A_MINUTE;
  private static final long MILLIS_OF_ALL = MILLIS_EACH * A_MINUTE;
  private static final long MILLIS_A_SECOND = 1_000;
  private static final int WATCHED_PEOPLE = 10_000;

  /** When each person's writes will be forgotten, in milliseconds. */
  private final Map<String, Long> usedUntil = new ConcurrentHashMap<>();

  private final Clock clock;

  @Inject
  public WriteLimit(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts a write.
   *
   * @throws Refusal.TooOften when the person has written too often; this write does not count
   */
  void count(Person who) {
    long now = clock.millis();
    forgetOthers(now);
    usedUntil.compute(who.key(), (key, until) -> next(now, until));
  }

  private static long next(long now, Long until) {
    long used = until == null ? now : Math.max(now, until);
    long excess = used + MILLIS_EACH - now - MILLIS_OF_ALL;
    if (excess > 0) {
      throw new Refusal.TooOften((excess + MILLIS_A_SECOND - 1) / MILLIS_A_SECOND);
    }
    return used + MILLIS_EACH;
  }

  private void forgetOthers(long now) {
    if (usedUntil.size() > WATCHED_PEOPLE) {
      usedUntil.values().removeIf(until -> until <= now);
    }
  }
}
