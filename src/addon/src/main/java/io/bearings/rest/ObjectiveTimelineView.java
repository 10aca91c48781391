package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.Timelines;
import java.math.BigDecimal;
import java.util.List;

/** How an objective went from day to day, oldest first. */
public record ObjectiveTimelineView(@JsonProperty("days") List<DayView> days) {

  /**
   * The objective at the end of a day.
   *
   * @param on the day
   * @param score 0 to 1; null is no data
   * @param coverage the weight of the key results that have data ÷ the weight of all; null where
   *     there is no weight
   * @param expected the score that was expected then; null where nothing was
   * @param status what was shown first
   * @param moved the key results whose score is another one than the day before
   * @param work the linked work of all its key results, each issue once
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DayView(
      @JsonProperty("on") String on,
      @JsonProperty("score") BigDecimal score,
      @JsonProperty("coverage") BigDecimal coverage,
      @JsonProperty("expected") BigDecimal expected,
      @JsonProperty("status") String status,
      @JsonProperty("moved") List<MovedView> moved,
      @JsonProperty("work") TimelineView.DayView work) {}

  /**
   * A key result whose score changed.
   *
   * @param from null: it had no data
   * @param to null: it has none any more
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MovedView(
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("from") BigDecimal from,
      @JsonProperty("to") BigDecimal to) {
    private static MovedView of(Timelines.Moved moved) {
      return new MovedView(
          moved.keyResult().key(),
          moved.keyResult().title(),
          moved.from().orElse(null),
          moved.to().orElse(null));
    }
  }

  static ObjectiveTimelineView of(List<Timelines.ObjectiveDay> days) {
    return new ObjectiveTimelineView(days.stream().map(ObjectiveTimelineView::day).toList());
  }

  private static DayView day(Timelines.ObjectiveDay day) {
    return new DayView(
        day.work().on().toString(),
        day.score().value().orElse(null),
        day.score().coverage().orElse(null),
        day.judgement().expected().orElse(null),
        day.judgement().status().name(),
        day.moved().stream().map(MovedView::of).toList(),
        TimelineView.day(day.work()));
  }
}
