package io.bearings.kpi;

/** A sheet that is to be written for the first time. */
public record NewKpi(long unitId, KpiContent content) {}
