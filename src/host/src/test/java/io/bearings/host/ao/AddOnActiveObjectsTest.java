package io.bearings.host.ao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.db.JdbcAddress;
import io.bearings.host.db.PooledDatabase;
import io.bearings.host.sal.SettingsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Unique;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AddOnActiveObjectsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final List<String> done = new ArrayList<>();
  private Database database;

  public interface KeptNote extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getID();

    String getText();

    void setText(String text);

    @Indexed
    Long getOwnerId();

    @Unique
    String getNaturalKey();
  }

  public interface OtherNote extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getID();
  }

  @Before
  public void open() {
    database = PooledDatabase.open(JdbcAddress.fileIn(folder.getRoot().toPath()));
  }

  @After
  public void close() {
    database.close();
  }

  private AddOnActiveObjects addOn(Temper temper, ActiveObjectsUpgradeTask... tasks) {
    return new AddOnActiveObjects(
        new AddOnActiveObjects.Model("io.bearings", List.of(KeptNote.class), () -> List.of(tasks)),
        database,
        new SettingsTable(database),
        temper);
  }

  private ActiveObjects ready(ActiveObjectsUpgradeTask... tasks) {
    AddOnActiveObjects addOn = addOn(Temper.KIND, tasks);
    addOn.enable();
    return addOn.service();
  }

  private ActiveObjectsUpgradeTask task(String version) {
    return new ActiveObjectsUpgradeTask() {
      @Override
      public ModelVersion getModelVersion() {
        return ModelVersion.valueOf(version);
      }

      @Override
      @SuppressWarnings("unchecked")
      public void upgrade(ModelVersion current, ActiveObjects ao) {
        ao.migrate(KeptNote.class);
        done.add(current + "→" + version + " " + Thread.currentThread().getName());
      }
    };
  }

  private static KeptNote note(ActiveObjects ao, String text) {
    return ao.create(
        KeptNote.class, new DBParam("TEXT", text), new DBParam("NATURAL_KEY", "n" + text));
  }

  @Test
  public void tablesAreNamedAsInJira() {
    note(ready(), "a");
    assertThat(
            database
                .jdbc()
                .queryForObject("select \"TEXT\" from AO_70B32F_KEPT_NOTE", String.class))
        .isEqualTo("a");
    assertThat(new AoNames("com.pyxis.greenhopper.jira").prefix()).isEqualTo("AO_60DB71");
  }

  @Test
  public void upgradeTasksRunInOrderOnceAndAlsoOnAFreshInstall() {
    assertThat(ready(task("2"), task("1")).count(KeptNote.class)).isZero();
    assertThat(done).containsExactly("0→1 active-objects-ddl", "1→2 active-objects-ddl");
    assertThat(ready(task("1"), task("2"), task("3")).count(KeptNote.class)).isZero();
    assertThat(done).hasSize(3).last().isEqualTo("2→3 active-objects-ddl");
  }

  @Test
  public void aHarshHostRefusesCallsBeforeTheAddOnIsEnabled() throws Exception {
    AddOnActiveObjects addOn = addOn(Temper.HARSH, task("1"));
    ActiveObjects ao = addOn.service();
    assertThatThrownBy(() -> ao.count(KeptNote.class))
        .isInstanceOf(ActiveObjectsException.class)
        .hasMessageContaining("before the add-on is enabled");
    addOn.enable();
    assertThat(ao.moduleMetaData().isInitialized()).isFalse();
    assertThat(done).isEmpty();
    assertThat(ao.count(KeptNote.class)).isZero();
    assertThat(done).hasSize(1);
    assertThat(ao.moduleMetaData().isInitialized()).isTrue();
  }

  @Test
  public void aKindHostServesCallsThatComeEarly() {
    assertThat(addOn(Temper.KIND).service().count(KeptNote.class)).isZero();
  }

  @Test
  public void theMetaDataTellsWhatIsThere() throws Exception {
    ActiveObjects ao = ready();
    ao.moduleMetaData().awaitInitialization();
    ao.moduleMetaData().awaitInitialization(1, TimeUnit.SECONDS);
    assertThat(ao.moduleMetaData().isDataSourcePresent()).isTrue();
    assertThat(ao.moduleMetaData().isTablePresent(KeptNote.class)).isTrue();
    assertThat(ao.moduleMetaData().isTablePresent(OtherNote.class)).isFalse();
  }

  @Test
  public void anUpgradeThatFailsIsSaidAtEveryCall() {
    ActiveObjectsUpgradeTask failing =
        new ActiveObjectsUpgradeTask() {
          @Override
          public ModelVersion getModelVersion() {
            return ModelVersion.valueOf("1");
          }

          @Override
          public void upgrade(ModelVersion current, ActiveObjects ao) {
            throw new IllegalStateException("out of paper");
          }
        };
    ActiveObjects ao = ready(failing);
    assertThatThrownBy(() -> ao.count(KeptNote.class))
        .isInstanceOf(ActiveObjectsException.class)
        .hasMessageContaining("io.bearings")
        .hasRootCauseMessage("out of paper");
    assertThat(ao.moduleMetaData().isInitialized()).isFalse();
  }

  @Test
  public void transactionsJoinTheOpenOne() {
    ActiveObjects ao = ready();
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .executeWithoutResult(
                        status -> {
                          note(ao, "a");
                          ao.executeInTransaction(() -> note(ao, "b"));
                          assertThat(
                                  database
                                      .jdbc()
                                      .queryForObject(
                                          "select count(*) from AO_70B32F_KEPT_NOTE",
                                          Integer.class))
                              .isEqualTo(2);
                          throw new IllegalArgumentException("no");
                        }))
        .hasMessage("no");
    assertThat(ao.count(KeptNote.class)).isZero();
  }

  @Test
  public void whatTheInterfaceOffersWorks() {
    ActiveObjects ao = ready();
    KeptNote first = note(ao, "a");
    first.setText("a2");
    first.save();
    ao.flush(first);
    ao.create(KeptNote.class, Map.of("TEXT", "b", "NATURAL_KEY", "nb"));
    ao.create(
        KeptNote.class,
        List.of(
            Map.<String, Object>of("TEXT", "c", "NATURAL_KEY", "nc"),
            Map.<String, Object>of("TEXT", "d", "NATURAL_KEY", "nd")));
    assertThat(ao.find(KeptNote.class)).hasSize(4);
    assertThat(ao.find(KeptNote.class, "TEXT = ?", "a2")).hasSize(1);
    assertThat(ao.find(KeptNote.class, Query.select().where("TEXT > ?", "b").order("TEXT")))
        .extracting(KeptNote::getText)
        .containsExactly("c", "d");
    assertThat(ao.find(KeptNote.class, "ID", Query.select())).hasSize(4);
    assertThat(
            ao.findWithSQL(
                KeptNote.class,
                "ID",
                "select \"ID\" from AO_70B32F_KEPT_NOTE where \"TEXT\" = ?",
                "d"))
        .hasSize(1);
    List<String> streamed = new ArrayList<>();
    ao.stream(KeptNote.class, row -> streamed.add(row.getNaturalKey()));
    ao.stream(
        KeptNote.class,
        Query.select("ID, TEXT").where("TEXT = ?", "d"),
        row -> streamed.add("+" + row.getText()));
    assertThat(streamed).contains("na", "nb", "nc", "nd", "+d");
    assertThat(ao.get(KeptNote.class, first.getID()).getText()).isEqualTo("a2");
    assertThat(ao.get(KeptNote.class, first.getID(), first.getID())).hasSize(2);
    assertThat(ao.count(KeptNote.class, "TEXT = ?", "b")).isEqualTo(1);
    assertThat(ao.count(KeptNote.class, Query.select())).isEqualTo(4);
    assertThat(ao.deleteWithSQL(KeptNote.class, "TEXT = ?", "b")).isEqualTo(1);
    ao.delete(first);
    ao.flushAll();
    assertThat(ao.count(KeptNote.class)).isEqualTo(2);
  }

  @Test
  public void aDatabaseErrorComesAsTheLibrarysOwn() {
    ActiveObjects ao = ready();
    note(ao, "a");
    assertThatThrownBy(() -> note(ao, "a")).isInstanceOf(ActiveObjectsException.class);
    assertThat(ao.toString()).isNotEmpty();
    assertThat(ao).isEqualTo(ao).hasSameHashCodeAs(ao);
  }
}
