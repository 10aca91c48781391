package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The fourteenth model: a key result may read a metric of the work in Jira, and a KPI may keep its
 * values. Those that there are do neither, because an empty column says so.
 */
public final class MetricOfKeyResult014 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("14");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(KeyResultEntity.class, KpiEntity.class);
  }
}
