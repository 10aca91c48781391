package io.bearings.okr;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A piece of evidence that something has come true: a quote, a link, or both.
 *
 * @param text the quote; may be empty where there is a link
 * @param url where it can be seen; http or https
 * @param on the day that it is about
 * @param byKey the user key of the person who gave it
 * @param confirmed absent until a second person has confirmed it
 */
public record Evidence(
    long id,
    long keyResultId,
    String text,
    Optional<String> url,
    LocalDate on,
    String byKey,
    Instant at,
    Optional<Confirmed> confirmed) {

  /** That a second person agrees that it counts. */
  public record Confirmed(String byKey, Instant at) {}
}
