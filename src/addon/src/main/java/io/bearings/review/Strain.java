package io.bearings.review;

import java.time.LocalDate;

/**
 * A guardrail that broke.
 *
 * @param red how many of its periods were red, 1 or more
 * @param first the first day of the first of them
 * @param last the last day of the last of them
 */
public record Strain(KpiRef kpi, int red, LocalDate first, LocalDate last) {}
