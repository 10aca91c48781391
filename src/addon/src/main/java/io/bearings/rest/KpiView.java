package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * The sheet of a KPI, as it can be sent back with changes, and how it stands.
 *
 * @param category TIMELINE, QUALITY, COST, TEAM, VALUE or OWN
 * @param ownCategory the name of a category of their own; null for the others
 * @param source MANUAL, PUSHED, FORMULA or METRIC
 * @param formula the text of a formula; null for other sources
 * @param metric the text of a metric; null for other sources
 * @param targets other levels from a day on; what is null in one of them stays as it was
 * @param grounds CONTRACT, COMPLIANCE or BASIC_HEALTH, for a KPI that serves no objective, or null
 * @param standing how it stands
 * @param noDataBecause why a computed KPI has no value now: each input that is missing; else empty
 * @param mayEdit whether the reader may change the sheet
 * @param mayMeasure whether the reader may enter values
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KpiView(
    @JsonProperty("id") long id,
    @JsonProperty("key") String key,
    @JsonProperty("unitId") long unitId,
    @JsonProperty("unitName") String unitName,
    @JsonProperty("name") String name,
    @JsonProperty("measures") String measures,
    @JsonProperty("category") String category,
    @JsonProperty("ownCategory") String ownCategory,
    @JsonProperty("owner") PersonView owner,
    @JsonProperty("source") String source,
    @JsonProperty("formula") String formula,
    @JsonProperty("metric") String metric,
    @JsonProperty("frequency") String frequency,
    @JsonProperty("aggregation") String aggregation,
    @JsonProperty("accumulating") boolean accumulating,
    @JsonProperty("graceDays") int graceDays,
    @JsonProperty("direction") String direction,
    @JsonProperty("measure") KeyResultView.MeasureView measure,
    @JsonProperty("target") LevelView target,
    @JsonProperty("warning") LevelView warning,
    @JsonProperty("critical") LevelView critical,
    @JsonProperty("targets") List<FromView> targets,
    @JsonProperty("action") String action,
    @JsonProperty("automatic") List<AutomaticView> automatic,
    @JsonProperty("why") String why,
    @JsonProperty("decision") String decision,
    @JsonProperty("benchmark") BigDecimal benchmark,
    @JsonProperty("benchmarkSource") String benchmarkSource,
    @JsonProperty("reviewOn") String reviewOn,
    @JsonProperty("serves") List<ServedView> serves,
    @JsonProperty("grounds") String grounds,
    @JsonProperty("dimensions") List<DimensionView> dimensions,
    @JsonProperty("archived") boolean archived,
    @JsonProperty("version") int version,
    @JsonProperty("standing") KpiStandingView standing,
    @JsonProperty("noDataBecause") List<String> noDataBecause,
    @JsonProperty("mayEdit") boolean mayEdit,
    @JsonProperty("mayMeasure") boolean mayMeasure)
    implements Versioned {

  /** Other levels from a day on. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record FromView(
      @JsonProperty("from") String from,
      @JsonProperty("target") LevelView target,
      @JsonProperty("warning") LevelView warning,
      @JsonProperty("critical") LevelView critical) {}

  /**
   * What is done without anybody when a breach opens. What does not belong to its kind is null.
   *
   * @param kind NOTIFY, COMMENT, CREATE_ISSUE or WEBHOOK
   * @param people who is told
   * @param text of a comment
   * @param issueType the name of the type of the issue that is created
   * @param url of a webhook
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record AutomaticView(
      @JsonProperty("kind") String kind,
      @JsonProperty("people") List<PersonView> people,
      @JsonProperty("issueKey") String issueKey,
      @JsonProperty("text") String text,
      @JsonProperty("projectKey") String projectKey,
      @JsonProperty("issueType") String issueType,
      @JsonProperty("summary") String summary,
      @JsonProperty("description") String description,
      @JsonProperty("url") String url) {}

  /**
   * An objective that it serves.
   *
   * @param key for example O-12
   * @param title null where the reader may not read the objective
   * @param part DRIVER or GUARDRAIL
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ServedView(
      @JsonProperty("objectiveId") long objectiveId,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("part") String part) {}

  /** By what it is divided. */
  public record DimensionView(
      @JsonProperty("name") String name, @JsonProperty("segments") List<String> segments) {}
}
