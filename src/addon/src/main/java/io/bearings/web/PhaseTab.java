package io.bearings.web;

import io.bearings.review.Phase;

/** The tab of a phase. */
public final class PhaseTab {
  private final Phase phase;
  private final boolean selected;
  private final boolean current;
  private final String label;

  private PhaseTab(Phase phase, boolean selected, boolean current, String label) {
    this.phase = phase;
    this.selected = selected;
    this.current = current;
    this.label = label;
  }

  static PhaseTab of(Phase phase, Phase selected, Phase current, PageTexts texts) {
    return new PhaseTab(
        phase,
        phase == selected,
        phase == current,
        texts.get("bearings.page.phase." + phase.name()));
  }

  /** KICKOFF, EXECUTION or RETROSPECTIVE. */
  public String getName() {
    return phase.name();
  }

  public String getLabel() {
    return label;
  }

  /** Whether its page is shown. */
  public boolean isSelected() {
    return selected;
  }

  /** Whether the cycle is at this phase now. */
  public boolean isCurrent() {
    return current;
  }
}
