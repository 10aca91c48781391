package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.KeyResult;
import io.bearings.progress.Checking.Check;
import io.bearings.progress.Rebuilding;
import io.bearings.progress.Recounts.Difference;
import io.bearings.progress.Recounts.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What keeps stored figures right.
 *
 * @param followedUntil until when all changes of issues are followed; null before the first look
 * @param rebuild the last one; null before the first
 * @param check the last nightly comparison; null before the first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UpkeepView(
    @JsonProperty("followedUntil") String followedUntil,
    @JsonProperty("rebuild") RebuildView rebuild,
    @JsonProperty("check") CheckView check) {

  /**
   * A rebuild.
   *
   * @param state RUNNING, DONE or CANCELLED
   * @param counted key results that were counted anew
   * @param total key results when it was started
   * @param changed contributions that were added, removed or corrected
   * @param ended null while it runs
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RebuildView(
      @JsonProperty("state") String state,
      @JsonProperty("counted") int counted,
      @JsonProperty("total") int total,
      @JsonProperty("changed") long changed,
      @JsonProperty("started") String started,
      @JsonProperty("ended") String ended) {

    static RebuildView of(Rebuilding.Rebuild rebuild) {
      return new RebuildView(
          rebuild.state().name(),
          rebuild.counted(),
          rebuild.total(),
          rebuild.changed(),
          rebuild.started().toString(),
          rebuild.ended().map(Instant::toString).orElse(null));
    }
  }

  /**
   * A nightly comparison of some key results with what they come to when they are counted anew.
   *
   * @param seed which key results were chosen
   * @param compared how many
   * @param pending whether what differed is still to be compared a second time
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CheckView(
      @JsonProperty("at") String at,
      @JsonProperty("seed") long seed,
      @JsonProperty("compared") int compared,
      @JsonProperty("pending") boolean pending,
      @JsonProperty("differences") List<DifferenceView> differences) {

    static CheckView of(Check check) {
      return new CheckView(
          check.at().toString(),
          check.seed(),
          check.compared(),
          check.pending(),
          check.differences().stream().map(DifferenceView::of).toList());
    }
  }

  /** A key result of which something else is stored than it comes to. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DifferenceView(
      @JsonProperty("key") String key,
      @JsonProperty("stored") SumsView stored,
      @JsonProperty("computed") SumsView computed) {

    static DifferenceView of(Difference difference) {
      return new DifferenceView(
          KeyResult.keyOf(difference.keyResultId()),
          SumsView.of(difference.stored()),
          SumsView.of(difference.computed()));
    }
  }

  /**
   * What contributions come to.
   *
   * @param rows all of them
   * @param issues those that count
   * @param done those that count and are done
   * @param points the story points of those that count
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SumsView(
      @JsonProperty("rows") int rows,
      @JsonProperty("issues") int issues,
      @JsonProperty("done") int done,
      @JsonProperty("points") BigDecimal points) {

    static SumsView of(Sums sums) {
      return new SumsView(sums.rows(), sums.issues(), sums.done(), sums.points());
    }
  }

  static UpkeepView of(
      Optional<Rebuilding.Rebuild> rebuild,
      Optional<Check> check,
      Optional<Instant> followedUntil) {
    return new UpkeepView(
        followedUntil.map(Instant::toString).orElse(null),
        rebuild.map(RebuildView::of).orElse(null),
        check.map(CheckView::of).orElse(null));
  }
}
