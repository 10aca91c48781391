package io.bearings.okr;

import io.bearings.okr.Scoring.Scored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be remembered about one change.
 *
 * @param tag by which way it was made
 * @param at when it was made
 * @param reason why, in the person's own words
 * @param leadConsents whether it is a lead who makes it
 */
record Ledger(Tag tag, Instant at, Optional<String> reason, boolean leadConsents) {
  Ledger {
    reason = reason.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The changes of an objective's own fields. */
  List<NewChange> of(
      Objective before,
      Objective after,
      List<KeyResult> keyResults,
      Scored scoreBefore,
      Scored scoreAfter) {
    Optional<Instant> firstCheckIn =
        keyResults.stream()
            .flatMap(each -> each.recorded().firstAt().stream())
            .min(Comparator.naturalOrder());
    ScoreChange label = label(before.life().publishedAt(), firstCheckIn);
    NewChange.Scores scores =
        new NewChange.Scores(
            Optional.empty(),
            Optional.empty(),
            scoreBefore.objective().value(),
            scoreAfter.objective().value());
    return changes(
        Fields.of(before),
        Fields.of(after),
        (field, from, to) ->
            new NewChange(
                before.id(), Optional.empty(), field, from, to, reason, label, tag, scores));
  }

  /** The changes of a key result's fields. */
  List<NewChange> of(KeyResult before, KeyResult after, Scored scoreBefore, Scored scoreAfter) {
    ScoreChange label = label(before.life().publishedAt(), before.recorded().firstAt());
    NewChange.Scores scores =
        new NewChange.Scores(
            scoreBefore.keyResult(before.id()),
            scoreAfter.keyResult(before.id()),
            scoreBefore.objective().value(),
            scoreAfter.objective().value());
    return changes(
        Fields.of(before),
        Fields.of(after),
        (field, from, to) ->
            new NewChange(
                before.objectiveId(),
                Optional.of(before.id()),
                field,
                from,
                to,
                reason,
                label,
                tag,
                scores));
  }

  /** The change of something that feeds a key result. */
  NewChange of(
      KeyResult keyResult,
      String field,
      Optional<String> from,
      Optional<String> to,
      Scored scoreBefore,
      Scored scoreAfter) {
    return new NewChange(
        keyResult.objectiveId(),
        Optional.of(keyResult.id()),
        field,
        from,
        to,
        reason,
        label(keyResult.life().publishedAt(), keyResult.recorded().firstAt()),
        tag,
        new NewChange.Scores(
            scoreBefore.keyResult(keyResult.id()),
            scoreAfter.keyResult(keyResult.id()),
            scoreBefore.objective().value(),
            scoreAfter.objective().value()));
  }

  private ScoreChange label(Optional<Instant> published, Optional<Instant> firstCheckIn) {
    return ScoreChange.of(at, published, firstCheckIn, reason, leadConsents);
  }

  private interface Entry {
    NewChange of(String field, Optional<String> from, Optional<String> to);
  }

  private static List<NewChange> changes(
      Map<String, Optional<String>> before, Map<String, Optional<String>> after, Entry entry) {
    Set<String> differing = Fields.differing(before, after);
    List<NewChange> changes = new ArrayList<>();
    for (String field : differing) {
      if (Fields.isMoving(field)) {
        changes.add(entry.of(field, before.get(field), after.get(field)));
      }
    }
    return changes;
  }
}
