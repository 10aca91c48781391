package io.bearings.host.action;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.velocity.VelocityContext;

/**
 * The variables of an action's template: those of the host, and each getter of the action without
 * parameters as {@code $name}, as the value stack of Jira's actions has it.
 */
final class ActionVariables extends VelocityContext {
  private final Object action;

  ActionVariables(Object action, Map<String, Object> variables) {
    super(variables);
    this.action = action;
  }

  @Override
  public Object internalGet(String name) {
    if (super.internalContainsKey(name)) {
      return super.internalGet(name);
    }
    return getter(name).map(this::read).orElse(null);
  }

  @Override
  public boolean internalContainsKey(Object name) {
    return super.internalContainsKey(name) || getter((String) name).isPresent();
  }

  private Optional<Method> getter(String name) {
    if (name.isEmpty() || name.equals("class")) {
      return Optional.empty();
    }
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return method("get" + capital).or(() -> method("is" + capital));
  }

  private Optional<Method> method(String name) {
    try {
      return Optional.of(action.getClass().getMethod(name));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private Object read(Method getter) {
    try {
      return getter.invoke(action);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(getter + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
