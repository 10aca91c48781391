package io.bearings.web;

import io.bearings.progress.KeyResultFigures;

/** A key result on the page of its project. */
public final class KeyResultRow {
  private final KeyResultFigures figures;
  private final ProgressFigures progress;

  private KeyResultRow(KeyResultFigures figures, PageTexts texts) {
    this.figures = figures;
    this.progress = ProgressFigures.of(figures, texts);
  }

  static KeyResultRow of(KeyResultFigures figures, PageTexts texts) {
    return new KeyResultRow(figures, texts);
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
}
