package io.bearings.web;

import io.bearings.jira.PagePaths;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiOverview;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.KpiStatus;
import io.bearings.okr.Status;
import java.util.Optional;

/** What stands of a KPI on a page until its script draws the whole tile in the same place. */
public final class KpiTile {
  private final KpiOverview.Card card;
  private final String href;
  private final StatusLook look;
  private final String text;

  private KpiTile(KpiOverview.Card card, String contextPath, PageTexts texts) {
    this.card = card;
    href = contextPath + PagePaths.kpi(card.sheet().id());
    KpiStatus status = status(card.standing());
    look = look(status);
    text = texts.get(textKey(status));
  }

  static KpiTile of(KpiOverview.Card card, String contextPath, PageTexts texts) {
    return new KpiTile(card, contextPath, texts);
  }

  /** That of the newest period with a value, unless a later value is missing. */
  private static KpiStatus status(KpiStanding standing) {
    Optional<KpiStatus> latest = standing.latest().map(Judged::status);
    return latest
        .filter(KpiStatus.STALE::equals)
        .or(
            () ->
                standing.newest().stream()
                    .filter(each -> each.value().isPresent())
                    .reduce((one, later) -> later)
                    .map(Judged::status))
        .orElse(KpiStatus.NO_DATA);
  }

  /** The shape of each is that of a status of key results which means about the same. */
  private static StatusLook look(KpiStatus status) {
    return switch (status) {
      case GREEN -> StatusLook.of(Status.ON_TRACK);
      case AMBER -> StatusLook.of(Status.AT_RISK);
      case RED -> StatusLook.of(Status.GUARDRAIL_RED);
      case STALE -> StatusLook.of(Status.OVERDUE);
      case NO_DATA -> StatusLook.of(Status.NO_DATA);
      case NOT_JUDGED -> StatusLook.of(Status.CLOSED);
    };
  }

  private static String textKey(KpiStatus status) {
    return switch (status) {
      case GREEN -> "bearings.kpi.status.green";
      case AMBER -> "bearings.kpi.status.amber";
      case RED -> "bearings.kpi.status.red";
      case STALE -> "bearings.kpi.status.stale";
      case NO_DATA -> "bearings.status.noData";
      case NOT_JUDGED -> "bearings.kpi.status.notJudged";
    };
  }

  /** For example {@code KPI-7}. */
  public String getKey() {
    return card.sheet().key();
  }

  public String getName() {
    return card.sheet().content().name();
  }

  /** Where its page is. */
  public String getHref() {
    return href;
  }

  /** The tone of the tile; while a breach is open, the KPI is not well. */
  public String getTone() {
    return card.standing().breach().isPresent() ? "bad" : look.tone();
  }

  /** The tone of the status. */
  public String getStatusTone() {
    return look.tone();
  }

  /** The outline of the status's shape, as an SVG path in a square of 16. */
  public String getShape() {
    return look.shape();
  }

  /** The status in words. */
  public String getText() {
    return text;
  }
}
