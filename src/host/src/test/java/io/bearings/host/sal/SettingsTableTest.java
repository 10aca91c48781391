package io.bearings.host.sal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import io.bearings.host.db.Database;
import io.bearings.host.db.JdbcAddress;
import io.bearings.host.db.PooledDatabase;
import io.bearings.host.db.StatementCount;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SettingsTableTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Database database;
  private PluginSettings settings;

  @Before
  public void open() {
    database = PooledDatabase.open(JdbcAddress.fileIn(folder.getRoot().toPath()));
    settings = new SettingsTable(database).createSettingsForKey("mine");
  }

  @After
  public void close() {
    StatementCount.end();
    database.close();
  }

  @Test
  public void everyKindOfValueIsKept() {
    Properties properties = new Properties();
    properties.setProperty("p", "1");
    settings.put("text", "t");
    settings.put("list", List.of("a", "b"));
    settings.put("map", Map.of("k", "v"));
    settings.put("properties", properties);
    PluginSettings again = new SettingsTable(database).createSettingsForKey("mine");
    assertThat(again.get("text")).isEqualTo("t");
    assertThat(again.get("list")).isEqualTo(List.of("a", "b"));
    assertThat(again.get("map")).isEqualTo(Map.of("k", "v"));
    assertThat(again.get("properties")).isEqualTo(properties);
    assertThat(again.get("none")).isNull();
  }

  @Test
  public void puttingAndRemovingTellWhatWasThere() {
    assertThat(settings.put("k", "1")).isNull();
    assertThat(settings.put("k", "2")).isEqualTo("1");
    assertThat(settings.get("k")).isEqualTo("2");
    assertThat(settings.put("k", null)).isEqualTo("2");
    assertThat(settings.get("k")).isNull();
    assertThat(settings.remove("k")).isNull();
  }

  @Test
  public void namespacesAreApart() {
    settings.put("k", "mine");
    assertThat(new SettingsTable(database).createSettingsForKey("other").get("k")).isNull();
    assertThat(new SettingsTable(database).createGlobalSettings().get("k")).isNull();
  }

  @Test
  public void whatIsRolledBackIsForgotten() {
    settings.put("k", "before");
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .executeWithoutResult(
                        status -> {
                          settings.put("k", "after");
                          assertThat(settings.get("k")).isEqualTo("after");
                          throw new IllegalArgumentException("no");
                        }))
        .hasMessage("no");
    assertThat(settings.get("k")).isEqualTo("before");
  }

  @Test
  public void readingIsFree() {
    settings.put("k", "v");
    StatementCount count = StatementCount.begin();
    settings.get("k");
    settings.get("other");
    assertThat(count.statements()).isZero();
  }

  @Test
  public void whatSalRefusesIsRefused() {
    assertThatThrownBy(() -> settings.get("k".repeat(101))).hasMessageContaining("100");
    assertThatThrownBy(() -> settings.put("k", "v".repeat(99_001))).hasMessageContaining("99000");
    assertThatThrownBy(() -> settings.put("k", 1L)).hasMessageContaining("java.lang.Long");
    assertThatThrownBy(() -> settings.put("k", List.of(1))).hasMessageContaining("strings");
    assertThatThrownBy(() -> settings.put("k", Map.of("a", 1))).hasMessageContaining("strings");
    assertThat(settings.get("k")).isNull();
    settings.put("k".repeat(100), "v".repeat(99_000));
  }
}
