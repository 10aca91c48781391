package io.bearings.store;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.sal.api.rdbms.ConnectionCallback;
import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import com.atlassian.sal.api.transaction.TransactionCallback;
import io.bearings.jira.HostService;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A real Active Objects and a real executor over one H2 in memory. Active Objects' transactions
 * bind a connection to the thread; the executor has a connection of its own, which is the harder of
 * the two things that a Jira may do. Statements are counted.
 */
final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final DataSource pool;
  private final ThreadLocal<Connection> bound = new ThreadLocal<>();
  private final AtomicInteger statements = new AtomicInteger();
  private final EntityManager entityManager;
  private final HostService services = mock(HostService.class);

  TestDatabase() {
    this(
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000", "sa", ""),
        H2DatabaseProvider::new);
  }

  private TestDatabase(
      DataSource pool, Function<DisposableDataSource, DatabaseProvider> activeObjects) {
    this.pool = pool;
    entityManager = new EntityManager(activeObjects.apply(new Source()), new Configuration());
    TransactionalExecutor executor = mock(TransactionalExecutor.class);
    when(executor.execute(any()))
        .thenAnswer(call -> execute(call.<ConnectionCallback<?>>getArgument(0)));
    TransactionalExecutorFactory factory = mock(TransactionalExecutorFactory.class);
    when(factory.createExecutor(true, false)).thenReturn(executor);
    when(factory.createExecutor(false, false)).thenReturn(executor);
    when(services.find(TransactionalExecutorFactory.class)).thenReturn(Optional.of(factory));
  }

  /** Our tables, created as the upgrade tasks create them. */
  static TestDatabase withTables() {
    TestDatabase database = new TestDatabase();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(Script.WITH_TABLES);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database;
  }

  /** What H2 says that it takes to make the tables of a database that was upgraded once. */
  private static final class Script {
    static final String WITH_TABLES = make();

    private static String make() {
      StringBuilder script = new StringBuilder();
      try (TestDatabase upgraded = upgraded(new TestDatabase());
          Connection connection = upgraded.connection();
          Statement statement = connection.createStatement();
          ResultSet lines = statement.executeQuery("SCRIPT NOPASSWORDS NOSETTINGS")) {
        while (lines.next()) {
          if (!lines.getString(1).startsWith("CREATE USER")) {
            script.append(lines.getString(1)).append('\n');
          }
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return script.toString();
    }
  }

  private static TestDatabase upgraded(TestDatabase database) {
    new CreateTables001().upgrade(ModelVersion.zero(), database.activeObjects());
    new Units002().upgrade(ModelVersion.valueOf("1"), database.activeObjects());
    new Conversations003().upgrade(ModelVersion.valueOf("2"), database.activeObjects());
    new Kickoffs004().upgrade(ModelVersion.valueOf("3"), database.activeObjects());
    new SharesOfWindows005().upgrade(ModelVersion.valueOf("4"), database.activeObjects());
    new WorkLinks006().upgrade(ModelVersion.valueOf("5"), database.activeObjects());
    new Upkeep007().upgrade(ModelVersion.valueOf("6"), database.activeObjects());
    new Numbers008().upgrade(ModelVersion.valueOf("7"), database.activeObjects());
    new Kpis009().upgrade(ModelVersion.valueOf("8"), database.activeObjects());
    new Facts010().upgrade(ModelVersion.valueOf("9"), database.activeObjects());
    new Outbox011().upgrade(ModelVersion.valueOf("10"), database.activeObjects());
    new Inputs012().upgrade(ModelVersion.valueOf("11"), database.activeObjects());
    new KpiOfKeyResult013().upgrade(ModelVersion.valueOf("12"), database.activeObjects());
    new MetricOfKeyResult014().upgrade(ModelVersion.valueOf("13"), database.activeObjects());
    new ActsAndAnnotations015().upgrade(ModelVersion.valueOf("14"), database.activeObjects());
    new Untold016().upgrade(ModelVersion.valueOf("15"), database.activeObjects());
    new SettingChanges017().upgrade(ModelVersion.valueOf("16"), database.activeObjects());
    new BoardsOfUnit018().upgrade(ModelVersion.valueOf("17"), database.activeObjects());
    new Reminders020().upgrade(ModelVersion.valueOf("18"), database.activeObjects());
    new Chats021().upgrade(ModelVersion.valueOf("20"), database.activeObjects());
    new Meetings022().upgrade(ModelVersion.valueOf("21"), database.activeObjects());
    return database;
  }

  /** Name and start of each database that a test can run on with our tables. */
  static List<Object[]> each() {
    return List.of(
        new Object[] {"H2", (Supplier<TestDatabase>) TestDatabase::withTables},
        new Object[] {"PostgreSQL", (Supplier<TestDatabase>) TestDatabase::onPostgresWithTables});
  }

  /** A connection of its own, outside all transactions. */
  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  /** The same on a PostgreSQL, which is started for the first of the tests. */
  static TestDatabase onPostgresWithTables() {
    return postgres(Template.WITH_TABLES);
  }

  /** A new PostgreSQL database without tables. */
  static TestDatabase onPostgres() {
    return postgres("template1");
  }

  private static TestDatabase postgres(String template) {
    return open(copy(template));
  }

  private static String copy(String template) {
    String name = "addon_" + NUMBER.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  private static TestDatabase open(String name) {
    return new TestDatabase(
        Server.RUNNING.getDatabase("postgres", name),
        source -> new PostgreSQLDatabaseProvider(source, "public"));
  }

  /** Upgraded once: Active Objects takes a second for it, a copy a tenth of that. */
  private static final class Template {
    static final String WITH_TABLES = make();

    private static String make() {
      String name = copy("template1");
      upgraded(open(name)).close();
      return name;
    }
  }

  /** Its own shutdown hook ends it. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  HostService services() {
    return services;
  }

  Database database() {
    SiteSettings settings = mock(SiteSettings.class);
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    return database(settings);
  }

  /** The same under some settings of the site. */
  Database database(SiteSettings settings) {
    return new Database(activeObjects(), services, settings, Clock.systemUTC());
  }

  /** How many statements were executed since the last call. */
  int statements() {
    return statements.getAndSet(0);
  }

  private <A> A execute(ConnectionCallback<A> callback) {
    try (Connection connection = counted(pool.getConnection())) {
      connection.setAutoCommit(false);
      try {
        A result = callback.execute(connection);
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  ActiveObjects activeObjects() {
    return (ActiveObjects)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ActiveObjects.class},
            (proxy, method, arguments) ->
                method.getName().equals("executeInTransaction")
                    ? inTransaction((TransactionCallback<?>) arguments[0])
                    : onEntityManager(method, arguments));
  }

  private Object onEntityManager(Method method, Object[] arguments) throws Throwable {
    try {
      return EntityManager.class
          .getMethod(method.getName(), method.getParameterTypes())
          .invoke(entityManager, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Object inTransaction(TransactionCallback<?> callback) throws SQLException {
    try (Connection connection = counted(pool.getConnection())) {
      connection.setAutoCommit(false);
      bound.set(connection);
      try {
        Object result = callback.doInTransaction();
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        bound.remove();
      }
    }
  }

  @Override
  public void close() {
    if (pool instanceof JdbcConnectionPool inMemory) {
      inMemory.dispose();
    }
  }

  private Connection counted(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement statement) {
            return counted(PreparedStatement.class, statement);
          }
          return result instanceof Statement statement
              ? counted(Statement.class, statement)
              : result;
        });
  }

  private <S extends Statement> S counted(Class<S> type, S statement) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            statements.incrementAndGet();
          }
          return call(statement, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Gives Active Objects the connection of the thread's transaction, or a new one. */
  private final class Source implements DisposableDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      Connection open = bound.get();
      return open == null
          ? counted(pool.getConnection())
          : proxy(
              Connection.class,
              (proxy, method, arguments) ->
                  method.getName().equals("close") ? null : call(open, method, arguments));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public void dispose() {
      TestDatabase.this.close();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
      return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
      pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
      pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
      return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getLogger("h2");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("Nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return DataSource.class.equals(type);
    }
  }

  /** Names as in a Jira: the namespace's prefix, upper case. */
  private static final class Configuration implements EntityManagerConfiguration {
    private final NameConverters names =
        new SimpleNameConverters(
            new AtlassianTableNameConverter(Tables::name),
            new AtlassianFieldNameConverter(),
            new AtlassianSequenceNameConverter(),
            new AtlassianTriggerNameConverter(),
            new AtlassianIndexNameConverter(),
            new AtlassianUniqueNameConverter());

    @Override
    public boolean useWeakCache() {
      return true;
    }

    @Override
    public NameConverters getNameConverters() {
      return names;
    }

    @Override
    public SchemaConfiguration getSchemaConfiguration() {
      return (table, caseSensitive) -> table.toUpperCase(Locale.ROOT).startsWith(Tables.name(""));
    }

    @Override
    public EntityInfoResolverFactory getEntityInfoResolverFactory() {
      return new CachingEntityInfoResolverFactory();
    }
  }
}
