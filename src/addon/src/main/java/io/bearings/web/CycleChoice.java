package io.bearings.web;

import io.bearings.okr.Cycle;
import io.bearings.okr.CycleState;
import java.util.Locale;
import java.util.Optional;

/** A cycle that a page can show. */
public final class CycleChoice {
  private final Cycle cycle;
  private final boolean selected;
  private final String label;

  private CycleChoice(Cycle cycle, boolean selected, String label) {
    this.cycle = cycle;
    this.selected = selected;
    this.label = label;
  }

  /**
   * @param shown the cycle that the page shows; absent where it shows none
   */
  static CycleChoice of(Cycle cycle, Optional<Cycle> shown, PageTexts texts) {
    return new CycleChoice(cycle, shown.filter(cycle::equals).isPresent(), label(cycle, texts));
  }

  /** As everywhere: a cycle that is not active says what it is. */
  private static String label(Cycle cycle, PageTexts texts) {
    return cycle.state() == CycleState.ACTIVE
        ? cycle.name()
        : texts.get(
            "bearings.cycle.named",
            cycle.name(),
            texts.get("bearings.cycle." + cycle.state().name().toLowerCase(Locale.ROOT)));
  }

  public long getId() {
    return cycle.id();
  }

  /** Its name, and its state unless it is active. */
  public String getLabel() {
    return label;
  }

  /** Whether the page shows it. */
  public boolean isSelected() {
    return selected;
  }
}
