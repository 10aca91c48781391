package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The fifth model: a key result that is fed by objectives may leave out the share of its window
 * that their cycles cover. Those there are keep taking it, because an empty column says so.
 */
public final class SharesOfWindows005 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("5");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(KeyResultEntity.class);
  }
}
