package io.bearings.web;

import io.bearings.progress.KeyResultFigures;

/** A key result on the page of its project. */
public final class KeyResultRow {
  private final KeyResultFigures figures;
  private final ProgressFigures progress;
  private final StandingFigures standing;
  private final String checkInHref;

  private KeyResultRow(
      KeyResultFigures figures, boolean inCycle, String checkInHref, PageTexts texts) {
    this.figures = figures;
    this.checkInHref = checkInHref;
    this.progress = ProgressFigures.of(figures, texts);
    this.standing = StandingFigures.of(figures, inCycle, texts);
  }

  /**
   * Of a key result whose objective is in a cycle, or in the backlog.
   *
   * @param checkInHref empty where the person may not check in
   */
  static KeyResultRow of(
      KeyResultFigures figures, boolean inCycle, String checkInHref, PageTexts texts) {
    return new KeyResultRow(figures, inCycle, checkInHref, texts);
  }

  public long getId() {
    return figures.keyResult().id();
  }

  /** For example {@code KR-34}. */
  public String getKey() {
    return figures.keyResult().key();
  }

  public String getTitle() {
    return figures.keyResult().title();
  }

  /** Where the person checks in; empty where they may not, or nothing is to be said of it. */
  public String getCheckInHref() {
    return checkInHref;
  }

  public ProgressFigures getProgress() {
    return progress;
  }

  public StandingFigures getStanding() {
    return standing;
  }
}
