package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.okr.Assignment;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Objectives;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChange.Subject;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingChanges.Filter;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The log of changes of settings, on each database. */
@RunWith(Parameterized.class)
public class StoredSettingChangesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Objectives.Edit BY_ANNA = new Objectives.Edit(new Person("anna"), NOW);
  private static final Objectives.Edit BY_BERT =
      new Objectives.Edit(new Person("bert"), NOW.plusSeconds(1));

  private final TestDatabase database;
  private final StoredSettingChanges changes;

  public StoredSettingChangesTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    changes = new StoredSettingChanges(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private static SettingChange site(String name, String before, String after) {
    return new SettingChange(Subject.SITE, Optional.empty(), name, before, after);
  }

  private static SettingChange unit(long id, String name, String before, String after) {
    return new SettingChange(Subject.UNIT, Optional.of(id), name, before, after);
  }

  private List<SettingChange> kept(Filter filter) {
    return changes.entries(filter, Long.MAX_VALUE, 100).stream()
        .map(SettingChanges.Entry::change)
        .toList();
  }

  @Test
  public void keepsWhoChangedWhatAndWhen() {
    SettingChange credit = site("inProgressCredit", "0", "25");
    SettingChange holidays = site("holidays", "", "2026-12-25, ".repeat(1_000));
    changes.add(List.of(credit, holidays), BY_ANNA);

    List<SettingChanges.Entry> entries = changes.entries(Filter.NONE, Long.MAX_VALUE, 10);
    assertThat(entries).extracting(SettingChanges.Entry::change).containsExactly(holidays, credit);
    assertThat(entries.get(0).changedBy()).isEqualTo("anna");
    assertThat(entries.get(0).at()).isEqualTo(NOW);
    assertThat(changes.newest()).isEqualTo(entries.get(0).id());
    assertThat(changes.ofSiteSince(entries.get(1).id())).containsExactly(entries.get(0));
    assertThat(changes.ofUnitsSince(0)).isEmpty();
    assertThat(changes.entries(Filter.NONE, entries.get(0).id(), 10))
        .containsExactly(entries.get(1));
    assertThat(changes.entries(Filter.NONE, Long.MAX_VALUE, 1)).containsExactly(entries.get(0));
  }

  @Test
  public void anEmptyLogHasNoNewestAndNothingAddsNothing() {
    assertThat(changes.newest()).isZero();
    changes.add(List.of(), BY_ANNA);
    assertThat(kept(Filter.NONE)).isEmpty();
    assertThat(changes.ofSiteSince(0)).isEmpty();
  }

  @Test
  public void isNarrowedByWhatPeopleLookFor() {
    SettingChange credit = site("inProgressCredit", "0", "25");
    SettingChange five = unit(5, "name", "a", "b");
    SettingChange six = unit(6, "name", "c", "d");
    changes.add(List.of(credit, five), BY_ANNA);
    changes.add(List.of(six), BY_BERT);

    assertThat(kept(new Filter(Optional.of(Subject.UNIT), Optional.empty(), Optional.empty())))
        .containsExactly(six, five);
    assertThat(kept(new Filter(Optional.empty(), Optional.of(5L), Optional.empty())))
        .containsExactly(five);
    assertThat(kept(new Filter(Optional.empty(), Optional.empty(), Optional.of("anna"))))
        .containsExactly(five, credit);
    assertThat(kept(new Filter(Optional.of(Subject.SITE), Optional.empty(), Optional.of("bert"))))
        .isEmpty();
    assertThat(changes.ofSiteSince(0))
        .extracting(SettingChanges.Entry::change)
        .containsExactly(credit);
  }

  @Test
  public void whatUnitsSayAndWhoHasARoleIsKeptWithTheChangeItself() {
    StoredUnits units = new StoredUnits(database.database());
    Unit team =
        units.add(
            new NewUnit(
                "Pilots",
                UnitLevel.COMPANY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Openness.EVERYONE,
                UnitSettings.DEFAULT),
            BY_ANNA);
    Unit renamed =
        new Unit(
            team.id(),
            "Captains",
            team.level(),
            Optional.empty(),
            Optional.of("bert"),
            Optional.empty(),
            Optional.empty(),
            List.of(100L),
            List.of(),
            Openness.EVERYONE,
            UnitSettings.DEFAULT,
            false,
            1);
    units.change(renamed, BY_BERT);
    units.change(renamed, BY_BERT);
    units.assign(
        team.id(),
        2,
        List.of(new Assignment(Role.LEAD, new Assignment.OnePerson("anna"))),
        BY_ANNA);
    units.assign(
        team.id(), 3, List.of(new Assignment(Role.LEAD, new Assignment.AllOf("staff"))), BY_ANNA);

    SettingChange.Subject roles = Subject.ROLES;
    Optional<Long> id = Optional.of(team.id());
    assertThat(kept(Filter.NONE))
        .containsExactly(
            new SettingChange(roles, id, "LEAD", "", "@staff"),
            new SettingChange(roles, id, "LEAD", "anna", ""),
            new SettingChange(roles, id, "LEAD", "", "anna"),
            unit(team.id(), "projects", "", "100"),
            unit(team.id(), "lead", "", "bert"),
            unit(team.id(), "name", "Pilots", "Captains"),
            unit(team.id(), "name", "", "Pilots"));
    assertThat(changes.ofSiteSince(0)).as("units do not count for the site").isEmpty();
    List<SettingChanges.Entry> ofUnits = changes.ofUnitsSince(0);
    assertThat(ofUnits).hasSize(7);
    assertThat(ofUnits.get(0).change()).isEqualTo(unit(team.id(), "name", "", "Pilots"));
    assertThat(changes.newest()).isEqualTo(ofUnits.get(6).id());
    assertThat(changes.ofUnitsSince(ofUnits.get(5).id())).containsExactly(ofUnits.get(6));
  }

  @Test
  public void theSeventeenthModelAddsTheLogToWhatIsThere() throws SQLException {
    assertThat(new SettingChanges017().getModelVersion()).isEqualTo(ModelVersion.valueOf("17"));
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(Tables.in(connection).orElseThrow().sql("drop table {SETTING_CHANGE}"));
    }
    assertThatThrownBy(() -> changes.newest()).isInstanceOf(Refusal.Unavailable.class);

    new SettingChanges017().upgrade(ModelVersion.valueOf("16"), database.activeObjects());
    changes.add(List.of(site("weekStart", "MONDAY", "SUNDAY")), BY_ANNA);
    new SettingChanges017().upgrade(ModelVersion.valueOf("16"), database.activeObjects());

    assertThat(kept(Filter.NONE)).containsExactly(site("weekStart", "MONDAY", "SUNDAY"));
    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
  }
}
