package io.bearings.okr;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody entered about a key result. It is never changed; a correction names the check-in
 * that it replaces.
 *
 * @param value in the key result's measure; absent where only confidence and words were entered
 * @param confidence 0 to 10
 * @param on the day that it is about
 * @param at when it was entered
 * @param byKey the user key of the person who entered it
 * @param replaces the check-in that it corrects
 * @param replacedBy the check-in that corrects it
 */
public record CheckIn(
    long id,
    long keyResultId,
    Optional<BigDecimal> value,
    int confidence,
    LocalDate on,
    Instant at,
    String byKey,
    Words words,
    Optional<Long> replaces,
    Optional<Long> replacedBy,
    Tag tag) {}
