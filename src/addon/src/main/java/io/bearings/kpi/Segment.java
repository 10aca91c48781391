package io.bearings.kpi;

/**
 * One part of what a KPI measures. The total is a value of its own and not always their sum.
 *
 * @param dimension channel
 * @param name phone
 */
public record Segment(String dimension, String name) {}
