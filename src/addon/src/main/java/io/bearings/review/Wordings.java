package io.bearings.review;

import io.bearings.coach.Coach;
import io.bearings.coach.Finding;
import io.bearings.coach.KeyResultText;
import io.bearings.coach.Language;
import io.bearings.coach.ObjectiveText;
import io.bearings.coach.Rule;
import io.bearings.coach.Severity;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;

/** How the Coach reads what a unit has written. Hints are left to the writers. */
@Named
final class Wordings {
  /** What a check of its own asks for. */
  private static final Set<Rule> NOW_AND_TARGET = EnumSet.of(Rule.NO_BASELINE, Rule.NO_TARGET);

  private final Coach coach;

  @Inject
  Wordings(Coach coach) {
    this.coach = coach;
  }

  /** Whether the Coach warns of nothing in the title and the why of an objective. */
  boolean isInspiring(Objective objective) {
    ObjectiveText text = ObjectiveText.of(objective.title()).withWhy(objective.why());
    return coach.objective(text, Language.EN).stream().noneMatch(Wordings::isWarning);
  }

  /** Whether the Coach warns of nothing in a key result but a missing now or target. */
  boolean isMeasurable(KeyResult keyResult) {
    KeyResultText text =
        KeyResultText.of(keyResult.title())
            .by(keyResult.source())
            .as(keyResult.nature())
            .from(keyResult.goal().baseline(), keyResult.goal().target());
    return coach.keyResult(text, Language.EN).stream()
        .filter(Wordings::isWarning)
        .allMatch(finding -> NOW_AND_TARGET.contains(finding.rule()));
  }

  private static boolean isWarning(Finding finding) {
    return finding.severity() == Severity.WARNING;
  }
}
