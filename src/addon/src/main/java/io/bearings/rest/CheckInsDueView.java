package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.DueCheckIns;
import java.util.List;

/**
 * The key results that wait for a check-in, those that wait longest first.
 *
 * @param unit null where they are those of the person who asks
 * @param total how many there are in all, perhaps more than are listed
 * @param overdue how many of all are overdue
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CheckInsDueView(
    @JsonProperty("unit") ObjectiveView.PlaceView unit,
    @JsonProperty("total") int total,
    @JsonProperty("overdue") int overdue,
    @JsonProperty("checkIns") List<DueView> checkIns) {

  /** An objective or a key result by its key and title. */
  public record NamedView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title) {}

  /**
   * A key result that waits.
   *
   * @param due the day of the first slot without a check-in
   * @param days how many days ago that was, 0 is today
   * @param overdue whether one full day has passed since
   * @param mayCheckIn whether the person who asks may check it in
   */
  public record DueView(
      @JsonProperty("keyResult") NamedView keyResult,
      @JsonProperty("objective") NamedView objective,
      @JsonProperty("unit") ObjectiveView.PlaceView unit,
      @JsonProperty("cycle") ObjectiveView.PlaceView cycle,
      @JsonProperty("owner") PersonView owner,
      @JsonProperty("due") String due,
      @JsonProperty("days") long days,
      @JsonProperty("overdue") boolean overdue,
      @JsonProperty("mayCheckIn") boolean mayCheckIn) {

    private static DueView of(DueCheckIns.Due due) {
      return new DueView(
          new NamedView(due.keyResult().id(), due.keyResult().key(), due.keyResult().title()),
          new NamedView(
              due.placed().objective().id(),
              due.placed().objective().key(),
              due.placed().objective().title()),
          new ObjectiveView.PlaceView(due.placed().objective().unitId(), due.unitName()),
          due.placed()
              .cycle()
              .map(cycle -> new ObjectiveView.PlaceView(cycle.id(), cycle.name()))
              .orElse(null),
          new PersonView(due.keyResult().ownerKey(), due.ownerName()),
          due.slot().toString(),
          due.days(),
          due.overdue(),
          due.mayCheckIn());
    }
  }

  static CheckInsDueView of(DueCheckIns.Waiting waiting) {
    return new CheckInsDueView(
        waiting
            .unit()
            .map(unit -> new ObjectiveView.PlaceView(unit.id(), unit.name()))
            .orElse(null),
        waiting.total(),
        waiting.overdue(),
        waiting.due().stream().map(DueView::of).toList());
  }
}
