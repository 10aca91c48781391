package io.bearings.jira;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Something that is found out again only after a while, for who asks many times a second.
 *
 * @param <T> what it is
 */
final class Lately<T> {
  private final Duration howLong;
  private final Supplier<T> source;
  private final Clock clock;

  /** Written and read as a whole, so that nobody sees one without the other. */
  private volatile Found<T> last;

  /**
   * @param howLong how old an answer may be
   * @param source finds it out; what it throws is passed on, and not kept
   */
  Lately(Duration howLong, Supplier<T> source, Clock clock) {
    this.howLong = howLong;
    this.source = source;
    this.clock = clock;
  }

  private record Found<T>(T what, Instant at) {}

  T get() {
    Instant now = clock.instant();
    Found<T> found = last;
    // A clock that was put back must not keep an answer for as long.
    if (found == null || now.isBefore(found.at()) || now.isAfter(found.at().plus(howLong))) {
      found = new Found<>(source.get(), now);
      last = found;
    }
    return found.what();
  }
}
