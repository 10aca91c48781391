package io.bearings.web;

import io.bearings.progress.KeyResultFigures;
import java.util.List;
import java.util.Optional;

/** The progress of a key result as a template shows it. */
public final class ProgressFigures {
  private final Optional<Integer> percent;
  private final String percentText;
  private final String done;
  private final List<String> notes;
  private final boolean mostlyNotEstimated;

  private ProgressFigures(KeyResultFigures figures, PageTexts texts) {
    percent = Figures.percent(figures.score().ratio());
    percentText = Figures.percentText(figures.score().ratio(), texts);
    done = Figures.done(figures.progress(), figures.keyResult().weightBy(), texts);
    notes = List.copyOf(Figures.notes(figures.progress(), texts));
    mostlyNotEstimated = figures.progress().mostlyNotEstimated();
  }

  static ProgressFigures of(KeyResultFigures figures, PageTexts texts) {
    return new ProgressFigures(figures, texts);
  }

  /** Whether there is any data; without it there is no bar. */
  public boolean isData() {
    return percent.isPresent();
  }

  /** The length of the bar, 0 to 100; 0 also where there is no data. */
  public int getBar() {
    return Math.min(percent.orElse(0), 100);
  }

  /** Whether everything is done. */
  public boolean isFull() {
    return getBar() == 100;
  }

  /** "33 %", or the words for no data. */
  public String getPercentText() {
    return percentText;
  }

  /** "1 of 3 issues done". */
  public String getDone() {
    return done;
  }

  /** Whether anything stands below the figures. */
  public boolean isNoted() {
    return mostlyNotEstimated || !notes.isEmpty();
  }

  /** Work under way, work out of scope, estimates that are missing. */
  public List<String> getNotes() {
    return notes;
  }

  /** Whether more than a fifth of the issues are without an estimate. */
  public boolean isMostlyNotEstimated() {
    return mostlyNotEstimated;
  }
}
