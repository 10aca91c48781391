package io.bearings.host.sal;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The settings of plugins, in one table of the host. Reading is free, as it is cached in Jira. */
public final class SettingsTable implements PluginSettingsFactory {
  /** SAL's limit for a key. */
  static final int KEY_LENGTH = 100;

  /** SAL's limit for a value. */
  static final int VALUE_LENGTH = 99_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final Map<String, Optional<Object>> cache = new ConcurrentHashMap<>();

  /** What the transaction of a thread wrote and has not committed yet. */
  private final ThreadLocal<Set<String>> written = ThreadLocal.withInitial(HashSet::new);

  /** Makes the table when it is not there. */
  public SettingsTable(Database database) {
    this.database = database;
    database
        .jdbc()
        .execute(
            "create table if not exists HOST_PLUGIN_SETTING (SETTING_NAME varchar(300) primary key,"
                + " KIND varchar(10) not null, SETTING_TEXT varchar("
                + VALUE_LENGTH
                + ") not null)");
  }

  @Override
  public PluginSettings createSettingsForKey(String key) {
    return new OfNamespace(Objects.requireNonNull(key, "key") + ":");
  }

  @Override
  public PluginSettings createGlobalSettings() {
    return new OfNamespace("");
  }

  private final class OfNamespace implements PluginSettings {
    private final String prefix;

    OfNamespace(String prefix) {
      this.prefix = prefix;
    }

    @Override
    public Object get(String key) {
      return SettingsTable.this.get(name(key)).orElse(null);
    }

    @Override
    public Object put(String key, Object value) {
      if (value == null) {
        return remove(key);
      }
      return SettingsTable.this.put(name(key), Stored.of(value)).orElse(null);
    }

    @Override
    public Object remove(String key) {
      return SettingsTable.this.remove(name(key)).orElse(null);
    }

    private String name(String key) {
      Objects.requireNonNull(key, "key");
      if (key.length() > KEY_LENGTH) {
        throw new IllegalArgumentException(
            "A setting's key has at most " + KEY_LENGTH + " characters: " + key);
      }
      return prefix + key;
    }
  }

  private enum Kind {
    TEXT,
    LIST,
    MAP,
    PROPERTIES
  }

  private record Stored(Kind kind, String text) {
    static Stored of(Object value) {
      Stored stored = encode(value);
      if (stored.text.length() > VALUE_LENGTH) {
        throw new IllegalArgumentException(
            "A setting has at most " + VALUE_LENGTH + " characters, not " + stored.text.length());
      }
      return stored;
    }

    private static Stored encode(Object value) {
      try {
        if (value instanceof String text) {
          return new Stored(Kind.TEXT, text);
        }
        if (value instanceof Properties properties) {
          return new Stored(Kind.PROPERTIES, JSON.writeValueAsString(properties));
        }
        if (value instanceof List<?> list) {
          list.forEach(Stored::requireText);
          return new Stored(Kind.LIST, JSON.writeValueAsString(list));
        }
        if (value instanceof Map<?, ?> map) {
          map.keySet().forEach(Stored::requireText);
          map.values().forEach(Stored::requireText);
          return new Stored(Kind.MAP, JSON.writeValueAsString(map));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("A setting cannot be stored", e);
      }
      throw new IllegalArgumentException(
          "A setting is a String, List, Map or Properties, not " + value.getClass().getName());
    }

    private static void requireText(Object part) {
      if (!(part instanceof String)) {
        throw new IllegalArgumentException("A setting's list or map holds strings, not " + part);
      }
    }

    Object value() {
      try {
        switch (kind) {
          case TEXT:
            return text;
          case LIST:
            return JSON.readValue(text, new TypeReference<List<String>>() {});
          case MAP:
            return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
          default:
            Properties properties = new Properties();
            properties.putAll(JSON.readValue(text, new TypeReference<Map<String, String>>() {}));
            return properties;
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A stored setting is damaged", e);
      }
    }
  }

  private Optional<Object> get(String name) {
    // What an open transaction wrote is nobody else's business yet.
    return written.get().contains(name) ? read(name) : cache.computeIfAbsent(name, this::read);
  }

  private Optional<Object> read(String name) {
    return StatementCount.free(
        () ->
            jdbc()
                .query(
                    "select KIND, SETTING_TEXT from HOST_PLUGIN_SETTING where SETTING_NAME = ?",
                    (row, i) -> new Stored(Kind.valueOf(row.getString(1)), row.getString(2)),
                    name)
                .stream()
                .findFirst()
                .map(Stored::value));
  }

  private Optional<Object> put(String name, Stored value) {
    return database
        .transactions()
        .execute(
            status -> {
              Optional<Object> before = read(name);
              if (before.isPresent()) {
                jdbc()
                    .update(
                        "update HOST_PLUGIN_SETTING set KIND = ?, SETTING_TEXT = ?"
                            + " where SETTING_NAME = ?",
                        value.kind().name(),
                        value.text(),
                        name);
              } else {
                jdbc()
                    .update(
                        "insert into HOST_PLUGIN_SETTING (SETTING_NAME, KIND, SETTING_TEXT)"
                            + " values (?, ?, ?)",
                        name,
                        value.kind().name(),
                        value.text());
              }
              forgetAfterwards(name);
              return before;
            });
  }

  private Optional<Object> remove(String name) {
    return database
        .transactions()
        .execute(
            status -> {
              Optional<Object> before = read(name);
              jdbc().update("delete from HOST_PLUGIN_SETTING where SETTING_NAME = ?", name);
              forgetAfterwards(name);
              return before;
            });
  }

  private void forgetAfterwards(String name) {
    written.get().add(name);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            written.get().remove(name);
            cache.remove(name);
          }
        });
  }

  private JdbcTemplate jdbc() {
    return database.jdbc();
  }
}
