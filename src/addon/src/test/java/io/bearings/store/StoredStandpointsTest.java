package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Assignment;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Openness;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Role;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredStandpointsTest {
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, Instant.parse("2026-11-22T10:00:00Z"));
  private static final ProjectRef DEMO = new ProjectRef(100, "DEMO", "Mobile app");
  private static final ProjectRef OPS = new ProjectRef(200, "OPS", "Operations");

  private final TestDatabase database;
  private final StoredUnits units;
  private final Access access = mock(Access.class);
  private final StoredStandpoints standpoints;

  public StoredStandpointsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    units = new StoredUnits(database.database());
    standpoints = new StoredStandpoints(database.database(), access);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return List.of(
        new Object[] {"H2", (Supplier<TestDatabase>) TestDatabase::withTables},
        new Object[] {"PostgreSQL", (Supplier<TestDatabase>) TestDatabase::onPostgresWithTables});
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void countsTheRolesOfThePersonAndOfTheirGroups() {
    Unit mine = add(Optional.empty());
    Unit ofMyGroup = add(Optional.empty());
    Unit ofOthers = add(Optional.empty());
    assign(mine, new Assignment.OnePerson("anna"), Role.LEAD);
    assign(ofMyGroup, new Assignment.AllOf("developers"), Role.VIEWER);
    units.assign(
        ofOthers.id(),
        1,
        List.of(
            new Assignment(Role.LEAD, new Assignment.OnePerson("bert")),
            new Assignment(Role.EXECUTIVE, new Assignment.AllOf("board"))),
        BY_ANNA);
    when(access.groupsOf(ANNA)).thenReturn(Set.of("developers"));

    Standpoint standpoint = standpoints.of(ANNA);

    assertThat(standpoint.units()).containsExactly(withVersion(mine), withVersion(ofMyGroup));
    assertThat(standpoint.may(Operation.MANAGE_UNIT, mine.id())).isTrue();
    assertThat(standpoint.may(Operation.MANAGE_UNIT, ofMyGroup.id())).isFalse();
  }

  @Test
  public void countsSeveralRolesInOneUnit() {
    Unit unit = add(Optional.empty());
    units.assign(
        unit.id(),
        1,
        List.of(
            new Assignment(Role.VIEWER, new Assignment.OnePerson("anna")),
            new Assignment(Role.LEAD, new Assignment.AllOf("developers"))),
        BY_ANNA);
    when(access.groupsOf(ANNA)).thenReturn(Set.of("developers"));
    assertThat(standpoints.of(ANNA).may(Operation.CONSENT, unit.id())).isTrue();
    assertThat(standpoints.of(ANNA).units()).hasSize(1);
  }

  @Test
  public void countsWhatJiraAllowsInBoundProjects() {
    Unit edits = add(Optional.empty(), 100L);
    Unit browses = add(Optional.empty(), 200L);
    Unit neither = add(Optional.empty(), 300L);
    when(access.projects(ANNA, Set.of(100L, 200L, 300L))).thenReturn(Map.of(100L, DEMO, 200L, OPS));
    when(access.editableProjects(ANNA)).thenReturn(Map.of(100L, DEMO));
    Standpoint standpoint = standpoints.of(ANNA);
    assertThat(standpoint.isMember(edits.id())).isTrue();
    assertThat(standpoint.isMember(browses.id())).isFalse();
    assertThat(standpoint.maySee(browses.id())).isTrue();
    assertThat(standpoint.maySee(neither.id())).isFalse();
  }

  @Test
  public void countsTheGroupOfAUnit() {
    Unit unit = add(Optional.of("developers"));
    assertThat(standpoints.of(ANNA).maySee(unit.id())).isFalse();
    when(access.groupsOf(ANNA)).thenReturn(Set.of("developers"));
    assertThat(standpoints.of(ANNA).isMember(unit.id())).isTrue();
  }

  @Test
  public void asksJiraOnlyForWhatMatters() {
    add(Optional.empty());
    when(access.administers(ANNA)).thenReturn(true);
    assertThat(standpoints.of(ANNA).administers()).isTrue();
    verify(access, never()).groupsOf(any());
    verify(access, never()).projects(any(), any());
    verify(access, never()).editableProjects(any());
  }

  @Test
  public void costsOneStatementHoweverManyUnitsThereAre() {
    for (int size : List.of(1, 40)) {
      for (int i = 0; i < size; i++) {
        Unit unit = add(Optional.of("developers"));
        assign(unit, new Assignment.OnePerson("anna"), Role.VIEWER);
      }
      standpoints.of(ANNA);
      database.statements();
      assertThat(standpoints.of(ANNA).units()).hasSizeGreaterThanOrEqualTo(size);
      assertThat(database.statements()).isEqualTo(1);
    }
  }

  private void assign(Unit unit, Assignment.Holder holder, Role role) {
    units.assign(unit.id(), 1, List.of(new Assignment(role, holder)), BY_ANNA);
  }

  private Unit withVersion(Unit unit) {
    return units.unit(unit.id()).orElseThrow();
  }

  private Unit add(Optional<String> group, Long... projects) {
    return units.add(
        new NewUnit(
            "Team",
            UnitLevel.TEAM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            group,
            List.of(projects),
            List.of(),
            Openness.MEMBERS,
            UnitSettings.DEFAULT),
        BY_ANNA);
  }
}
