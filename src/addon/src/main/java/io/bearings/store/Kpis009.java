package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;

/**
 * The ninth model: KPIs, their values, judged periods and breaches. It adds tables only, and also
 * runs on a fresh installation.
 */
public final class Kpis009 implements ActiveObjectsUpgradeTask {

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("9");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(
        KpiEntity.class,
        KpiServedEntity.class,
        KpiUseEntity.class,
        KpiChangeEntity.class,
        KpiValueEntity.class,
        KpiPeriodEntity.class,
        KpiBreachEntity.class,
        KpiTokenEntity.class);
  }
}
