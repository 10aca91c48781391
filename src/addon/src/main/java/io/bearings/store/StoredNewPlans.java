package io.bearings.store;

import io.bearings.okr.NewCheckIn;
import io.bearings.okr.NewPlan;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.PlanStore;
import io.bearings.okr.Source;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whole plans in our tables. */
@Component
class StoredNewPlans implements PlanStore {
  private final Database database;

  @Inject
  StoredNewPlans(Database database) {
    this.database = database;
  }

  @Override
  public void add(List<NewPlan> plans, Edit by) {
    database.write(
        session -> {
          for (NewPlan plan : plans) {
            add(session, plan, by);
          }
          return plans.size();
        });
  }

  private static void add(Session session, NewPlan plan, Edit by) throws SQLException {
    long objectiveId = session.insert(Tables.OBJECTIVE, StoredObjectives.row(plan.objective(), by));
    List<Long> measured = new ArrayList<>();
    for (NewPlan.Result each : plan.keyResults()) {
      long keyResultId =
          session.insert(
              Tables.KEY_RESULT, StoredObjectives.row(objectiveId, each.keyResult(), by));
      add(session, keyResultId, each.checkIns(), by);
      if (each.keyResult().content().source() == Source.JQL) {
        measured.add(keyResultId);
      }
    }
    MeasuredKeyResults.changed(session, measured, by);
  }

  private static void add(Session session, long keyResultId, List<NewCheckIn> checkIns, Edit by)
      throws SQLException {
    for (NewCheckIn each : checkIns) {
      session.insert(Tables.CHECK_IN, StoredCheckIns.row(keyResultId, each, by));
    }
    if (!checkIns.isEmpty()) {
      KeyResultValues.rewrite(session, keyResultId);
    }
  }
}
