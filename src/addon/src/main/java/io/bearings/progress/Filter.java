package io.bearings.progress;

import io.bearings.okr.Objective;
import java.util.Locale;
import java.util.Optional;

/**
 * What to show of a unit. Objectives that the person may not read are left out as soon as anything
 * is asked of them, because the answer would tell what they hold.
 *
 * @param label only those with this label
 * @param ownerKey only those of this person
 * @param status only those whose status is this one
 * @param text only those whose title, key or key result's title holds this; empty is all
 * @param archived whether those that were put away are shown too
 */
public record Filter(
    Optional<String> label,
    Optional<String> ownerKey,
    Optional<String> status,
    String text,
    boolean archived) {
  /** Everything that is not in the archive. */
  public static final Filter NONE =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty(), "", false);

  boolean shows(ObjectiveFigures figures) {
    Objective objective = figures.objective();
    boolean asks = label.isPresent() || ownerKey.isPresent() || !text.isBlank();
    if (asks && figures.hidden()) {
      return false;
    }
    return label.filter(it -> !objective.labels().contains(it)).isEmpty()
        && ownerKey.filter(it -> !objective.ownerKey().equals(it)).isEmpty()
        && status.filter(it -> !figures.judgement().status().name().equals(it)).isEmpty()
        && (text.isBlank() || holds(figures));
  }

  private boolean holds(ObjectiveFigures figures) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    Objective objective = figures.objective();
    return holds(objective.title(), wanted)
        || objective.key().toLowerCase(Locale.ROOT).equals(wanted)
        || figures.keyResults().stream()
            .map(KeyResultFigures::keyResult)
            .anyMatch(
                each ->
                    holds(each.title(), wanted)
                        || each.key().toLowerCase(Locale.ROOT).equals(wanted));
  }

  private static boolean holds(String title, String wanted) {
    return title.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
