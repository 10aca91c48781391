package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.review.UnitCoverage;
import java.util.List;

/** How ready units are for a cycle, each before the units below it. */
public record CoverageView(@JsonProperty("units") List<Row> units) {

  /**
   * One unit.
   *
   * @param parentId null at the top
   * @param published how many of its objectives are more than drafts
   * @param aligned how many of them contribute to another one
   * @param ready how many of the checks are met
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      @JsonProperty("id") long id,
      @JsonProperty("name") String name,
      @JsonProperty("level") String level,
      @JsonProperty("parentId") Long parentId,
      @JsonProperty("objectives") int objectives,
      @JsonProperty("published") int published,
      @JsonProperty("aligned") int aligned,
      @JsonProperty("ready") int ready,
      @JsonProperty("checks") int checks) {}

  static CoverageView of(List<UnitCoverage> units) {
    return new CoverageView(units.stream().map(CoverageView::row).toList());
  }

  private static Row row(UnitCoverage coverage) {
    return new Row(
        coverage.unit().id(),
        coverage.unit().name(),
        coverage.unit().level().name(),
        coverage.unit().parentId().orElse(null),
        coverage.objectives(),
        coverage.published(),
        coverage.aligned(),
        coverage.ready(),
        coverage.checks());
  }
}
