package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Source;
import io.bearings.okr.Visibility;
import java.util.HashMap;
import java.util.Map;
import net.java.ao.Query;

/**
 * Gives rows of the first model what the columns of the second say: those objectives were active,
 * ambitious and open to whoever saw their project, and their key results were fed by issues.
 */
final class FormerRows {
  private FormerRows() {}

  /** Fills all rows that are not filled yet. */
  static void fill(ActiveObjects ao) {
    Map<Long, String> owners = new HashMap<>();
    for (ObjectiveEntity each :
        ao.find(ObjectiveEntity.class, Query.select().where("LIFE_STATE IS NULL"))) {
      owners.put(each.getID(), each.getOwnerKey());
      each.setObjectiveKind(ObjectiveKind.ASPIRATIONAL.name());
      each.setLifeState(ObjectiveState.ACTIVE.name());
      each.setVisibility(Visibility.UNIT_VIEWERS.name());
      each.setPublishedAt(each.getCreatedAt());
      each.setArchived(0);
      each.save();
    }
    for (KeyResultEntity each :
        ao.find(KeyResultEntity.class, Query.select().where("LIFE_STATE IS NULL"))) {
      each.setOwnerKey(owners.getOrDefault(each.getObjectiveId(), each.getCreatedBy()));
      each.setValueSource(Source.ISSUES.name());
      each.setNature(Nature.OUTPUT.name());
      each.setMeasuredIn(Rows.text(Measure.NUMBER));
      each.setLagWeeks(0);
      each.setLifeState(ObjectiveState.ACTIVE.name());
      each.setPublishedAt(each.getCreatedAt());
      each.setArchived(0);
      each.save();
    }
  }
}
