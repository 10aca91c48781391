package io.bearings.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsModuleMetaData;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.java.ao.ActiveObjectsException;
import net.java.ao.EntityManager;
import net.java.ao.RawEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Active Objects of one add-on. Its upgrade tasks and then its tables are made in a thread of
 * their own; whoever calls meanwhile waits. With a kind temper that begins when the add-on is
 * enabled or used; with a harsh one not before the first call after it is enabled, and calls before
 * that are refused.
 */
public final class AddOnActiveObjects {
  private static final Logger LOG = LoggerFactory.getLogger(AddOnActiveObjects.class);
  private static final long PATIENCE_SECONDS = 180;

  /**
   * What an add-on stores.
   *
   * @param upgradeTasks made when they are needed, because they may want components
   */
  public record Model(
      String namespace,
      List<Class<? extends RawEntity<?>>> entities,
      Supplier<List<? extends ActiveObjectsUpgradeTask>> upgradeTasks) {}

  private final Model model;
  private final AoNames names;
  private final Database database;
  private final PluginSettingsFactory settings;
  private final Temper temper;
  private final CompletableFuture<ActiveObjects> ready = new CompletableFuture<>();
  private final ActiveObjectsModuleMetaData metaData = new MetaData();
  private boolean enabled;
  private boolean begun;

  /** Nothing is done in the database before {@link #enable()} or the first use. */
  public AddOnActiveObjects(
      Model model, Database database, PluginSettingsFactory settings, Temper temper) {
    this.model = model;
    this.names = new AoNames(model.namespace());
    this.database = database;
    this.settings = settings;
    this.temper = temper;
  }

  /** The add-on's module is enabled. */
  public void enable() {
    synchronized (this) {
      enabled = true;
    }
    if (!temper.harsh()) {
      begin();
    }
  }

  /** The service that the add-on imports. */
  public ActiveObjects service() {
    return (ActiveObjects)
        Proxy.newProxyInstance(
            AddOnActiveObjects.class.getClassLoader(),
            new Class<?>[] {ActiveObjects.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals")
                    ? proxy == arguments[0]
                    : method.invoke(this, arguments);
              }
              if (method.getName().equals("moduleMetaData")) {
                return metaData;
              }
              try {
                return method.invoke(used(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private ActiveObjects used() {
    begin();
    try {
      return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ActiveObjectsException(
          "The tables of " + model.namespace() + " could not be made", e.getCause());
    } catch (TimeoutException e) {
      throw new ActiveObjectsException(
          "The tables of " + model.namespace() + " are not made after a long wait", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ActiveObjectsException("Interrupted while waiting for Active Objects", e);
    }
  }

  private synchronized void begin() {
    if (!enabled && temper.harsh()) {
      throw new ActiveObjectsException(
          "Active Objects cannot be used before the add-on is enabled");
    }
    if (!begun) {
      begun = true;
      Thread thread = new Thread(this::prepare, "active-objects-ddl");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void prepare() {
    try {
      EntityManager entities = EntityManagers.on(database, names);
      ActiveObjects managed = new ManagedActiveObjects(entities, database, metaData);
      upgrade(managed);
      managed.migrate(entityTypes());
      ready.complete(managed);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The tables of {} could not be made", model.namespace(), e);
      ready.completeExceptionally(e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Class<? extends RawEntity<?>>[] entityTypes() {
    return model.entities().toArray(new Class[0]);
  }

  private void upgrade(ActiveObjects managed) {
    PluginSettings versions = settings.createGlobalSettings();
    List<? extends ActiveObjectsUpgradeTask> tasks =
        model.upgradeTasks().get().stream()
            .sorted(Comparator.comparing(ActiveObjectsUpgradeTask::getModelVersion))
            .toList();
    for (ActiveObjectsUpgradeTask task : tasks) {
      Object stored = versions.get(names.versionSetting());
      ModelVersion current = ModelVersion.valueOf(stored == null ? "0" : stored.toString());
      if (current.isOlderThan(task.getModelVersion())) {
        task.upgrade(current, managed);
        versions.put(names.versionSetting(), task.getModelVersion().toString());
      }
    }
  }

  private final class MetaData implements ActiveObjectsModuleMetaData {
    @Override
    public void awaitInitialization() throws ExecutionException, InterruptedException {
      begin();
      ready.get();
    }

    @Override
    public void awaitInitialization(long timeout, TimeUnit unit)
        throws ExecutionException, InterruptedException, TimeoutException {
      begin();
      ready.get(timeout, unit);
    }

    @Override
    public boolean isInitialized() {
      return ready.isDone() && !ready.isCompletedExceptionally();
    }

    @Override
    public boolean isDataSourcePresent() {
      return true;
    }

    @Override
    public boolean isTablePresent(Class<? extends RawEntity<?>> type) {
      String table = names.converters().getTableNameConverter().getName(type);
      try (Connection connection = database.separateDataSource().getConnection();
          ResultSet found =
              connection
                  .getMetaData()
                  .getTables(null, null, table, new String[] {"TABLE", "BASE TABLE"})) {
        return found.next();
      } catch (SQLException e) {
        throw new ActiveObjectsException(e);
      }
    }
  }
}
