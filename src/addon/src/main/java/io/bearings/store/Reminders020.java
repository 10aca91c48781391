package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The twentieth model: who was reminded, what channels did not take, and how people want to be
 * reminded. It adds tables, and also runs on a fresh installation; nobody was reminded before.
 */
public final class Reminders020 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("20");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(ReminderEntity.class, ReminderTryEntity.class, ReminderWishEntity.class);
  }
}
