package io.bearings.review;

import io.bearings.talk.Annotation;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An annotation that fell into the cycle.
 *
 * @param last the last day of something that lasted
 */
public record OutsideEvent(
    long annotationId,
    io.bearings.talk.Place on,
    String text,
    LocalDate first,
    Optional<LocalDate> last) {

  static OutsideEvent of(Annotation annotation) {
    return new OutsideEvent(
        annotation.id(), annotation.on(), annotation.text(), annotation.first(), annotation.last());
  }
}
