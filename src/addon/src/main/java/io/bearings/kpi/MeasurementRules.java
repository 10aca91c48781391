package io.bearings.kpi;

import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a value must keep to that is given from outside, whoever gives it. */
public final class MeasurementRules {
  private static final Message REQUIRED = Message.of("bearings.error.required");
  private static final int FIRST_YEAR = 1900;

  private final MeasurementDraft draft;
  private final KpiContent content;
  private final LocalDate today;
  private final Map<String, Message> problems = new LinkedHashMap<>();

  private MeasurementRules(MeasurementDraft draft, KpiContent content, LocalDate today) {
    this.draft = draft;
    this.content = content;
    this.today = today;
  }

  /**
   * What is wrong with a value, by field.
   *
   * @param today in the site's time zone; no value is true of a later day
   */
  public static Map<String, Message> problems(
      MeasurementDraft draft, KpiContent content, LocalDate today) {
    MeasurementRules rules = new MeasurementRules(draft, content, today);
    rules.day();
    rules.span();
    rules.segment();
    rules.value();
    rules.whole();
    return rules.problems;
  }

  /**
   * Which of several values that are given together say something that one before them has said: of
   * the same day, sprint or release, and segment.
   *
   * @return their places, from 0 on, from the first to the last
   */
  public static List<Integer> repeated(List<MeasurementDraft> drafts, LocalDate today) {
    Set<List<Object>> said = new HashSet<>();
    List<Integer> repeated = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      MeasurementDraft each = drafts.get(i);
      if (!said.add(List.of(each.on().orElse(today), each.span(), each.segment()))) {
        repeated.add(i);
      }
    }
    return repeated;
  }

  private void day() {
    draft
        .on()
        .ifPresent(
            day -> {
              if (day.isAfter(today)) {
                problem("on", Message.of("bearings.error.inTheFuture", today.toString()));
              } else if (day.getYear() < FIRST_YEAR) {
                problem("on", Message.of("bearings.error.noDay"));
              }
            });
  }

  private void span() {
    if (draft.span().isEmpty()) {
      return;
    }
    if (!content.rhythm().frequency().isDatedByEvents()) {
      problem("span", Message.of("bearings.error.kpi.noSpan"));
    } else if (draft.span().get().isBlank()) {
      problem("span", REQUIRED);
    } else {
      Texts.lineProblem(draft.span().get(), KpiRules.NAME_LENGTH)
          .ifPresent(it -> problem("span", it));
    }
  }

  private void segment() {
    draft
        .segment()
        .filter(segment -> content.dimensions().stream().noneMatch(it -> has(it, segment)))
        .ifPresent(
            segment ->
                problem(
                    "segment",
                    Message.of(
                        "bearings.error.kpi.noSegment", segment.dimension(), segment.name())));
  }

  private static boolean has(Dimension dimension, Segment segment) {
    return dimension.name().equals(segment.dimension())
        && dimension.segments().contains(segment.name());
  }

  private void value() {
    if (!content.source().isGiven()) {
      problem("value", Message.of("bearings.error.kpi.computed"));
    } else if (draft.value().isEmpty()) {
      problem("value", REQUIRED);
    } else {
      number("value", draft.value().get());
    }
  }

  private void number(String field, BigDecimal number) {
    // The parts of a share are counts, whatever the share itself is measured in.
    Optional<Message> problem =
        isShare()
            ? Measure.sizeProblem(number)
            : KpiRules.valueProblem(content.yardstick().measure(), number);
    problem.ifPresent(it -> problem(field, it));
  }

  private void whole() {
    if (!isShare()) {
      draft.of().ifPresent(any -> problem("of", Message.of("bearings.error.kpi.noShare")));
    } else if (draft.of().isEmpty()) {
      problem("of", REQUIRED);
    } else if (draft.of().get().signum() < 0) {
      problem("of", Message.of("bearings.error.negative"));
    } else {
      number("of", draft.of().get());
    }
  }

  private boolean isShare() {
    return content.rhythm().aggregation() == Aggregation.SHARE;
  }

  private void problem(String field, Message problem) {
    problems.put(field, problem);
  }
}
