package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The eighth model: the numeric fields that key results weigh by, in the states of issues and in
 * the copies that contribute. Both are empty until a key result weighs by one; then the histories
 * are read anew. It also runs on a fresh installation.
 */
public final class Numbers008 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("8");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(IssueStateEntity.class, ContributionEntity.class);
  }
}
