package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import io.bearings.jira.HostService;
import io.bearings.jira.Storage;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.SiteSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Test;

public class DatabaseTest {
  private final ActiveObjects activeObjects = mock(ActiveObjects.class);
  private final HostService services = mock(HostService.class);
  private final Database database =
      new Database(activeObjects, services, mock(SiteSettings.class), Clock.systemUTC());

  @Test
  public void touchesNothingBeforeTheFirstCall() {
    verifyNoInteractions(activeObjects, services);
  }

  @Test
  public void isOffWithoutAnExecutor() {
    when(services.find(TransactionalExecutorFactory.class)).thenReturn(Optional.empty());
    Message missing =
        Message.of(
            "bearings.error.missing", "com.atlassian.sal.api.rdbms.TransactionalExecutorFactory");
    assertThat(refusalOf(() -> database.read(session -> 1)).text()).isEqualTo(missing);
    assertThat(refusalOf(() -> database.write(session -> 1)).text()).isEqualTo(missing);
    assertThat(refusalOf(database::productName).text()).isEqualTo(missing);
    verifyNoInteractions(activeObjects);
  }

  @Test
  public void isOffWhenThePackageOfTheExecutorIsNotThere() {
    when(services.find(TransactionalExecutorFactory.class))
        .thenThrow(new NoClassDefFoundError("com/atlassian/sal/api/rdbms"));
    assertThat(refusalOf(database::productName).text().key()).isEqualTo("bearings.error.missing");
  }

  @Test
  public void waitsForActiveObjectsToCreateTheTables() {
    executor();
    when(activeObjects.count(ObjectiveEntity.class)).thenThrow(new IllegalStateException("early"));
    assertThat(refusalOf(() -> database.read(session -> 1)).text().key())
        .isEqualTo("bearings.error.tables");
  }

  @Test
  public void saysThatTheDatabaseDoesNotAnswer() {
    TransactionalExecutor executor = executor();
    when(executor.execute(any())).thenThrow(new IllegalStateException("no connection"));
    assertThat(refusalOf(() -> database.read(session -> 1)).text().key())
        .isEqualTo("bearings.error.database");
    assertThat(refusalOf(database::productName).text().key()).isEqualTo("bearings.error.database");
  }

  @Test
  public void saysWhichDatabaseItIsBeforeThereAreTables() {
    try (TestDatabase h2 = new TestDatabase()) {
      Database fresh = h2.database();
      assertThat(fresh.productName()).startsWith("H2 2.");
      assertThat(fresh.writeIfPresent(session -> 1)).isEmpty();
      assertThat(new StoredLinks(fresh, Clock.systemUTC()).isLinked(1)).isFalse();
      assertThatThrownBy(fresh::sizes).isInstanceOf(Refusal.Unavailable.class);
    }
  }

  @Test
  public void theFirstUpgradeCreatesTheTables() {
    assertThat(new CreateTables001().getModelVersion()).isEqualTo(ModelVersion.valueOf("1"));
    try (TestDatabase h2 = TestDatabase.withTables()) {
      assertThat(h2.database().sizes())
          .containsOnlyKeys(Tables.ALL)
          .allSatisfy((table, size) -> assertThat(size).isEqualTo(new Storage.Size(0, true)));
      new CreateTables001().upgrade(ModelVersion.valueOf("1"), h2.activeObjects());
      assertThat(h2.database().sizes()).hasSize(Tables.ALL.size());
    }
  }

  @Test
  public void fewRowsAreCountedAndManyAreNot() {
    try (TestDatabase h2 = TestDatabase.withTables()) {
      h2.database()
          .write(
              session -> {
                for (long id : List.of(7L, 8L, 40_000L)) {
                  upkeep(session, id);
                }
                return 0;
              });
      assertThat(h2.database().sizes()).containsEntry("UPKEEP", new Storage.Size(3, true));
      h2.database()
          .write(
              session -> {
                upkeep(session, 100_006);
                return 0;
              });
      assertThat(h2.database().sizes()).containsEntry("UPKEEP", new Storage.Size(100_000, false));
    }
  }

  private static void upkeep(Session session, long id) throws SQLException {
    session.update(
        "insert into {UPKEEP} ([ID], [NAME], [STAMP]) values (?, ?, 1)", id, "name " + id);
  }

  @Test
  public void aWrongStatementIsNotTakenForAnEmptyAnswer() {
    try (TestDatabase h2 = TestDatabase.withTables()) {
      assertThatThrownBy(
              () ->
                  h2.database()
                      .read(session -> session.list("select nonsense", row -> row.getInt(1))))
          .isInstanceOf(Refusal.Unavailable.class)
          .hasRootCauseInstanceOf(SQLException.class);
    }
  }

  private TransactionalExecutor executor() {
    TransactionalExecutor executor = mock(TransactionalExecutor.class);
    TransactionalExecutorFactory factory = mock(TransactionalExecutorFactory.class);
    when(factory.createExecutor(anyBoolean(), anyBoolean())).thenReturn(executor);
    when(services.find(TransactionalExecutorFactory.class)).thenReturn(Optional.of(factory));
    return executor;
  }

  private static Refusal.Unavailable refusalOf(ThrowingCallable call) {
    return catchThrowableOfType(Refusal.Unavailable.class, call);
  }
}
