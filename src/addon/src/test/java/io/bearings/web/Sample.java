package io.bearings.web;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Score;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueLinks;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.LinkOnIssue;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.ProjectOverview;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** The same objectives as {@code golden/overview.json} and {@code golden/issue.json}. */
final class Sample {
  private static final ProjectRef PROJECT = new ProjectRef(10_000, "ABC", "Alpha & Beta");
  private static final Objective FIRST =
      new Objective(
          12, 10_000, "Feel <effortless> & \"calm\"", "New teams\nleave early.", "lead", 3);
  private static final KeyResultFigures HALF_WAY =
      keyResult(34, 12, "Onboarding from 60 % to 82 %", WeightBy.ISSUES, 3, 1, 1, 1, 1);
  private static final KeyResultFigures POINTS =
      new KeyResultFigures(
          new KeyResult(35, 12, "Days to value", BigDecimal.ONE, WeightBy.POINTS, 1),
          new IssueProgress(
              4,
              4,
              0,
              0,
              0,
              3,
              true,
              BigDecimal.ZERO,
              new BigDecimal("20"),
              Optional.of(BigDecimal.ZERO),
              Optional.of(BigDecimal.ZERO)));
  private static final KeyResultFigures EMPTY =
      keyResult(36, 12, "Nothing attached", WeightBy.ISSUES, 0, 0, 0, 0, 0);
  private static final KeyResultFigures DONE =
      keyResult(37, 13, "All of it", WeightBy.ISSUES, 2, 0, 0, 2, 0);
  private static final Score PART = score("0.1666666666666667", "0.75");

  private Sample() {}

  static ProjectOverview overview(boolean mayEdit) {
    return new ProjectOverview(
        PROJECT,
        mayEdit,
        List.of(
            new ObjectiveFigures(FIRST, "Lea Lindqvist", PART, List.of(HALF_WAY, POINTS, EMPTY)),
            new ObjectiveFigures(
                new Objective(13, 10_000, "Trust", "", "member", 1),
                "Mem Ber",
                score("1", "1"),
                List.of(DONE)),
            new ObjectiveFigures(
                new Objective(14, 10_000, "Later", "A reason", "gone", 1),
                "gone",
                Score.NO_DATA,
                List.of())));
  }

  static ProjectOverview empty(boolean mayEdit) {
    return new ProjectOverview(PROJECT, mayEdit, List.of());
  }

  static IssueLinks issue() {
    return new IssueLinks(
        "ABC-7",
        true,
        List.of(
            new LinkOnIssue(51, true, HALF_WAY, FIRST, PROJECT, PART),
            new LinkOnIssue(
                52,
                false,
                EMPTY,
                new Objective(15, 10_000, "No why", "", "lead", 1),
                PROJECT,
                Score.NO_DATA)),
        2);
  }

  private static KeyResultFigures keyResult(
      long id,
      long objectiveId,
      String title,
      WeightBy weightBy,
      int issues,
      int toDo,
      int inProgress,
      int done,
      int outOfScope) {
    Optional<BigDecimal> ratio =
        issues == 0
            ? Optional.empty()
            : Optional.of(
                BigDecimal.valueOf(done).divide(BigDecimal.valueOf(issues), MathContext.DECIMAL64));
    return new KeyResultFigures(
        new KeyResult(id, objectiveId, title, BigDecimal.ONE, weightBy, 1),
        new IssueProgress(
            issues,
            toDo,
            inProgress,
            done,
            outOfScope,
            0,
            false,
            BigDecimal.valueOf(done),
            BigDecimal.valueOf(issues),
            ratio,
            ratio));
  }

  private static Score score(String value, String coverage) {
    return new Score(
        Optional.of(new BigDecimal(value)), Optional.of(new BigDecimal(coverage)), List.of(), 0);
  }
}
