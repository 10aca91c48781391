package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The twenty-second model: how units look back together, and what that ends with. It adds tables,
 * and also runs on a fresh installation; there was nothing of it before.
 */
public final class Meetings022 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("22");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(
        MeetingEntity.class, MeetingNoteEntity.class, MeetingVoteEntity.class, VerdictEntity.class);
  }
}
