package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The eleventh model: what is done because of breaches, the letters that wait, the secrets and the
 * log of calls, and notices about KPIs. It adds tables and a column, and also runs on a fresh
 * installation.
 */
public final class Outbox011 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("11");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(
        NoticeEntity.class,
        KpiActEntity.class,
        KpiDeliveryEntity.class,
        KpiSecretEntity.class,
        KpiLetterEntity.class);
  }
}
