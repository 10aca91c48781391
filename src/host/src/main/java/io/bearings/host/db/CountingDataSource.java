package io.bearings.host.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells {@link StatementCount} of every statement that is executed on its connections. */
final class CountingDataSource extends DelegatingDataSource {
  private static final int ROWS_PER_STATEMENT = 1000;

  CountingDataSource(DataSource target) {
    super(target);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counted(super.getConnection());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return counted(super.getConnection(username, password));
  }

  private static Connection counted(Connection target) {
    return proxy(Connection.class, new CountedConnection(target));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A proxy is equal to itself only, whatever it stands for. */
  private static boolean isIdentity(Method method) {
    return method.getDeclaringClass() == Object.class && !method.getName().equals("toString");
  }

  private static Object identity(Object proxy, Method method, Object[] arguments) {
    return method.getName().equals("equals")
        ? (Object) (proxy == arguments[0])
        : (Object) System.identityHashCode(proxy);
  }

  private record CountedConnection(Connection target) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (isIdentity(method)) {
        return identity(proxy, method, arguments);
      }
      Object result = call(target, method, arguments);
      Class<?> type = method.getReturnType();
      if (type == Statement.class
          || type == PreparedStatement.class
          || type == CallableStatement.class) {
        return proxy(type, new CountedStatement((Connection) proxy, (Statement) result));
      }
      return result;
    }
  }

  private static final class CountedStatement implements InvocationHandler {
    private final Connection connection;
    private final Statement target;
    private int rows;

    CountedStatement(Connection connection, Statement target) {
      this.connection = connection;
      this.target = target;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (isIdentity(method)) {
        return identity(proxy, method, arguments);
      }
      switch (method.getName()) {
        case "getConnection":
          return connection;
        case "addBatch":
          rows++;
          break;
        case "clearBatch":
          rows = 0;
          break;
        case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate":
          StatementCount.add(1);
          break;
        case "executeBatch", "executeLargeBatch":
          StatementCount.add((rows + ROWS_PER_STATEMENT - 1) / ROWS_PER_STATEMENT);
          rows = 0;
          break;
        default:
          break;
      }
      return call(target, method, arguments);
    }
  }
}
