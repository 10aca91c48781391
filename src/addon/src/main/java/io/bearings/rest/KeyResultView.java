package io.bearings.rest;

import static io.bearings.rest.ObjectiveView.day;
import static io.bearings.rest.ObjectiveView.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Bounds;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Measure;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.Judgement;
import io.bearings.progress.KeyResultFigures;
import java.math.BigDecimal;
import java.util.List;

/**
 * A key result with its figures.
 *
 * @param alignedShare whether objectives of shorter cycles that feed it count with the share of its
 *     window that their cycle covers
 * @param kpi the id of the KPI that it reads; null for any other source
 * @param metric which metric of the work in Jira it reads; null for any other source
 * @param score 0 to 1; null is no data
 * @param ratio the share of the way, not clamped; null is no data
 * @param current the value now; null is no data
 * @param currentOn the day that it is about
 * @param expected the score that is expected by now; null where nothing is
 * @param pace score ÷ expected; null while it is too early
 * @param flags what holds beside the status
 * @param nextCheckIn the day on which its next check-in is due; null where none is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyResultView(
    @JsonProperty("id") long id,
    @JsonProperty("key") String key,
    @JsonProperty("objectiveId") long objectiveId,
    @JsonProperty("title") String title,
    @JsonProperty("owner") PersonView owner,
    @JsonProperty("source") String source,
    @JsonProperty("nature") String nature,
    @JsonProperty("measure") MeasureView measure,
    @JsonProperty("baseline") BigDecimal baseline,
    @JsonProperty("target") BigDecimal target,
    @JsonProperty("bounds") BoundsView bounds,
    @JsonProperty("marks") MarksView marks,
    @JsonProperty("weight") BigDecimal weight,
    @JsonProperty("weightBy") String weightBy,
    @JsonProperty("alignedShare") boolean alignedShare,
    @JsonProperty("kpi") Long kpi,
    @JsonProperty("metric") String metric,
    @JsonProperty("due") String due,
    @JsonProperty("lagWeeks") int lagWeeks,
    @JsonProperty("checkpoints") List<ValueView> checkpoints,
    @JsonProperty("state") String state,
    @JsonProperty("stateReason") String stateReason,
    @JsonProperty("confidence") Integer confidence,
    @JsonProperty("activatedOn") String activatedOn,
    @JsonProperty("archived") boolean archived,
    @JsonProperty("version") int version,
    @JsonProperty("current") Double current,
    @JsonProperty("currentOn") String currentOn,
    @JsonProperty("score") Double score,
    @JsonProperty("ratio") Double ratio,
    @JsonProperty("expected") Double expected,
    @JsonProperty("pace") Double pace,
    @JsonProperty("status") String status,
    @JsonProperty("flags") List<String> flags,
    @JsonProperty("lastCheckIn") LastView lastCheckIn,
    @JsonProperty("nextCheckIn") String nextCheckIn,
    @JsonProperty("spark") List<ValueView> spark,
    @JsonProperty("issues") int issues,
    @JsonProperty("toDo") int toDo,
    @JsonProperty("inProgress") int inProgress,
    @JsonProperty("done") int done,
    @JsonProperty("outOfScope") int outOfScope,
    @JsonProperty("imputed") int imputed,
    @JsonProperty("mostlyNotEstimated") boolean mostlyNotEstimated,
    @JsonProperty("doneWeight") double doneWeight,
    @JsonProperty("totalWeight") double totalWeight)
    implements Versioned {

  /**
   * What its numbers count.
   *
   * @param of the highest value there can be; null where there is none
   * @param currency three letters; null where it is no money
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MeasureView(
      @JsonProperty("kind") String kind,
      @JsonProperty("of") BigDecimal of,
      @JsonProperty("currency") String currency) {

    static MeasureView of(Measure measure) {
      return new MeasureView(
          measure.kind().name(), measure.of().orElse(null), measure.currency().orElse(null));
    }
  }

  /** Between what a number is to stay. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record BoundsView(
      @JsonProperty("low") BigDecimal low, @JsonProperty("high") BigDecimal high) {

    static BoundsView of(Bounds bounds) {
      return new BoundsView(bounds.lower().orElse(null), bounds.upper().orElse(null));
    }
  }

  /** Values beside the target. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MarksView(
      @JsonProperty("commit") BigDecimal commit, @JsonProperty("stretch") BigDecimal stretch) {

    static MarksView of(Goal.Marks marks) {
      return new MarksView(marks.commit().orElse(null), marks.stretch().orElse(null));
    }
  }

  /** A value and its day. */
  public record ValueView(@JsonProperty("on") String on, @JsonProperty("value") BigDecimal value) {

    static ValueView of(Valued valued) {
      return new ValueView(valued.date().toString(), valued.value());
    }
  }

  /**
   * The last check-in.
   *
   * @param by the user key of the person who made it
   */
  public record LastView(
      @JsonProperty("id") long id,
      @JsonProperty("on") String on,
      @JsonProperty("at") String at,
      @JsonProperty("by") String by) {

    static LastView of(Recorded.Last last) {
      return new LastView(last.id(), last.on().toString(), last.at().toString(), last.by());
    }
  }

  static KeyResultView of(KeyResultFigures figures) {
    KeyResult keyResult = figures.keyResult();
    Goal goal = keyResult.goal();
    Recorded recorded = keyResult.recorded();
    Judgement judgement = figures.judgement();
    IssueProgress progress = figures.progress();
    return new KeyResultView(
        keyResult.id(),
        keyResult.key(),
        keyResult.objectiveId(),
        keyResult.title(),
        new PersonView(keyResult.ownerKey(), figures.ownerName()),
        keyResult.source().name(),
        keyResult.nature().name(),
        MeasureView.of(keyResult.measure()),
        goal.baseline().orElse(null),
        goal.target().orElse(null),
        goal.bounds().map(BoundsView::of).orElse(null),
        MarksView.of(goal.marks()),
        keyResult.weight(),
        keyResult.weightBy().name(),
        keyResult.content().alignedShare(),
        keyResult.content().kpiId().orElse(null),
        keyResult.content().metric().orElse(null),
        day(goal.due()),
        goal.lagWeeks(),
        goal.checkpoints().stream()
            .map(each -> new ValueView(each.on().toString(), each.value()))
            .toList(),
        keyResult.state().name(),
        keyResult.life().reason().orElse(null),
        keyResult.confidence().orElse(null),
        day(keyResult.life().activatedOn()),
        keyResult.archived(),
        keyResult.version(),
        figure(figures.score().current()),
        day(recorded.current().map(Valued::date)),
        figure(figures.score().score()),
        figure(figures.score().ratio()),
        figure(judgement.expected()),
        figure(judgement.pace()),
        judgement.status().name(),
        ObjectiveView.flags(judgement),
        recorded.last().map(LastView::of).orElse(null),
        day(figures.nextCheckIn()),
        recorded.spark().stream().map(ValueView::of).toList(),
        progress.issues(),
        progress.toDo(),
        progress.inProgress(),
        progress.done(),
        progress.outOfScope(),
        progress.imputed(),
        progress.mostlyNotEstimated(),
        progress.doneWeight().doubleValue(),
        progress.totalWeight().doubleValue());
  }
}
