package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The fifteenth model: what is done because of a breach says which issue it created. Of those that
 * were created before only the keys are known, and their column is empty.
 */
public final class IssuesOfBreaches015 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("15");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(KpiActEntity.class);
  }
}
