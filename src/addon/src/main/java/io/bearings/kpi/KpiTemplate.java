package io.bearings.kpi;

/**
 * A KPI that somebody may begin with instead of an empty form. Its numbers are examples, to be
 * replaced by the team's own; nobody owns it.
 *
 * @param id stable, the same in every language
 * @param language the two letters of the language in which it is written
 */
public record KpiTemplate(String id, String language, KpiContent content) {}
