package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The eighteenth model: a unit may name its boards. Those that there are name none, because an
 * empty column says so, and go on with the boards of their projects.
 */
public final class BoardsOfUnit018 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("18");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(OrgUnitEntity.class);
  }
}
