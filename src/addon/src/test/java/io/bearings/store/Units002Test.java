package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import io.bearings.jira.HostService;
import io.bearings.jira.ProjectNames;
import io.bearings.jira.Storage;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Openness;
import io.bearings.okr.Recorded;
import io.bearings.okr.Source;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class Units002Test {
  private final TestDatabase database;
  private final ActiveObjects ao;
  private final HostService services = mock(HostService.class);
  private final ProjectManager projects = mock(ProjectManager.class);

  public Units002Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
    ao = database.activeObjects();
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return List.of(
        new Object[] {"H2", (Supplier<TestDatabase>) TestDatabase::new},
        new Object[] {"PostgreSQL", (Supplier<TestDatabase>) TestDatabase::onPostgres});
  }

  @Before
  @SuppressWarnings("unchecked")
  public void theFirstModel() {
    ao.migrate(Model1ObjectiveEntity.class, Model1KeyResultEntity.class, Model1LinkEntity.class);
    when(services.find(ProjectManager.class)).thenReturn(Optional.of(projects));
    Project mobile = mock(Project.class);
    when(mobile.getName()).thenReturn("Mobile app");
    when(projects.getProjectObj(100L)).thenReturn(mobile);
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void isTheSecondModel() {
    assertThat(new Units002().getModelVersion()).isEqualTo(ModelVersion.valueOf("2"));
  }

  @Test
  public void movesObjectivesFromTheirProjectsToTeamsOfOneCompany() {
    long first = objective(100, "First");
    long second = objective(100, "Second");
    long third = objective(300, "Of a project that is gone");
    keyResult(first);

    upgrade();

    List<Unit> units = new StoredUnits(database.database()).all();
    assertThat(units).hasSize(3);
    Unit company = units.get(0);
    assertThat(company.name()).isEqualTo("Company");
    assertThat(company.level()).isEqualTo(UnitLevel.COMPANY);
    assertThat(company.openness()).isEqualTo(Openness.EVERYONE);
    assertThat(company.parentId()).isEmpty();
    Unit mobile = units.get(1);
    assertThat(mobile)
        .isEqualTo(
            new Unit(
                mobile.id(),
                "Mobile app",
                UnitLevel.TEAM,
                Optional.of(company.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(100L),
                List.of(),
                Openness.MEMBERS,
                UnitSettings.DEFAULT,
                false,
                1));
    assertThat(units.get(2).name()).isEqualTo("Project 300");
    assertThat(unitOf(first)).isEqualTo(mobile.id());
    assertThat(unitOf(second)).isEqualTo(mobile.id());
    assertThat(unitOf(third)).isEqualTo(units.get(2).id());
    filledIn(first);
    assertThat(database.database().sizes())
        .containsEntry("OBJECTIVE", new Storage.Size(3, true))
        .containsEntry("KEY_RESULT", new Storage.Size(1, true));
  }

  /** What was there is as it was shown: active, ambitious, fed by issues. */
  private void filledIn(long objectiveId) {
    StoredObjectives objectives = new StoredObjectives(database.database());
    Objective objective = objectives.objective(objectiveId).orElseThrow();
    assertThat(objective.state()).isEqualTo(ObjectiveState.ACTIVE);
    assertThat(objective.kind()).isEqualTo(ObjectiveKind.ASPIRATIONAL);
    assertThat(objective.visibility()).isEqualTo(Visibility.UNIT_VIEWERS);
    assertThat(objective.cycleId()).isEmpty();
    assertThat(objective.archived()).isFalse();
    KeyResult keyResult = objectives.keyResultsOf(List.of(objectiveId)).get(0);
    assertThat(keyResult.source()).isEqualTo(Source.ISSUES);
    assertThat(keyResult.nature()).isEqualTo(Nature.OUTPUT);
    assertThat(keyResult.measure()).isEqualTo(Measure.NUMBER);
    assertThat(keyResult.ownerKey()).isEqualTo("anna");
    assertThat(keyResult.state()).isEqualTo(ObjectiveState.ACTIVE);
    assertThat(keyResult.recorded()).isEqualTo(Recorded.NOTHING);
  }

  @Test
  public void movesNothingASecondTime() {
    long id = objective(100, "First");
    upgrade();
    long unit = unitOf(id);
    upgrade();
    assertThat(unitOf(id)).isEqualTo(unit);
    assertThat(new StoredUnits(database.database()).all()).hasSize(2);
  }

  @Test
  public void createsNoUnitsOnAFreshInstallation() {
    upgrade();
    assertThat(new StoredUnits(database.database()).all()).isEmpty();
    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
  }

  private void upgrade() {
    new Units002(new ProjectNames(services)).upgrade(ModelVersion.valueOf("1"), ao);
    new Conversations003().upgrade(ModelVersion.valueOf("2"), ao);
    new Kickoffs004().upgrade(ModelVersion.valueOf("3"), ao);
    new SharesOfWindows005().upgrade(ModelVersion.valueOf("4"), ao);
    new WorkLinks006().upgrade(ModelVersion.valueOf("5"), ao);
    new Upkeep007().upgrade(ModelVersion.valueOf("6"), ao);
    new Numbers008().upgrade(ModelVersion.valueOf("7"), ao);
    new Kpis009().upgrade(ModelVersion.valueOf("8"), ao);
    new Facts010().upgrade(ModelVersion.valueOf("9"), ao);
    new Outbox011().upgrade(ModelVersion.valueOf("10"), ao);
    new Inputs012().upgrade(ModelVersion.valueOf("11"), ao);
    new KpiOfKeyResult013().upgrade(ModelVersion.valueOf("12"), ao);
    new MetricOfKeyResult014().upgrade(ModelVersion.valueOf("13"), ao);
    new ActsAndAnnotations015().upgrade(ModelVersion.valueOf("14"), ao);
    new Untold016().upgrade(ModelVersion.valueOf("15"), ao);
    new SettingChanges017().upgrade(ModelVersion.valueOf("16"), ao);
    new BoardsOfUnit018().upgrade(ModelVersion.valueOf("17"), ao);
    new Reminders020().upgrade(ModelVersion.valueOf("18"), ao);
    new Chats021().upgrade(ModelVersion.valueOf("20"), ao);
    new Meetings022().upgrade(ModelVersion.valueOf("21"), ao);
  }

  private long objective(long projectId, String title) {
    Map<String, Object> row = written();
    row.put("PROJECT_ID", projectId);
    row.put("TITLE", title);
    row.put("OWNER_KEY", "anna");
    return ao.create(Model1ObjectiveEntity.class, row).getID();
  }

  private void keyResult(long objectiveId) {
    Map<String, Object> row = written();
    row.put("OBJECTIVE_ID", objectiveId);
    row.put("TITLE", "Key result");
    row.put("WEIGHT_MICROS", 1_000_000L);
    row.put("WEIGHT_BY", "ISSUES");
    ao.create(Model1KeyResultEntity.class, row);
  }

  private static Map<String, Object> written() {
    Map<String, Object> row = new HashMap<>();
    row.put("VERSION_NO", 1);
    row.put("CREATED_BY", "anna");
    row.put("CREATED_AT", 5L);
    row.put("UPDATED_BY", "anna");
    row.put("UPDATED_AT", 5L);
    return row;
  }

  private long unitOf(long objectiveId) {
    return database
        .database()
        .read(
            session ->
                session.first(
                    "select [UNIT_ID] from {OBJECTIVE} where [ID] = ?",
                    row -> row.getLong(1),
                    objectiveId))
        .orElseThrow();
  }
}
