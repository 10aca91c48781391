package io.bearings.rest;

import static io.bearings.rest.ObjectiveView.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Change;
import io.bearings.okr.History;
import io.bearings.okr.KeyResult;
import io.bearings.okr.NewChange;
import io.bearings.okr.Objective;
import io.bearings.okr.People;
import io.bearings.okr.ScoreChange;
import java.util.List;
import java.util.Optional;

/**
 * What moved scores, latest first.
 *
 * @param next the cursor of the changes before; null when there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChangesView(
    @JsonProperty("changes") List<ChangeView> changes, @JsonProperty("next") String next) {

  /**
   * One change.
   *
   * @param keyResultKey null where the objective itself was changed
   * @param by the person who made it
   * @param label ADJUSTMENT or MOVED_GOALPOST; null for a correction
   * @param scoreBefore of the key result, or of the objective where that was changed; 0 to 1
   * @param consentBy the user key of the lead who agreed; null while nobody has
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ChangeView(
      @JsonProperty("id") long id,
      @JsonProperty("objectiveKey") String objectiveKey,
      @JsonProperty("keyResultKey") String keyResultKey,
      @JsonProperty("field") String field,
      @JsonProperty("from") String from,
      @JsonProperty("to") String to,
      @JsonProperty("by") PersonView by,
      @JsonProperty("at") String at,
      @JsonProperty("reason") String reason,
      @JsonProperty("label") String label,
      @JsonProperty("scoreBefore") Double scoreBefore,
      @JsonProperty("scoreAfter") Double scoreAfter,
      @JsonProperty("objectiveScoreBefore") Double objectiveScoreBefore,
      @JsonProperty("objectiveScoreAfter") Double objectiveScoreAfter,
      @JsonProperty("consentBy") String consentBy,
      @JsonProperty("tag") String tag) {

    static ChangeView of(Change change, People people) {
      NewChange what = change.what();
      NewChange.Scores scores = what.scores();
      boolean whole = what.keyResultId().isEmpty();
      return new ChangeView(
          change.id(),
          Objective.keyOf(what.objectiveId()),
          what.keyResultId().map(KeyResult::keyOf).orElse(null),
          what.field(),
          what.from().orElse(null),
          what.to().orElse(null),
          PersonView.of(change.by(), people),
          change.at().toString(),
          what.reason().orElse(null),
          Optional.of(what.label())
              .filter(label -> label != ScoreChange.CORRECTION)
              .map(ScoreChange::name)
              .orElse(null),
          figure(whole ? scores.objectiveBefore() : scores.before()),
          figure(whole ? scores.objectiveAfter() : scores.after()),
          figure(scores.objectiveBefore()),
          figure(scores.objectiveAfter()),
          change.consentBy().orElse(null),
          what.tag().name());
    }
  }

  /**
   * A page of changes.
   *
   * @param limit how many were asked for
   */
  static ChangesView of(List<Change> changes, int limit, People people) {
    boolean more = !changes.isEmpty() && changes.size() >= Math.min(limit, History.LIMIT);
    return new ChangesView(
        changes.stream().map(each -> ChangeView.of(each, people)).toList(),
        more ? String.valueOf(changes.get(changes.size() - 1).id()) : null);
  }
}
