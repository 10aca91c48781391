package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Assignment;
import io.bearings.okr.BoardNames;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Role;
import io.bearings.okr.Thresholds;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitRoles;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.UnitWrite;
import io.bearings.okr.UserNames;
import io.bearings.site.SiteUnits;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredUnitsTest {
  private static final Edit BY_ANNA =
      new Edit(new Person("anna"), Instant.parse("2026-11-22T10:00:00Z"));
  private static final Edit BY_BERT =
      new Edit(new Person("bert"), Instant.parse("2026-11-22T11:00:00Z"));
  private static final NewUnit PLAIN =
      new NewUnit(
          "Example",
          UnitLevel.COMPANY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Openness.EVERYONE,
          UnitSettings.DEFAULT);
  private static final Assignment ANNA_CHAMPION =
      new Assignment(Role.CHAMPION, new Assignment.OnePerson("anna"));
  private static final Assignment DEVELOPERS =
      new Assignment(Role.CONTRIBUTOR, new Assignment.AllOf("developers"));

  private final TestDatabase database;
  private final StoredUnits units;

  public StoredUnitsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    units = new StoredUnits(database.database());
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
  public void keepsAllOfAUnit() {
    Unit company = units.add(PLAIN, BY_ANNA);
    Unit team = units.add(whole(company.id()), BY_ANNA);
    assertThat(team.version()).isEqualTo(1);
    assertThat(units.all()).containsExactly(company, team);
    assertThat(units.unit(team.id())).contains(team);
    assertThat(units.unit(99)).isEmpty();
    assertThat(units.lastEditor(team.id())).contains("anna");
    assertThat(units.lastEditor(99)).isEmpty();
  }

  @Test
  public void changesAUnitOnceForAVersion() {
    Unit company = units.add(PLAIN, BY_ANNA);
    Unit changed =
        new Unit(
            company.id(),
            "Größer \uD83D\uDE80",
            UnitLevel.AREA,
            Optional.of(77L),
            Optional.of("bert"),
            Optional.empty(),
            Optional.of("developers"),
            List.of(100L),
            List.of(),
            Openness.MEMBERS,
            whole(77).settings(),
            true,
            1);
    Unit after = units.change(changed, BY_BERT).orElseThrow();
    assertThat(after.version()).isEqualTo(2);
    assertThat(units.unit(company.id())).contains(after);
    assertThat(units.lastEditor(company.id())).contains("bert");
    assertThat(units.change(changed, BY_ANNA)).isEmpty();
    assertThat(units.unit(company.id())).contains(after);
  }

  @Test
  public void replacesRolesOnceForAVersion() {
    Unit company = units.add(PLAIN, BY_ANNA);
    assertThat(units.roles(company.id())).isEmpty();
    assertThat(units.assign(company.id(), 1, List.of(ANNA_CHAMPION, DEVELOPERS), BY_BERT)).isTrue();
    assertThat(units.roles(company.id())).containsExactly(ANNA_CHAMPION, DEVELOPERS);
    assertThat(units.assign(company.id(), 1, List.of(), BY_ANNA)).isFalse();
    assertThat(units.roles(company.id())).hasSize(2);
    assertThat(units.unit(company.id()).orElseThrow().version()).isEqualTo(2);
    assertThat(units.lastEditor(company.id())).contains("bert");
    assertThat(units.assign(company.id(), 2, List.of(DEVELOPERS), BY_ANNA)).isTrue();
    assertThat(units.roles(company.id())).containsExactly(DEVELOPERS);
    assertThat(units.assign(99, 1, List.of(DEVELOPERS), BY_ANNA)).isFalse();
    assertThat(units.roles(99)).isEmpty();
  }

  @Test
  public void tellsTheRolesInSomeUnitsByOneStatement() {
    Unit one = units.add(PLAIN, BY_ANNA);
    Unit other = units.add(PLAIN, BY_ANNA);
    units.assign(one.id(), 1, List.of(ANNA_CHAMPION), BY_BERT);
    units.assign(other.id(), 1, List.of(DEVELOPERS), BY_BERT);
    units.rolesIn(List.of(99L));
    database.statements();

    assertThat(units.rolesIn(List.of(one.id(), other.id())))
        .containsExactly(ANNA_CHAMPION, DEVELOPERS);
    assertThat(database.statements()).isEqualTo(1);
    assertThat(units.rolesIn(List.of(other.id()))).containsExactly(DEVELOPERS);
    assertThat(units.rolesIn(List.of())).isEmpty();
  }

  private static NewUnit whole(long parentId) {
    return new NewUnit(
        "Mobile <b>",
        UnitLevel.TEAM,
        Optional.of(parentId),
        Optional.of("anna"),
        Optional.of("bert"),
        Optional.of("developers"),
        List.of(100L, 200L),
        List.of(),
        Openness.MEMBERS,
        new UnitSettings(
            Optional.of(new Thresholds(new BigDecimal("0.8"), new BigDecimal("0.55"))),
            new CadenceSetting(CadenceSetting.Every.MONTHLY, DayOfWeek.FRIDAY, 28, 17),
            true,
            new Capacity(7, new BigDecimal("7.5"), new BigDecimal("0.6"))));
  }

  private static NewUnit called(String name, UnitLevel level, Optional<Long> parentId) {
    return new NewUnit(
        name,
        level,
        parentId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.of(level),
        UnitSettings.DEFAULT);
  }

  private static UnitWrite made(String name, UnitLevel level, int above) {
    return new UnitWrite(
        Optional.empty(),
        called(name, level, Optional.empty()),
        Optional.of(above).filter(place -> place >= 0),
        false,
        List.of(DEVELOPERS));
  }

  private UnitWrite renamed(Unit unit, String name, List<Assignment> roles) {
    return new UnitWrite(
        Optional.of(new UnitRoles(unit, units.roles(unit.id()))),
        called(name, unit.level(), unit.parentId()),
        Optional.empty(),
        true,
        roles);
  }

  @Test
  public void writesSeveralUnitsWithTheirRolesAndTheLogOfThem() {
    Unit company = units.add(PLAIN, BY_ANNA);
    assertThat(
            units.write(
                List.of(
                    renamed(company, "Renamed", List.of(ANNA_CHAMPION)),
                    made("Other", UnitLevel.COMPANY, -1),
                    made("Area", UnitLevel.AREA, 1),
                    made("Team", UnitLevel.TEAM, 2)),
                BY_BERT))
        .isEmpty();
    List<Unit> all = units.all();
    assertThat(all).extracting(Unit::name).containsExactly("Renamed", "Other", "Area", "Team");
    assertThat(all.get(0).version()).isEqualTo(2);
    assertThat(all.get(0).archived()).isTrue();
    assertThat(all.get(2).parentId()).contains(all.get(1).id());
    assertThat(all.get(3).parentId()).contains(all.get(2).id());
    assertThat(units.lastEditor(company.id())).contains("bert");
    assertThat(units.allRoles().get(company.id())).containsExactly(ANNA_CHAMPION);
    assertThat(units.allRoles().get(all.get(3).id())).containsExactly(DEVELOPERS);
    StoredSettingChanges log = new StoredSettingChanges(database.database());
    assertThat(log.ofUnitsSince(0))
        .extracting(each -> each.change().name() + " " + each.change().after())
        .containsExactly(
            "name Example",
            "name Renamed",
            "archived true",
            "CHAMPION anna",
            "name Other",
            "CONTRIBUTOR @developers",
            "name Area",
            "CONTRIBUTOR @developers",
            "name Team",
            "CONTRIBUTOR @developers");
  }

  @Test
  public void writesNoneOfSeveralUnitsWhereSomebodyElseChangedOne() {
    Unit one = units.add(PLAIN, BY_ANNA);
    Unit other = units.add(PLAIN, BY_ANNA);
    UnitWrite late = renamed(other, "Late", List.of());
    units.assign(other.id(), 1, List.of(DEVELOPERS), BY_ANNA);
    List<Unit> before = units.all();
    long newest = new StoredSettingChanges(database.database()).newest();

    assertThat(
            units.write(
                List.of(
                    renamed(one, "Early", List.of(ANNA_CHAMPION)),
                    made("Made", UnitLevel.COMPANY, -1),
                    late),
                BY_BERT))
        .contains(other.id());
    assertThat(units.all()).isEqualTo(before);
    assertThat(units.allRoles()).containsOnlyKeys(other.id());
    assertThat(new StoredSettingChanges(database.database()).newest()).isEqualTo(newest);
    assertThat(units.write(List.of(), BY_BERT)).isEmpty();
  }

  @Test
  public void tellsAllRolesByOneStatementAndKeepsThoseThatDoNotChange() {
    assertThat(units.allRoles()).isEmpty();
    Unit one = units.add(PLAIN, BY_ANNA);
    Unit other = units.add(PLAIN, BY_ANNA);
    units.assign(one.id(), 1, List.of(DEVELOPERS, ANNA_CHAMPION), BY_BERT);
    units.assign(other.id(), 1, List.of(DEVELOPERS), BY_BERT);
    database.statements();
    assertThat(units.allRoles())
        .containsOnly(
            Map.entry(one.id(), List.of(DEVELOPERS, ANNA_CHAMPION)),
            Map.entry(other.id(), List.of(DEVELOPERS)));
    assertThat(database.statements()).isEqualTo(1);
    units.write(
        List.of(renamed(units.unit(other.id()).orElseThrow(), "Other", List.of(DEVELOPERS))),
        BY_BERT);
    assertThat(units.roles(other.id())).containsExactly(DEVELOPERS);
  }

  @Test
  public void aFileOfTheSiteCostsAsManyStatementsForManyUnitsAsForOne() {
    units.add(PLAIN, BY_ANNA);
    long forOne = statementsOfAFile();
    for (int i = 0; i < 30; i++) {
      Unit unit = units.add(PLAIN, BY_ANNA);
      units.assign(unit.id(), 1, List.of(ANNA_CHAMPION, DEVELOPERS), BY_BERT);
    }
    assertThat(statementsOfAFile()).isEqualTo(forOne).isEqualTo(4);
  }

  /** Writes the file of all units and looks at it again. */
  private long statementsOfAFile() {
    Person admin = new Person("admin");
    Access access = mock(Access.class);
    when(access.administers(admin)).thenReturn(true);
    when(access.groupExists(any())).thenReturn(true);
    UserNames users = mock(UserNames.class);
    SiteUnits site =
        new SiteUnits(
            units,
            access,
            mock(BoardNames.class),
            users,
            key -> Optional.of(key),
            new StoredSettingChanges(database.database()),
            Clock.systemUTC());
    database.statements();
    assertThat(site.plan(admin, site.entries(admin)).problems()).isEmpty();
    return database.statements();
  }
}
