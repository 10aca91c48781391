package io.bearings.kpi;

import java.util.Optional;

/**
 * A change of one field of a sheet, to be remembered.
 *
 * @param field its name in the API
 * @param from what it was, as text; absent when it was empty
 * @param to what it is now
 * @param reason why, in the person's own words
 */
public record NewKpiChange(
    String field, Optional<String> from, Optional<String> to, Optional<String> reason) {}
