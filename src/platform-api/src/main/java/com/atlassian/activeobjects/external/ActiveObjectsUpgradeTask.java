package com.atlassian.activeobjects.external;

/**
 * One numbered step of the add-on's tables.
 *
 * <p>Source and confidence: AO source and documentation; H.
 */
public interface ActiveObjectsUpgradeTask {
  ModelVersion getModelVersion();

  /**
   * Upgrades to {@link #getModelVersion()}; {@code ao} knows no entity until {@code migrate} is
   * called.
   */
  void upgrade(ModelVersion currentVersion, ActiveObjects ao);
}
