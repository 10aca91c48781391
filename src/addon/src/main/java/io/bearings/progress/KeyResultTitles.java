package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What key results are called, for those who may read them. */
@Named
public final class KeyResultTitles {
  private final Objectives objectives;
  private final Standpoints standpoints;

  @Inject
  public KeyResultTitles(Objectives objectives, Standpoints standpoints) {
    this.objectives = objectives;
    this.standpoints = standpoints;
  }

  /**
   * The title of a key result.
   *
   * @param key such as {@code KR-34}, in any case
   * @throws Refusal.NotFound when there is none, or the person may not read it
   */
  public String of(Person who, String key) {
    Refusal.NotFound unknown = new Refusal.NotFound(key);
    KeyResult keyResult =
        KeyResult.idOf(key).flatMap(objectives::keyResult).orElseThrow(() -> unknown);
    return objectives
        .placed(keyResult.objectiveId(), who)
        .filter(placed -> standpoints.of(who).mayRead(placed))
        .map(placed -> keyResult.title())
        .orElseThrow(() -> unknown);
  }
}
