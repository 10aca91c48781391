package io.bearings.web;

import io.bearings.okr.Score;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueProgress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How numbers are written. The scripts write the same figures ({@code figures.js}): one file of
 * worked cases holds both to the same words. No data is never written as 0 %.
 */
final class Figures {
  private static final int ALL = 100;
  private static final int QUANTITY_DECIMALS = 2;
  private static final BigDecimal SMALLEST_SHARE = new BigDecimal("0.1");

  private Figures() {}

  /**
   * Whole percent of a ratio, rounded half up; but only everything is 100, and only nothing is 0.
   */
  static Optional<Integer> percent(Optional<BigDecimal> ratio) {
    return ratio.map(Figures::percent);
  }

  private static int percent(BigDecimal ratio) {
    int rounded = ratio.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
    if (rounded >= ALL && ratio.compareTo(BigDecimal.ONE) < 0) {
      return ALL - 1;
    }
    return rounded <= 0 && ratio.signum() > 0 ? 1 : rounded;
  }

  /** Percent with its sign, or the words for no data. */
  static String percentText(Optional<BigDecimal> ratio, PageTexts texts) {
    return percent(ratio)
        .map(value -> texts.get("bearings.progress.percent", String.valueOf(value)))
        .orElseGet(() -> texts.get("bearings.progress.noData"));
  }

  /**
   * Percent with one decimal, for what is a small part; what is there is never 0. The words for no
   * data where there is none.
   */
  static String shareText(Optional<BigDecimal> ratio, PageTexts texts) {
    return ratio
        .map(
            it -> {
              BigDecimal rounded = it.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
              return rounded.signum() == 0 && it.signum() > 0 ? SMALLEST_SHARE : rounded;
            })
        .map(it -> texts.get("bearings.progress.percent", quantity(it)))
        .orElseGet(() -> texts.get("bearings.progress.noData"));
  }

  /** A sum of weights without needless digits: at most two decimals. */
  static String quantity(BigDecimal number) {
    BigDecimal rounded = number.setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** What is done, in words: "1 of 3 issues done". */
  static String done(IssueProgress progress, WeightBy weightBy, PageTexts texts) {
    if (progress.issues() == 0) {
      return texts.get(
          progress.outOfScope() > 0
              ? "bearings.progress.allOutOfScope"
              : "bearings.progress.noIssues");
    }
    if (!weightBy.equals(WeightBy.ISSUES)) {
      return texts.get(
          unit(weightBy), quantity(progress.doneWeight()), quantity(progress.totalWeight()));
    }
    String done = String.valueOf(progress.done());
    return progress.issues() == 1
        ? texts.get("bearings.progress.issues.one", done)
        : texts.get("bearings.progress.issues.many", done, String.valueOf(progress.issues()));
  }

  private static String unit(WeightBy weightBy) {
    if (weightBy.equals(WeightBy.POINTS)) {
      return "bearings.progress.points";
    }
    return weightBy.equals(WeightBy.ESTIMATE)
        ? "bearings.progress.hours"
        : "bearings.progress.amount";
  }

  /**
   * What stands beside the progress: work under way, work out of scope, estimates that are missing.
   */
  static List<String> notes(IssueProgress progress, PageTexts texts) {
    List<String> notes = new ArrayList<>();
    if (progress.inProgress() > 0) {
      notes.add(texts.get("bearings.progress.inProgress", String.valueOf(progress.inProgress())));
    }
    if (progress.outOfScope() > 0 && progress.issues() > 0) {
      notes.add(texts.get("bearings.progress.outOfScope", String.valueOf(progress.outOfScope())));
    }
    if (progress.imputed() > 0 && !progress.mostlyNotEstimated()) {
      notes.add(texts.get("bearings.progress.imputed", String.valueOf(progress.imputed())));
    }
    return notes;
  }

  /**
   * How much of the objective's weight the score rests on; empty where it rests on all of it, or
   * where nothing has data yet.
   */
  static String coverage(Score score, PageTexts texts) {
    return percent(score.coverage())
        .filter(covered -> covered > 0 && covered < ALL)
        .map(
            covered ->
                texts.get(
                    score.value().isPresent()
                        ? "bearings.score.coverage"
                        : "bearings.score.tooLittle",
                    String.valueOf(covered)))
        .orElse("");
  }
}
