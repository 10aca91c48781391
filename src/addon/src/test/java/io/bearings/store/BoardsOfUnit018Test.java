package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Objectives;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
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

@RunWith(Parameterized.class)
public class BoardsOfUnit018Test {
  private static final Objectives.Edit BY_ANNA =
      new Objectives.Edit(new Person("anna"), Instant.EPOCH);

  private final TestDatabase database;
  private final StoredUnits units;

  public BoardsOfUnit018Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
    units = new StoredUnits(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void isTheEighteenthModel() {
    assertThat(new BoardsOfUnit018().getModelVersion()).isEqualTo(ModelVersion.valueOf("18"));
  }

  @Test
  public void whatWasThereNamesNoBoard() throws SQLException {
    Unit before = unit();
    asInTheSeventeenthModel();

    upgrade();

    assertThat(units.unit(before.id())).contains(before);
    assertThat(before.boardIds()).isEmpty();
    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
  }

  @Test
  public void keepsTheBoardsInTheirOrder() {
    Unit named = naming(unit(), List.of(9L, 7L));
    upgrade();
    assertThat(units.unit(named.id())).contains(named);
    assertThat(units.all()).containsExactly(named);
    assertThat(naming(named, List.of()).boardIds()).isEmpty();
  }

  private Unit naming(Unit unit, List<Long> boardIds) {
    return units
        .change(
            new Unit(
                unit.id(),
                unit.name(),
                unit.level(),
                unit.parentId(),
                unit.leadKey(),
                unit.deputyKey(),
                unit.groupName(),
                unit.projectIds(),
                boardIds,
                unit.openness(),
                unit.settings(),
                unit.archived(),
                unit.version()),
            BY_ANNA)
        .orElseThrow();
  }

  private void upgrade() {
    new BoardsOfUnit018().upgrade(ModelVersion.valueOf("17"), database.activeObjects());
  }

  private Unit unit() {
    return units.add(
        new NewUnit(
            "Mobile",
            UnitLevel.TEAM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(100L),
            List.of(),
            Openness.MEMBERS,
            UnitSettings.DEFAULT),
        BY_ANNA);
  }

  private void asInTheSeventeenthModel() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          Tables.in(connection)
              .orElseThrow()
              .sql("alter table {ORG_UNIT} drop column [BOARD_IDS]"));
    }
  }
}
