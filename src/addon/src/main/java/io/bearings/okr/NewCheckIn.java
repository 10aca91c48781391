package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A check-in that has been checked and has no id yet. */
public record NewCheckIn(
    long keyResultId,
    Optional<BigDecimal> value,
    int confidence,
    LocalDate on,
    Words words,
    Optional<Long> replaces,
    Tag tag) {}
