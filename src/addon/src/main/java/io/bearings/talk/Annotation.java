package io.bearings.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An event outside that explains numbers: a price change, an outage. It can be taken away and put
 * back.
 *
 * @param on where it stands
 * @param text as it was written
 * @param first the day on which it happened or began
 * @param last the last day of something that lasted
 * @param byKey the user key of the person who wrote it
 * @param version counts the changes; somebody who saves names the version that they saw
 * @param removed whether it was taken away
 */
public record Annotation(
    long id,
    Place on,
    String text,
    LocalDate first,
    Optional<LocalDate> last,
    String byKey,
    Instant at,
    int version,
    boolean removed) {

  /** The same with another text and other days. */
  Annotation saying(String other, LocalDate from, Optional<LocalDate> to) {
    return new Annotation(id, on, other, from, to, byKey, at, version, removed);
  }

  /** The same, taken away or not. */
  Annotation removed(boolean away) {
    return new Annotation(id, on, text, first, last, byKey, at, version, away);
  }

  /** The same as somebody saw it. */
  Annotation atVersion(int seen) {
    return new Annotation(id, on, text, first, last, byKey, at, seen, removed);
  }
}
