package io.bearings.host.action;

import com.atlassian.jira.web.action.JiraWebActionSupport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hands a request's parameters to the public setters of an action. */
final class Parameters {
  private Parameters() {}

  /** Sets what has a setter; a value that cannot be converted becomes an error of its field. */
  static void set(JiraWebActionSupport action, Map<String, String[]> parameters) {
    parameters.forEach(
        (name, values) -> setter(action, name).ifPresent(s -> set(action, name, s, values)));
  }

  private static Optional<Method> setter(JiraWebActionSupport action, String name) {
    if (!name.matches("[A-Za-z]\\w*")) {
      return Optional.empty();
    }
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Arrays.stream(action.getClass().getMethods())
        .filter(m -> m.getName().equals(setter) && m.getParameterCount() == 1)
        .filter(m -> !m.isBridge())
        .findFirst();
  }

  private static void set(
      JiraWebActionSupport action, String name, Method setter, String[] values) {
    Class<?> type = setter.getParameterTypes()[0];
    try {
      Object value = converted(values, type);
      if (value != null || !type.isPrimitive()) {
        setter.invoke(action, value);
      }
    } catch (NumberFormatException e) {
      action.addError(name, "Not a number: " + values[0]);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The setter of " + name + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object converted(String[] values, Class<?> type) {
    if (type == String[].class) {
      return values;
    }
    String value = values[0];
    if (type == String.class) {
      return value;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Boolean.parseBoolean(value) || value.equals("on");
    }
    String trimmed = value.trim();
    if (trimmed.isEmpty()) {
      return null;
    }
    if (type == long.class || type == Long.class) {
      return Long.valueOf(trimmed);
    }
    if (type == int.class || type == Integer.class) {
      return Integer.valueOf(trimmed);
    }
    if (type == Long[].class) {
      return Arrays.stream(values).map(Long::valueOf).toArray(Long[]::new);
    }
    throw new IllegalArgumentException("No conversion of a parameter to " + type.getName());
  }
}
