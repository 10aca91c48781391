package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The tenth model: which projects metric KPIs measure, how far their past was read, and the facts
 * of their issues. It also runs on a fresh installation.
 */
public final class Facts010 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("10");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(IssueFactEntity.class, MeasuredEntity.class, ProjectPastEntity.class);
  }
}
