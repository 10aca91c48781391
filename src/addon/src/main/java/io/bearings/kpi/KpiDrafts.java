package io.bearings.kpi;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be written on a sheet. A draft is laid over what there is, and the whole is then
 * checked, so that two fields that do not fit together are found whichever of them was changed.
 */
public final class KpiDrafts {
  private KpiDrafts() {}

  /**
   * A new sheet.
   *
   * @param writerKey who owns it where the draft names nobody
   * @throws Refusal.Invalid with every field that is wrong
   */
  public static KpiContent checked(KpiDraft draft, String writerKey) {
    return checked(draft, KpiContent.of("", writerKey));
  }

  /**
   * A draft over what there is.
   *
   * @throws Refusal.Invalid with every field that is wrong
   */
  public static KpiContent checked(KpiDraft draft, KpiContent before) {
    Map<String, Message> problems = new LinkedHashMap<>();
    Optional<Message> grace = draft.rhythm().graceDays().flatMap(KpiRules::graceProblem);
    KpiContent content = over(draft, before, grace.isEmpty());
    problems.putAll(KpiRules.problems(content));
    grace.ifPresent(problem -> problems.put("graceDays", problem));
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    return content;
  }

  private static KpiContent over(KpiDraft draft, KpiContent before, boolean graceIsSound) {
    return new KpiContent(
        draft.name().map(String::strip).orElse(before.name()),
        draft.measures().map(String::strip).orElse(before.measures()),
        draft.category().map(KpiDrafts::stripped).orElse(before.category()),
        draft.ownerKey().map(String::strip).orElse(before.ownerKey()),
        draft.source().map(KpiDrafts::stripped).orElse(before.source()),
        rhythm(draft.rhythm(), before.rhythm(), graceIsSound),
        yardstick(draft.yardstick(), before.yardstick()),
        new Response(
            draft.action().map(String::strip).orElse(before.response().text()),
            draft.automatic().orElse(before.response().automatic())),
        purpose(draft.purpose(), before.purpose()),
        draft.dimensions().map(KpiDrafts::stripped).orElse(before.dimensions()));
  }

  private static Category stripped(Category category) {
    return new Category(category.kind(), category.label().map(String::strip));
  }

  private static KpiSource stripped(KpiSource source) {
    if (source instanceof KpiSource.Formula formula) {
      return new KpiSource.Formula(formula.text().strip());
    }
    return source instanceof KpiSource.Metric metric
        ? new KpiSource.Metric(metric.spec().strip())
        : source;
  }

  private static List<Dimension> stripped(List<Dimension> dimensions) {
    return dimensions.stream()
        .map(
            each ->
                new Dimension(
                    each.name().strip(), each.segments().stream().map(String::strip).toList()))
        .toList();
  }

  private static Rhythm rhythm(KpiDraft.OfRhythm draft, Rhythm before, boolean graceIsSound) {
    return new Rhythm(
        draft.frequency().orElse(before.frequency()),
        draft.aggregation().orElse(before.aggregation()),
        draft.accumulating().orElse(before.accumulating()),
        graceIsSound
            ? draft.graceDays().map(BigDecimal::intValueExact).orElse(before.graceDays())
            : before.graceDays());
  }

  private static Yardstick yardstick(KpiDraft.OfYardstick draft, Yardstick before) {
    Levels first = before.targets().first();
    return new Yardstick(
        draft.direction().orElse(before.direction()),
        draft.measure().orElse(before.measure()),
        new Targets(
            new Levels(
                draft.target().over(first.target()),
                draft.warning().over(first.warning()),
                draft.critical().over(first.critical())),
            draft.changes().orElse(before.targets().changes())));
  }

  private static Purpose purpose(KpiDraft.OfPurpose draft, Purpose before) {
    return new Purpose(
        draft.why().map(String::strip).orElse(before.why()),
        draft.decision().map(String::strip).orElse(before.decision()),
        new Benchmark(
            draft.benchmark().over(before.benchmark().value()),
            draft.benchmarkSource().map(String::strip).orElse(before.benchmark().source())),
        draft.reviewOn().over(before.reviewOn()),
        draft.serves().orElse(before.serves()),
        draft.grounds().over(before.grounds()));
  }
}
