package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.BoardWork;
import io.bearings.progress.IssueText;
import io.bearings.progress.SprintAlignment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A board of Jira Software beside the key results.
 *
 * @param scrum whether it works in sprints
 * @param units those of the projects that it shows and that the person may see
 * @param mayAttach whether the person may attach issues to key results anywhere
 * @param sprints its active sprints
 */
public record BoardView(
    @JsonProperty("id") long id,
    @JsonProperty("name") String name,
    @JsonProperty("scrum") boolean scrum,
    @JsonProperty("units") List<BoardUnitView> units,
    @JsonProperty("mayAttach") boolean mayAttach,
    @JsonProperty("sprints") List<ActiveView> sprints) {

  /** A unit of the board, and whether the person may manage it. */
  public record BoardUnitView(
      @JsonProperty("id") long id,
      @JsonProperty("name") String name,
      @JsonProperty("mayManage") boolean mayManage) {}

  /**
   * An active sprint.
   *
   * @param start an instant; null where Jira does not tell
   * @param end the planned end; null where there is none
   * @param notEstimated whether nothing of it is estimated, so that shares are of issues
   * @param serves the key results that the person may read, the most work first
   * @param hidden how many more key results it serves
   * @param outOfScope issues that their resolution takes out of all sums
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ActiveView(
      @JsonProperty("id") long id,
      @JsonProperty("name") String name,
      @JsonProperty("start") String start,
      @JsonProperty("end") String end,
      @JsonProperty("notEstimated") boolean notEstimated,
      @JsonProperty("whole") PartView whole,
      @JsonProperty("none") PartView none,
      @JsonProperty("serves") List<ServesView> serves,
      @JsonProperty("hidden") int hidden,
      @JsonProperty("outOfScope") int outOfScope) {

    static ActiveView of(BoardWork.ActiveSprint active) {
      SprintAlignment alignment = active.alignment();
      return new ActiveView(
          active.sprint().id(),
          active.sprint().name(),
          active.sprint().start().map(Instant::toString).orElse(null),
          active.sprint().plannedEnd().map(Instant::toString).orElse(null),
          alignment.notEstimated(),
          PartView.of(alignment.whole(), alignment),
          PartView.of(alignment.none(), alignment),
          active.serves().stream().map(each -> ServesView.of(each, alignment)).toList(),
          active.hidden(),
          alignment.outOfScope());
    }
  }

  /**
   * Some of the work of a sprint.
   *
   * @param points the sum of the estimates that there are
   * @param share of all work of the sprint, 0 to 1; null where that weighs nothing
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record PartView(
      @JsonProperty("issues") int issues,
      @JsonProperty("done") int done,
      @JsonProperty("points") double points,
      @JsonProperty("donePoints") double donePoints,
      @JsonProperty("unestimated") int unestimated,
      @JsonProperty("share") Double share) {

    static PartView of(SprintAlignment.Part part, SprintAlignment alignment) {
      return new PartView(
          part.issues(),
          part.done(),
          part.points().doubleValue(),
          part.donePoints().doubleValue(),
          part.unestimated(),
          alignment.share(part).map(BigDecimal::doubleValue).orElse(null));
    }
  }

  /** What of the sprint serves a key result. */
  public record ServesView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("objectiveKey") String objectiveKey,
      @JsonProperty("objectiveTitle") String objectiveTitle,
      @JsonProperty("unitId") long unitId,
      @JsonProperty("part") PartView part) {

    static ServesView of(BoardWork.Served served, SprintAlignment alignment) {
      return new ServesView(
          served.keyResult().id(),
          served.keyResult().key(),
          served.keyResult().title(),
          served.objective().objective().key(),
          served.objective().objective().title(),
          served.objective().objective().unitId(),
          PartView.of(served.part(), alignment));
    }
  }

  /**
   * What of an active sprint serves no key result.
   *
   * @param hidden how many of this part the person may not browse
   * @param next what to skip for the part after this one; null at the end
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record UnservedView(
      @JsonProperty("issues") List<UnservedIssueView> issues,
      @JsonProperty("hidden") int hidden,
      @JsonProperty("total") int total,
      @JsonProperty("next") Integer next) {

    static UnservedView of(BoardWork.Unserved unserved) {
      return new UnservedView(
          unserved.shown().stream().map(UnservedIssueView::of).toList(),
          unserved.hidden(),
          unserved.total(),
          unserved.next().orElse(null));
    }
  }

  /** An issue that serves no key result. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record UnservedIssueView(
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("status") String status) {

    static UnservedIssueView of(IssueText text) {
      return new UnservedIssueView(text.key(), text.title(), text.status());
    }
  }

  /**
   * What was read of a sprint.
   *
   * @param read of how many issues something is known now and was not before
   * @param unread of how many nothing is known yet, so that they are in no sum
   */
  public record ReadingView(@JsonProperty("read") int read, @JsonProperty("unread") int unread) {
    static ReadingView of(BoardWork.Reading reading) {
      return new ReadingView(reading.read(), reading.unread());
    }
  }

  static BoardView of(BoardWork.OfBoard board) {
    return new BoardView(
        board.board().id(),
        board.board().name(),
        board.board().scrum(),
        board.units().stream()
            .map(each -> new BoardUnitView(each.unit().id(), each.unit().name(), each.mayManage()))
            .toList(),
        board.mayAttach(),
        board.active().stream().map(ActiveView::of).toList());
  }
}
