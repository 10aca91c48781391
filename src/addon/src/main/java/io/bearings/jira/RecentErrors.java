package io.bearings.jira;

import io.bearings.okr.ErrorLog;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The last failures in memory. They are there also while the database is not, which is when they
 * are needed most; Jira's own log has them for longer.
 */
@Component
class RecentErrors implements ErrorLog {
  /** How many are kept. */
  static final int MOST = 200;

  private static final int DEEPEST = 10;
  private static final String OWN = "io.bearings.";

  private final Clock clock;
  private final Deque<Entry> newestFirst = new ArrayDeque<>();

  @Inject
  RecentErrors(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void add(String what, Throwable cause) {
    Instant now = clock.instant();
    String why = typesOf(cause);
    Optional<Entry> again =
        Optional.ofNullable(newestFirst.peekFirst()).flatMap(last -> last.again(now, what, why));
    if (again.isPresent()) {
      newestFirst.removeFirst();
    }
    newestFirst.addFirst(again.orElseGet(() -> new Entry(now, what, why, 1)));
    if (newestFirst.size() > MOST) {
      newestFirst.removeLast();
    }
  }

  @Override
  public synchronized List<Entry> entries() {
    return List.copyOf(newestFirst);
  }

  /** Messages of exceptions quote values and addresses; their types do not. */
  private static String typesOf(Throwable cause) {
    List<String> types = new ArrayList<>();
    Throwable last = cause;
    for (Throwable each = cause; each != null && types.size() < DEEPEST; each = each.getCause()) {
      types.add(
          each instanceof Refusal refusal
              ? refusal.getClass().getSimpleName() + " " + refusal.text().key()
              : each.getClass().getName());
      last = each;
    }
    return String.join(" < ", types) + placeOf(last);
  }

  private static String placeOf(Throwable thrown) {
    for (StackTraceElement each : thrown.getStackTrace()) {
      if (each.getClassName().startsWith(OWN)) {
        return " at " + each.getClassName() + ":" + each.getLineNumber();
      }
    }
    return "";
  }
}
