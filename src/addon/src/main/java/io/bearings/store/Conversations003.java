package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The third model: check-ins, evidence, and what people say to each other. It adds tables only, and
 * also runs on a fresh installation.
 */
public final class Conversations003 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("3");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(
        CheckInEntity.class,
        EvidenceEntity.class,
        RemarkEntity.class,
        NoticeEntity.class,
        FollowerEntity.class,
        AnnotationEntity.class,
        BlockerEntity.class,
        DecisionEntity.class);
  }
}
