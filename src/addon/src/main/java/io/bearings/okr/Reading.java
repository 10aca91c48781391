package io.bearings.okr;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One entry about the value of a key result. Entries are only ever added: a correction names the
 * one that it replaces.
 *
 * @param id grows from entry to entry; decides between two of one moment
 * @param effective the day that the value is about
 * @param recorded when it was written down
 * @param value absent in an entry that says something else only, such as confidence
 * @param replaces the id of the entry that this one corrects
 */
public record Reading(
    long id,
    LocalDate effective,
    Instant recorded,
    Optional<BigDecimal> value,
    Optional<Long> replaces) {}
