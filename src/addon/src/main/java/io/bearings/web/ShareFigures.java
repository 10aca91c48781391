package io.bearings.web;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Source;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueShare;
import io.bearings.progress.LinkOnIssue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an issue contributes to a key result, and what changes once it is done, as the panel beside
 * the issue says it. The scripts write the same ({@code share.js}).
 */
public final class ShareFigures {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final String text;
  private final String then;
  private final boolean imputed;
  private final Optional<BigDecimal> from;
  private final Optional<BigDecimal> until;

  private ShareFigures(KeyResult keyResult, IssueShare share, PageTexts texts) {
    boolean byWork = keyResult.source() == Source.ISSUES;
    text = text(keyResult, share, texts);
    then =
        share
            .then()
            .map(
                it ->
                    texts.get(
                        byWork ? "bearings.share.then" : "bearings.share.thenWork",
                        Figures.shareText(share.now(), texts),
                        Figures.shareText(Optional.of(it), texts)))
            .orElse("");
    imputed = share.imputed();
    from = share.then().filter(it -> byWork).flatMap(it -> share.now()).map(ShareFigures::place);
    until = share.then().filter(it -> byWork).map(ShareFigures::place);
  }

  static ShareFigures of(LinkOnIssue link, PageTexts texts) {
    return new ShareFigures(link.keyResult().keyResult(), link.share(), texts);
  }

  private static BigDecimal place(BigDecimal ratio) {
    return ratio.max(BigDecimal.ZERO).min(BigDecimal.ONE).multiply(ALL);
  }

  private static String text(KeyResult keyResult, IssueShare share, PageTexts texts) {
    return switch (share.standing()) {
      case OUT_OF_SCOPE -> texts.get("bearings.share.outOfScope");
      case NOT_COUNTED -> texts.get("bearings.share.notCounted");
      case OPEN -> counting("bearings.share.open", keyResult, share, texts);
      case DONE -> counting("bearings.share.done", keyResult, share, texts);
    };
  }

  private static String counting(
      String key, KeyResult keyResult, IssueShare share, PageTexts texts) {
    String part =
        texts.get(
            unit(keyResult), Figures.quantity(share.weight()), Figures.quantity(share.total()));
    return texts.get(key, part, Figures.shareText(share.share(), texts));
  }

  private static String unit(KeyResult keyResult) {
    if (keyResult.source() == Source.ISSUES && keyResult.goal().target().isPresent()) {
      return "bearings.share.part.fixed";
    }
    WeightBy by = keyResult.weightBy();
    if (by.equals(WeightBy.ISSUES)) {
      return "bearings.share.part.issues";
    }
    if (by.equals(WeightBy.POINTS)) {
      return "bearings.share.part.points";
    }
    return by.equals(WeightBy.ESTIMATE)
        ? "bearings.share.part.hours"
        : "bearings.share.part.amount";
  }

  /** "This issue: 3 of 40 points, 7.5 % of the whole". */
  public String getText() {
    return text;
  }

  /** "Once it is done: 40 % → 47.5 %"; empty where that changes nothing any more. */
  public String getThen() {
    return then;
  }

  /** Whether it has no estimate and weighs the median of the others. */
  public boolean isImputed() {
    return imputed;
  }

  /** Whether the bar shows what the issue would add. */
  public boolean isGain() {
    return from.isPresent() && until.isPresent();
  }

  /** Where that begins, 0 to 100. */
  public String getGainFrom() {
    return Figures.quantity(from.orElse(BigDecimal.ZERO));
  }

  /** How long it is, 0 to 100. */
  public String getGainWidth() {
    return Figures.quantity(
        until.orElse(BigDecimal.ZERO).subtract(from.orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO));
  }
}
