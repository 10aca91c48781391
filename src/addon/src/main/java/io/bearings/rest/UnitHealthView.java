package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.coach.Severity;
import io.bearings.kpi.KpiSheet;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.review.UnitHealth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the coach says about all that a unit has written for a cycle.
 *
 * @param warnings how many findings are warnings
 * @param hints how many are hints
 * @param judged how many objectives were judged
 * @param hidden how many others the reader may not read
 * @param findings about the whole first, then objective by objective
 * @param fine sentences about what is as it should be
 * @param doubles work that counts for two key results that add up
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UnitHealthView(
    @JsonProperty("unit") ObjectiveView.PlaceView unit,
    @JsonProperty("cycle") ObjectiveView.PlaceView cycle,
    @JsonProperty("warnings") long warnings,
    @JsonProperty("hints") long hints,
    @JsonProperty("judged") int judged,
    @JsonProperty("hidden") int hidden,
    @JsonProperty("findings") List<AboutView> findings,
    @JsonProperty("fine") List<String> fine,
    @JsonProperty("doubles") List<TwiceView> doubles) {

  /**
   * A finding and what it is about.
   *
   * @param objective the objective; null when it is about the whole
   * @param keyResult its key result; null when it is about the objective itself
   * @param kpi the KPI of the unit that it is about; null when it is about none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record AboutView(
      @JsonProperty("finding") FindingView finding,
      @JsonProperty("objective") NamedView objective,
      @JsonProperty("keyResult") NamedView keyResult,
      @JsonProperty("kpi") NamedView kpi) {}

  /**
   * Work that counts twice.
   *
   * @param relation SIBLING (both are of one objective), PARENT (the first contributes to the
   *     other) or CHILD
   * @param other null where the reader may not read it
   * @param issues how many issues count for both
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record TwiceView(
      @JsonProperty("keyResult") NamedView keyResult,
      @JsonProperty("relation") String relation,
      @JsonProperty("other") NamedView other,
      @JsonProperty("issues") int issues) {

    private static TwiceView of(UnitHealth.Twice twice) {
      return new TwiceView(
          NamedView.of(twice.keyResult()),
          twice.relation().name(),
          twice.other().map(NamedView::of).orElse(null),
          twice.issues());
    }
  }

  /** Something with its key and title. */
  public record NamedView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title) {

    private static NamedView of(Objective objective) {
      return new NamedView(objective.id(), objective.key(), objective.title());
    }

    private static NamedView of(KpiSheet sheet) {
      return new NamedView(sheet.id(), sheet.key(), sheet.content().name());
    }

    private static NamedView of(KeyResult keyResult) {
      return new NamedView(keyResult.id(), keyResult.key(), keyResult.title());
    }
  }

  /**
   * A report.
   *
   * @param text translates
   */
  static UnitHealthView of(UnitHealth.Report report, Function<Message, String> text) {
    return new UnitHealthView(
        new ObjectiveView.PlaceView(report.unit().id(), report.unit().name()),
        new ObjectiveView.PlaceView(report.cycle().id(), report.cycle().name()),
        count(report, Severity.WARNING),
        count(report, Severity.HINT),
        report.judged(),
        report.hidden(),
        report.findings().stream().map(each -> about(each, text)).toList(),
        report.fine().stream().map(text).toList(),
        report.doubles().stream().map(TwiceView::of).toList());
  }

  private static long count(UnitHealth.Report report, Severity severity) {
    return report.findings().stream().filter(each -> each.finding().severity() == severity).count();
  }

  private static AboutView about(UnitHealth.About about, Function<Message, String> text) {
    Optional<NamedView> objective = about.objective().map(NamedView::of);
    Optional<NamedView> keyResult = about.keyResult().map(NamedView::of);
    return new AboutView(
        FindingView.of(about.finding(), text),
        objective.orElse(null),
        keyResult.orElse(null),
        about.kpi().map(NamedView::of).orElse(null));
  }
}
