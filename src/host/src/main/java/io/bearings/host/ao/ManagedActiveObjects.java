package io.bearings.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsModuleMetaData;
import com.atlassian.sal.api.transaction.TransactionCallback;
import io.bearings.host.db.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The real library behind Jira's interface, in transactions that join the open one. */
final class ManagedActiveObjects implements ActiveObjects {
  private final EntityManager entities;
  private final Database database;
  private final ActiveObjectsModuleMetaData metaData;

  ManagedActiveObjects(
      EntityManager entities, Database database, ActiveObjectsModuleMetaData metaData) {
    this.entities = entities;
    this.database = database;
    this.metaData = metaData;
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  private interface Command {
    void run() throws SQLException;
  }

  private static <T> T checked(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new ActiveObjectsException(e);
    }
  }

  private static void check(Command command) {
    checked(
        () -> {
          command.run();
          return true;
        });
  }

  @Override
  @SafeVarargs
  public final void migrate(Class<? extends RawEntity<?>>... types) {
    check(() -> entities.migrate(types));
  }

  @Override
  @SafeVarargs
  public final void migrateDestructively(Class<? extends RawEntity<?>>... types) {
    check(() -> entities.migrateDestructively(types));
  }

  @Override
  public void flushAll() {
    entities.flushAll();
  }

  @Override
  public void flush(RawEntity<?>... flushed) {
    entities.flush(flushed);
  }

  @Override
  @SafeVarargs
  public final <T extends RawEntity<K>, K> T[] get(Class<T> type, K... keys) {
    return checked(() -> entities.get(type, keys));
  }

  @Override
  public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
    return checked(() -> entities.get(type, key));
  }

  @Override
  public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
    return checked(() -> entities.create(type, params));
  }

  @Override
  public <T extends RawEntity<K>, K> T create(Class<T> type, Map<String, Object> params) {
    return checked(() -> entities.create(type, params));
  }

  @Override
  public <T extends RawEntity<K>, K> void create(Class<T> type, List<Map<String, Object>> rows) {
    check(() -> entities.create(type, rows));
  }

  @Override
  public void delete(RawEntity<?>... deleted) {
    check(() -> entities.delete(deleted));
  }

  @Override
  public <K> int deleteWithSQL(
      Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return checked(() -> entities.deleteWithSQL(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type) {
    return checked(() -> entities.find(type));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(
      Class<T> type, String criteria, Object... parameters) {
    return checked(() -> entities.find(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
    return checked(() -> entities.find(type, query));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type, String field, Query query) {
    return checked(() -> entities.find(type, field, query));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] findWithSQL(
      Class<T> type, String keyField, String sql, Object... parameters) {
    return checked(() -> entities.findWithSQL(type, keyField, sql, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, EntityStreamCallback<T, K> callback) {
    check(() -> entities.stream(type, callback));
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, Query query, EntityStreamCallback<T, K> callback) {
    check(() -> entities.stream(type, query, callback));
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type) {
    return checked(() -> entities.count(type));
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return checked(() -> entities.count(type, criteria, parameters));
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type, Query query) {
    return checked(() -> entities.count(type, query));
  }

  @Override
  public <T> T executeInTransaction(TransactionCallback<T> callback) {
    return database
        .transactions()
        .execute(
            status -> {
              forgetOnRollback();
              return callback.doInTransaction();
            });
  }

  private void forgetOnRollback() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
              entities.flushAll();
            }
          }
        });
  }

  @Override
  public ActiveObjectsModuleMetaData moduleMetaData() {
    return metaData;
  }
}
