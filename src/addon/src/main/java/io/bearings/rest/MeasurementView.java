package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A value of a KPI as it was recorded.
 *
 * @param on the day that it is true of
 * @param span the id of the sprint or release that it is about; null: whichever contains the day
 * @param segment null for the total
 * @param value null: the value there was is taken back, or none could be computed
 * @param of for a share, what the value is a part of; else null
 * @param at when it was recorded
 * @param by who recorded it; null when no person did
 * @param counts whether no newer entry replaced it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MeasurementView(
    @JsonProperty("id") long id,
    @JsonProperty("on") String on,
    @JsonProperty("span") String span,
    @JsonProperty("segment") KpiSeriesView.SegmentView segment,
    @JsonProperty("value") BigDecimal value,
    @JsonProperty("of") BigDecimal of,
    @JsonProperty("at") String at,
    @JsonProperty("by") PersonView by,
    @JsonProperty("counts") boolean counts) {

  /**
   * What was recorded, the latest entry first.
   *
   * @param next where the list goes on; null at its end
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record All(
      @JsonProperty("measurements") List<MeasurementView> measurements,
      @JsonProperty("next") String next) {}

  /**
   * What entering values came to.
   *
   * @param kpi for example KPI-7
   * @param added how many values were recorded; those that say what was known already are not
   * @param period the period of the value, judged; null where the value is in none
   * @param breach the open breach; null where there is none
   * @param revisions periods of the past that are judged otherwise now
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Measured(
      @JsonProperty("kpi") String kpi,
      @JsonProperty("added") int added,
      @JsonProperty("period") KpiPeriodView period,
      @JsonProperty("breach") BreachView breach,
      @JsonProperty("revisions") List<RevisionView> revisions) {}

  /** A period that was judged for good and is judged otherwise now. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RevisionView(
      @JsonProperty("period") KpiPeriodView.Days period,
      @JsonProperty("valueBefore") BigDecimal valueBefore,
      @JsonProperty("valueAfter") BigDecimal valueAfter,
      @JsonProperty("before") String before,
      @JsonProperty("after") String after) {}

  /**
   * What another system hears of the value that it pushed.
   *
   * @param status of the period of the value; null where the value is in no period
   * @param breach whether a breach is open now
   * @param revised how many periods of the past are judged otherwise now
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Pushed(
      @JsonProperty("kpi") String kpi,
      @JsonProperty("added") int added,
      @JsonProperty("status") String status,
      @JsonProperty("period") KpiPeriodView period,
      @JsonProperty("breach") boolean breach,
      @JsonProperty("revised") int revised) {}

  /**
   * What a file of values would bring, or has brought.
   *
   * @param dryRun whether nothing was written
   * @param rows how many rows hold something
   * @param added how many values are new or other than what was known
   * @param same how many values say what was known already
   * @param wrong how many rows have errors
   * @param shown the rows that have errors, at most a thousand of them
   * @param measured how the KPI stands afterwards; null after a dry run
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ImportedView(
      @JsonProperty("dryRun") boolean dryRun,
      @JsonProperty("rows") int rows,
      @JsonProperty("added") int added,
      @JsonProperty("same") int same,
      @JsonProperty("wrong") int wrong,
      @JsonProperty("shown") List<RowView> shown,
      @JsonProperty("measured") Measured measured) {}

  /**
   * A row of a file.
   *
   * @param row as the spreadsheet counts it; the header is 1
   * @param errors what is wrong with it, by column
   */
  public record RowView(
      @JsonProperty("row") int row, @JsonProperty("errors") Map<String, String> errors) {}
}
