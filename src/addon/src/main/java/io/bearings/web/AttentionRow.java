package io.bearings.web;

import io.bearings.jira.PagePaths;
import io.bearings.okr.People;
import io.bearings.okr.Status;
import io.bearings.review.AttentionItem;
import io.bearings.review.AttentionKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A line of what needs attention. */
public final class AttentionRow {
  private final AttentionItem item;
  private final StatusLook look;
  private final String text;
  private final String title;
  private final String href;
  private final String facts;

  private AttentionRow(AttentionItem item, String href, People people, PageTexts texts) {
    this.item = item;
    this.href = href;
    look = look(item.kind());
    text = texts.get("bearings.attention." + item.kind().name());
    title = item.title().orElseGet(() -> texts.get("bearings.objective.private"));
    facts =
        Stream.of(
                item.ownerKey().map(people::nameOrKey),
                item.since().map(any -> days(item.days(), texts)),
                Optional.of(item.waitsFor())
                    .filter(it -> !it.isEmpty())
                    .map(it -> texts.get("bearings.attention.waitsFor", it)),
                Optional.of(item.others())
                    .filter(it -> it > 0)
                    .map(
                        it ->
                            texts.get(
                                it == 1
                                    ? "bearings.attention.others.one"
                                    : "bearings.attention.others.many",
                                String.valueOf(it))))
            .flatMap(Optional::stream)
            .reduce((one, next) -> one + " \u00b7 " + next)
            .orElse("");
  }

  static List<AttentionRow> of(
      List<AttentionItem> items,
      Optional<Long> cycleId,
      String contextPath,
      People people,
      PageTexts texts) {
    return items.stream()
        .map(
            each ->
                new AttentionRow(
                    each,
                    contextPath + PagePaths.of(each.subject(), each.unitId(), cycleId),
                    people,
                    texts))
        .toList();
  }

  private static String days(long days, PageTexts texts) {
    return days == 1
        ? texts.get("bearings.attention.days.one")
        : texts.get("bearings.attention.days.many", String.valueOf(days));
  }

  /** The shapes and tones of statuses that mean about the same. */
  private static StatusLook look(AttentionKind kind) {
    return switch (kind) {
      case BREACH, GUARDRAIL_RED -> StatusLook.of(Status.GUARDRAIL_RED);
      case BREACH_ACKNOWLEDGED, EARLY_WARNING, DRIFT, AT_RISK -> StatusLook.of(Status.AT_RISK);
      case BLOCKER, OFF_TRACK -> StatusLook.of(Status.OFF_TRACK);
      case NO_DATA -> StatusLook.of(Status.NO_DATA);
      case OVERDUE, STALE -> StatusLook.of(Status.OVERDUE);
      case SILENT -> StatusLook.of(Status.SILENT);
      case OUTPUT_WITHOUT_OUTCOME -> StatusLook.of(Status.OUTPUT_WITHOUT_OUTCOME);
    };
  }

  /** What it asks for, in words. */
  public String getText() {
    return text;
  }

  /** good, warn, bad or quiet. */
  public String getTone() {
    return look.tone();
  }

  /** The outline of its shape, as an SVG path in a square of 16. */
  public String getShape() {
    return look.shape();
  }

  /** Of the objective, key result or KPI. */
  public String getKey() {
    return item.key();
  }

  /** The title, or a word in place of one that the person may not read. */
  public String getTitle() {
    return title;
  }

  /** Where it can be read. */
  public String getHref() {
    return href;
  }

  /** Who is to act, since when, and what else is known; perhaps empty. */
  public String getFacts() {
    return facts;
  }
}
