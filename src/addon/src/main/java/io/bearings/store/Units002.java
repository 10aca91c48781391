package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.jira.HostService;
import io.bearings.jira.ProjectNames;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.Openness;
import io.bearings.okr.UnitLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.java.ao.Query;

/**
 * The second model: units, roles and cycles. Objectives belonged to Jira projects before; each such
 * project becomes a team of its members below one company, and its objectives move there, without a
 * cycle. It also runs on a fresh installation, where there is nothing to move.
 */
public final class Units002 implements ActiveObjectsUpgradeTask {
  private static final String COMPANY = "Company";
  private static final String TEAM = "Project ";

  /** Nobody: no user key is empty. Oracle keeps an empty text as null, so it is a dash. */
  private static final String NOBODY = "-";

  private final ProjectNames names;

  public Units002() {
    this(new ProjectNames(new HostService()));
  }

  Units002(ProjectNames names) {
    this.names = names;
  }

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("2");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(
        OrgUnitEntity.class,
        UnitRoleEntity.class,
        CycleEntity.class,
        CycleChangeEntity.class,
        ObjectiveEntity.class,
        KeyResultEntity.class,
        LinkEntity.class,
        AlignmentEntity.class,
        ChangeEntity.class,
        IdempotencyKeyEntity.class);
    ao.executeInTransaction(
        () -> {
          move(ao);
          FormerRows.fill(ao);
          return null;
        });
  }

  private void move(ActiveObjects ao) {
    List<ObjectiveEntity> homeless =
        List.of(ao.find(ObjectiveEntity.class, Query.select().where("UNIT_ID IS NULL")));
    if (homeless.isEmpty()) {
      return;
    }
    long now = homeless.stream().mapToLong(ObjectiveEntity::getUpdatedAt).max().orElse(0);
    long company = create(ao, COMPANY, UnitLevel.COMPANY, Optional.empty(), List.of(), now);
    Map<Long, Long> teams = new TreeMap<>();
    for (ObjectiveEntity each : homeless) {
      long team =
          teams.computeIfAbsent(each.getProjectId(), project -> team(ao, company, project, now));
      each.setUnitId(team);
      each.save();
    }
  }

  private long team(ActiveObjects ao, long company, long projectId, long now) {
    String name = names.nameOf(projectId).orElse(TEAM + projectId);
    return create(ao, name, UnitLevel.TEAM, Optional.of(company), List.of(projectId), now);
  }

  private static long create(
      ActiveObjects ao,
      String name,
      UnitLevel level,
      Optional<Long> parentId,
      List<Long> projectIds,
      long now) {
    Map<String, Object> row = new HashMap<>();
    row.put("NAME", name);
    row.put("UNIT_LEVEL", level.name());
    row.put("PARENT_ID", parentId.orElse(null));
    row.put("PROJECT_IDS", UnitRows.text(projectIds).orElse(null));
    row.put("OPENNESS", Openness.of(level).name());
    row.put("CADENCE", UnitRows.text(CadenceSetting.DEFAULT));
    row.put("ADVANCED", 0);
    row.put("CAPACITY", UnitRows.text(Capacity.DEFAULT));
    row.put("ARCHIVED", 0);
    row.put("VERSION_NO", Rows.FIRST_VERSION);
    row.put("CREATED_BY", NOBODY);
    row.put("CREATED_AT", now);
    row.put("UPDATED_BY", NOBODY);
    row.put("UPDATED_AT", now);
    return ao.create(OrgUnitEntity.class, row).getID();
  }
}
