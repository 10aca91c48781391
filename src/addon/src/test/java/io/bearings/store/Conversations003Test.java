package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class Conversations003Test {
  private final TestDatabase database;

  public Conversations003Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
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
  public void leavesEveryTableInPlace() {
    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
  }

  @Test
  public void indexesEveryForeignKeyAndTheDaysOfCheckIns() {
    assertThat(indexes("CHECK_IN"))
        .contains(List.of("KEY_RESULT_ID", "EFFECTIVE_DAY", "ID"), List.of("REPLACES_ID"));
    assertThat(indexes("EVIDENCE")).contains(List.of("KEY_RESULT_ID"));
    assertThat(indexes("REMARK"))
        .contains(List.of("OBJECTIVE_ID"), List.of("KEY_RESULT_ID"), List.of("CHECK_IN_ID"));
    assertThat(indexes("NOTICE"))
        .contains(
            List.of("PERSON_KEY", "ID"),
            List.of("OBJECTIVE_ID"),
            List.of("KEY_RESULT_ID"),
            List.of("CHECK_IN_ID"));
    assertThat(indexes("FOLLOWER"))
        .contains(List.of("OBJECTIVE_ID"), List.of("PERSON_KEY"), List.of("NATURAL_KEY"));
    assertThat(indexes("ANNOTATION"))
        .contains(
            List.of("UNIT_ID"),
            List.of("CYCLE_ID"),
            List.of("OBJECTIVE_ID"),
            List.of("KEY_RESULT_ID"));
    assertThat(indexes("BLOCKER"))
        .contains(
            List.of("OBJECTIVE_ID"),
            List.of("KEY_RESULT_ID"),
            List.of("OWNER_KEY"),
            List.of("ISSUE_ID"));
    assertThat(indexes("DECISION")).contains(List.of("UNIT_ID"), List.of("OBJECTIVE_ID"));
  }

  @Test
  public void isTheThirdModel() {
    assertThat(new Conversations003().getModelVersion()).isEqualTo(ModelVersion.valueOf("3"));
  }

  private Set<List<String>> indexes(String table) {
    TreeMap<String, TreeMap<Short, String>> columns = new TreeMap<>();
    try (Connection connection = database.connection();
        ResultSet row =
            connection
                .getMetaData()
                .getIndexInfo(
                    connection.getCatalog(),
                    connection.getSchema(),
                    Tables.name(table),
                    false,
                    true)) {
      while (row.next()) {
        columns
            .computeIfAbsent(row.getString("INDEX_NAME"), name -> new TreeMap<>())
            .put(row.getShort("ORDINAL_POSITION"), row.getString("COLUMN_NAME").replace("\"", ""));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Set<List<String>> indexes =
        new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
    columns.values().forEach(each -> indexes.add(List.copyOf(each.values())));
    return indexes;
  }
}
