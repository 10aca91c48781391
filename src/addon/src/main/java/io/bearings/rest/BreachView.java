package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A stretch of periods in which a KPI was past its critical threshold.
 *
 * @param kpiKey for example KPI-7
 * @param opened the first red period
 * @param closed the first whole period after it with a value that is not red; null while open
 * @param openedAt when it was noticed
 * @param closedAt when its end was noticed; null while open
 * @param open whether it goes on
 * @param closing RECOVERED or RECOVERED_NO_ACTION; null while open
 * @param acknowledged who said first that they know of it; null while nobody did
 * @param action what is done about it
 * @param escalatedAt when the lead was told because nobody had acknowledged it; null if never
 * @param mayAct whether the reader may acknowledge it and report the action
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BreachView(
    @JsonProperty("id") long id,
    @JsonProperty("kpiId") long kpiId,
    @JsonProperty("kpiKey") String kpiKey,
    @JsonProperty("kpiName") String kpiName,
    @JsonProperty("unitId") long unitId,
    @JsonProperty("opened") KpiPeriodView.Days opened,
    @JsonProperty("closed") KpiPeriodView.Days closed,
    @JsonProperty("openedAt") String openedAt,
    @JsonProperty("closedAt") String closedAt,
    @JsonProperty("open") boolean open,
    @JsonProperty("closing") String closing,
    @JsonProperty("acknowledged") AcknowledgedView acknowledged,
    @JsonProperty("action") ActionView action,
    @JsonProperty("escalatedAt") String escalatedAt,
    @JsonProperty("mayAct") boolean mayAct,
    @JsonProperty("version") int version)
    implements Versioned {

  /** Who knows of it. */
  public record AcknowledgedView(
      @JsonProperty("by") PersonView by, @JsonProperty("at") String at) {}

  /**
   * What is done about it.
   *
   * @param state OPEN, DONE or NOT_NEEDED
   * @param person who acts; null while nobody said
   * @param result what came of it; perhaps empty
   * @param by who said so; null while nobody did
   * @param at when that was said; null while nobody did
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ActionView(
      @JsonProperty("state") String state,
      @JsonProperty("person") PersonView person,
      @JsonProperty("result") String result,
      @JsonProperty("by") PersonView by,
      @JsonProperty("at") String at) {}

  /**
   * Breaches, the latest first.
   *
   * @param next where the list goes on; null at its end
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record All(
      @JsonProperty("breaches") List<BreachView> breaches, @JsonProperty("next") String next) {}
}
