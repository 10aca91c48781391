package io.bearings.jira;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls methods of classes that are known by name only. */
final class Reflection {
  private Reflection() {}

  /** Something is not as the name promised; the message names type and method. */
  static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mismatch(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A method of Jira Software's failed; the cause is what it threw. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Calls a public method.
   *
   * @param type declares it, as the object's own class may be hidden
   * @return what it gave, or nothing for null
   * @throws Mismatch when there is no such method
   * @throws Failed when it threw something
   */
  static Optional<Object> call(Class<?> type, Object target, String name, Object... arguments) {
    Method method =
        find(type, name, arguments)
            .orElseThrow(() -> new Mismatch(type.getName() + "#" + name, null));
    try {
      return Optional.ofNullable(method.invoke(target, arguments));
    } catch (InvocationTargetException e) {
      throw new Failed(type.getName() + "#" + name + ": " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new Mismatch(type.getName() + "#" + name + ": " + e.getMessage(), e);
    }
  }

  /** Calls a method without arguments of an object's own public class. */
  static Optional<Object> get(Object target, String name) {
    return call(target.getClass(), target, name);
  }

  static boolean has(Class<?> type, String name, Object... arguments) {
    return find(type, name, arguments).isPresent();
  }

  // A hidden class may have a public method that its interface declares, which can be called there.
  private static Optional<Method> find(Class<?> type, String name, Object... arguments) {
    return family(type)
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        .flatMap(each -> Arrays.stream(each.getMethods()))
        .filter(each -> Modifier.isPublic(each.getDeclaringClass().getModifiers()))
        .filter(each -> each.getName().equals(name) && takes(each.getParameterTypes(), arguments))
        .findFirst();
  }

  private static Stream<Class<?>> family(Class<?> type) {
    if (type == null) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.concat(
            Stream.of(type), Arrays.stream(type.getInterfaces()).flatMap(Reflection::family)),
        family(type.getSuperclass()));
  }

  private static boolean takes(Class<?>[] types, Object... arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!boxed(types[i]).isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> boxed(Class<?> type) {
    return type == long.class ? Long.class : type;
  }
}
