package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.okr.Refusal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
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
public class SessionTest {
  private final TestDatabase database;

  public SessionTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
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
  public void givesEachNewRowAnIdOfItsOwn() {
    List<Long> ids =
        database
            .database()
            .write(
                session ->
                    List.of(
                        session.insert("LINK", link(1, Optional.of("Won't do"))),
                        session.insert("LINK", link(2, Optional.empty()))));
    assertThat(ids).doesNotHaveDuplicates().isSorted();
    assertThat(resolutions()).containsExactly("Won't do", null);
    assertThat(issueOf(ids.get(1))).contains(2L);
  }

  @Test
  public void takesBackWhatWasInsertedBeforeAFailure() {
    assertThatThrownBy(
            () ->
                database
                    .database()
                    .write(
                        session -> {
                          session.insert("LINK", link(1, Optional.empty()));
                          return session.insert("LINK", link(1, Optional.empty()));
                        }))
        .isInstanceOf(Refusal.Unavailable.class)
        .hasRootCauseInstanceOf(SQLException.class);
    assertThat(resolutions()).isEmpty();
  }

  @Test
  public void anIdOfActiveObjectsFollowsOneOfOurs() {
    long ours =
        database.database().write(session -> session.insert("LINK", link(1, Optional.empty())));
    Map<String, Object> row = new LinkedHashMap<>(link(2, Optional.of("Duplicate")));
    long theirs = database.activeObjects().create(LinkEntity.class, row).getID();
    assertThat(theirs).isGreaterThan(ours);
    long oursAgain =
        database.database().write(session -> session.insert("LINK", link(3, Optional.empty())));
    assertThat(oursAgain).isGreaterThan(theirs);
  }

  private List<String> resolutions() {
    return database
        .database()
        .read(
            session ->
                session.list(
                    "select l.[RESOLUTION_ID] from {LINK} l order by l.[ID]",
                    row -> row.getString(1)));
  }

  private Optional<Long> issueOf(long id) {
    return database
        .database()
        .read(
            session ->
                session.first(
                    "select l.[ISSUE_ID] from {LINK} l where l.[ID] = ?",
                    row -> row.getLong(1),
                    id));
  }

  private static Map<String, Object> link(long issueId, Optional<String> resolutionId) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KEY_RESULT_ID", 7L);
    row.put("ISSUE_ID", issueId);
    row.put("ISSUE_PROJECT_ID", 100L);
    row.put("STATUS_CATEGORY", "DONE");
    row.put("RESOLUTION_ID", Session.text(resolutionId));
    row.put("ISSUE_UPDATED", 1L);
    row.put("CREATED_BY", "anna");
    row.put("CREATED_AT", 1L);
    row.put("NATURAL_KEY", "7:" + issueId);
    return row;
  }
}
