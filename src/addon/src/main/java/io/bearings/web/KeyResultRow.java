package io.bearings.web;

import io.bearings.progress.KeyResultFigures;

/** A key result on the page of its project. */
public final class KeyResultRow {
  private final KeyResultFigures figures;
  private final ProgressFigures progress;
  private final StandingFigures standing;

  private KeyResultRow(KeyResultFigures figures, boolean inCycle, PageTexts texts) {
    this.figures = figures;
    this.progress = ProgressFigures.of(figures, texts);
    this.standing = StandingFigures.of(figures, inCycle, texts);
  }

  /** Of a key result whose objective is in a cycle, or in the backlog. */
  static KeyResultRow of(KeyResultFigures figures, boolean inCycle, PageTexts texts) {
    return new KeyResultRow(figures, inCycle, texts);
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

  public ProgressFigures getProgress() {
    return progress;
  }

  public StandingFigures getStanding() {
    return standing;
  }
}
