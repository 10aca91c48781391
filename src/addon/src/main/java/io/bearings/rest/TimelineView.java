package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.ScopeChange;
import io.bearings.progress.Timelines;
import java.math.BigDecimal;
import java.util.List;

/** How linked work went from day to day, oldest first. */
public record TimelineView(@JsonProperty("days") List<DayView> days) {

  /**
   * The work at the end of a day.
   *
   * @param on the day
   * @param ratio done weight divided by total weight; null where no issue is in scope
   * @param issues how many issues are in scope
   * @param outOfScope how many are linked and out of scope
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DayView(
      @JsonProperty("on") String on,
      @JsonProperty("ratio") BigDecimal ratio,
      @JsonProperty("issues") int issues,
      @JsonProperty("toDo") int toDo,
      @JsonProperty("inProgress") int inProgress,
      @JsonProperty("done") int done,
      @JsonProperty("outOfScope") int outOfScope,
      @JsonProperty("doneWeight") BigDecimal doneWeight,
      @JsonProperty("totalWeight") BigDecimal totalWeight,
      @JsonProperty("change") ChangeView change) {}

  /** What happened since the day before, work apart from scope. */
  public record ChangeView(
      @JsonProperty("done") PartView done,
      @JsonProperty("reopened") PartView reopened,
      @JsonProperty("added") PartView added,
      @JsonProperty("removed") PartView removed,
      @JsonProperty("reestimated") PartView reestimated) {}

  /** How many issues changed alike, and by which weight. */
  public record PartView(
      @JsonProperty("issues") int issues, @JsonProperty("weight") BigDecimal weight) {
    static PartView of(ScopeChange.Part part) {
      return new PartView(part.issues(), part.weight());
    }
  }

  static TimelineView of(List<Timelines.Day> days) {
    return new TimelineView(days.stream().map(TimelineView::day).toList());
  }

  static DayView day(Timelines.Day day) {
    IssueProgress progress = day.progress();
    ScopeChange change = day.change();
    return new DayView(
        day.on().toString(),
        progress.ratio().orElse(null),
        progress.issues(),
        progress.toDo(),
        progress.inProgress(),
        progress.done(),
        progress.outOfScope(),
        progress.doneWeight(),
        progress.totalWeight(),
        new ChangeView(
            PartView.of(change.done()),
            PartView.of(change.reopened()),
            PartView.of(change.added()),
            PartView.of(change.removed()),
            PartView.of(change.reestimated())));
  }
}
