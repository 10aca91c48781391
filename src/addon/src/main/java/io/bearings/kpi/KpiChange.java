package io.bearings.kpi;

import java.time.Instant;

/**
 * A change of one field of a sheet, as it is remembered.
 *
 * @param version the version of the sheet that it led to
 * @param byKey the Jira user key of the person who made it
 */
public record KpiChange(
    long id, long kpiId, NewKpiChange what, int version, String byKey, Instant at) {}
