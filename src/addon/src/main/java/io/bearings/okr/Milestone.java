package io.bearings.okr;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value that is planned for a day on the way to the target. */
public record Milestone(LocalDate on, BigDecimal value) {}
