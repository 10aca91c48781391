package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.okr.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What KPIs tell of the work in Jira. */
public final class KpiWorkView {
  private KpiWorkView() {}

  /**
   * What moved a value since the period before.
   *
   * @param before the period before; null where there is none
   * @param valueBefore null where there is none
   * @param value null where there is none
   * @param issues those that changed the value most, first; only those that the reader may browse
   * @param hidden how many of those that changed it most the reader may not browse
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Moved(
      @JsonProperty("period") KpiPeriodView.Days period,
      @JsonProperty("before") KpiPeriodView.Days before,
      @JsonProperty("value") BigDecimal value,
      @JsonProperty("valueBefore") BigDecimal valueBefore,
      @JsonProperty("issues") List<MoverView> issues,
      @JsonProperty("hidden") int hidden) {}

  /**
   * An issue that changed a value.
   *
   * @param change by how much, in the KPI's measure; never 0
   */
  public record MoverView(
      @JsonProperty("key") String key,
      @JsonProperty("summary") String summary,
      @JsonProperty("change") BigDecimal change) {}

  /**
   * Velocity of a unit, which is never compared with that of another.
   *
   * @param sprints at most twelve that were completed, the oldest first
   * @param mean of the completed points of sprints that were estimated; null where none was
   * @param sayDo the mean of their shares, 0 to 1 and perhaps above; null where none has one
   * @param points whether the numbers are points; else nothing was estimated and they are issues
   * @param backfill how far the past is read; there are no sprints before it is
   * @param beside what the unit wants to move; null where nobody asked for it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VelocityView(
      @JsonProperty("unitId") long unitId,
      @JsonProperty("sprints") List<SprintView> sprints,
      @JsonProperty("mean") BigDecimal mean,
      @JsonProperty("sayDo") BigDecimal sayDo,
      @JsonProperty("points") boolean points,
      @JsonProperty("backfill") BackfillView backfill,
      @JsonProperty("beside") BesideView beside) {}

  /**
   * What a unit wants to move.
   *
   * @param cycle that of today; null where there is none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record BesideView(
      @JsonProperty("unit") ObjectiveView.PlaceView unit,
      @JsonProperty("cycle") ObjectiveView.PlaceView cycle,
      @JsonProperty("objectives") List<ObjectiveView> objectives) {}

  /**
   * A completed sprint.
   *
   * @param first the day on which it was started
   * @param last the day on which it was completed
   * @param committed null where the sprint was not estimated
   * @param completed null where the sprint was not estimated
   * @param sayDo null where nothing was committed
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SprintView(
      @JsonProperty("id") String id,
      @JsonProperty("name") String name,
      @JsonProperty("first") String first,
      @JsonProperty("last") String last,
      @JsonProperty("committed") BigDecimal committed,
      @JsonProperty("completed") BigDecimal completed,
      @JsonProperty("sayDo") BigDecimal sayDo) {}

  /**
   * KPIs that a project's own history suggests.
   *
   * @param proposals none while that history is still being read
   * @param backfill how far it is read
   */
  public record Proposals(
      @JsonProperty("proposals") List<ProposalView> proposals,
      @JsonProperty("backfill") BackfillView backfill) {}

  /**
   * A KPI that is proposed.
   *
   * @param id a stable word
   * @param kpi the fields of a sheet, to be sent as they are
   * @param values of a year, the oldest first; null where there was no data
   */
  public record ProposalView(
      @JsonProperty("id") String id,
      @JsonProperty("kpi") KpiTemplatesView.SheetView kpi,
      @JsonProperty("values") List<BigDecimal> values) {}

  /**
   * How far the past of a KPI is read.
   *
   * @param state NONE, WAITING, RUNNING, DONE or FAILED
   * @param done how many parts are done
   * @param of how many parts there are; 0 while that is not known
   * @param text what went wrong; null where nothing did
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record BackfillView(
      @JsonProperty("state") String state,
      @JsonProperty("done") long done,
      @JsonProperty("of") long of,
      @JsonProperty("text") String text) {

    /**
     * Where it stands.
     *
     * @param text translates
     */
    static BackfillView of(Filling filling, Function<Message, String> text) {
      return new BackfillView(
          filling.state().name(),
          filling.done(),
          filling.of(),
          filling.error().map(text).orElse(null));
    }
  }
}
