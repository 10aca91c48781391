package io.bearings.jira;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Compares what the add-on calls, as the build wrote it down, with the Jira that it runs in. A
 * class or method that is missing is found here, and not when somebody opens the page that needs
 * it.
 */
@Component
public class SelfCheck {
  private static final String CALLS = "META-INF/jira-calls.txt";

  private final List<String> calls;
  private final ClassLoader loader;

  @Inject
  public SelfCheck() {
    this(lines(SelfCheck.class.getClassLoader()), SelfCheck.class.getClassLoader());
  }

  /** A check of other calls, by another class loader. */
  SelfCheck(List<String> calls, ClassLoader loader) {
    this.calls = calls;
    this.loader = loader;
  }

  private static List<String> lines(ClassLoader loader) {
    try (InputStream stream = loader.getResourceAsStream(CALLS)) {
      if (stream == null) {
        return List.of();
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + CALLS, e);
    }
  }

  /** What is missing here; each line names a class, a method or a field, and what is wrong. */
  public List<String> missing() {
    return calls.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .flatMap(line -> problem(line.split(" ")).stream())
        .distinct()
        .toList();
  }

  private Optional<String> problem(String[] call) {
    try {
      Class<?> type = Class.forName(call[1], false, loader);
      return switch (call[0]) {
        case "method" -> isMissing(hasMethod(type, call), call);
        case "field" -> isMissing(hasField(type, call), call);
        // What Jira's types ask of us is checked by the build and by bin/check-jira.
        case "implements" -> Optional.empty();
        default ->
            kind(type).equals(call[0])
                ? Optional.empty()
                : Optional.of(call[1] + " (" + kind(type) + ")");
      };
    } catch (ClassNotFoundException e) {
      return Optional.of(call[1]);
    } catch (LinkageError e) {
      return Optional.of(call[1] + " (" + e.getMessage() + ")");
    }
  }

  private static Optional<String> isMissing(boolean found, String[] call) {
    return found ? Optional.empty() : Optional.of(call[1] + "#" + call[2] + " " + call[3]);
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    return type.isEnum() ? "enum" : "class";
  }

  private static boolean hasMethod(Class<?> type, String[] call) {
    boolean isStatic = "static".equals(call[4]);
    if ("<init>".equals(call[2])) {
      return Arrays.stream(type.getDeclaredConstructors())
          .anyMatch(each -> descriptor(each).equals(call[3]));
    }
    return family(type)
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .anyMatch(
            each ->
                each.getName().equals(call[2])
                    && descriptor(each).equals(call[3])
                    && Modifier.isStatic(each.getModifiers()) == isStatic);
  }

  private static boolean hasField(Class<?> type, String[] call) {
    boolean isStatic = "static".equals(call[4]);
    return family(type)
        .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
        .anyMatch(
            each ->
                each.getName().equals(call[2])
                    && each.getType().descriptorString().equals(call[3])
                    && Modifier.isStatic(each.getModifiers()) == isStatic);
  }

  /** A type and all from which it inherits; interfaces have the methods of Object too. */
  private static Stream<Class<?>> family(Class<?> type) {
    List<Class<?>> family = new ArrayList<>();
    collect(type, family);
    collect(Object.class, family);
    return family.stream();
  }

  private static void collect(Class<?> type, List<Class<?>> family) {
    if (type != null && !family.contains(type)) {
      family.add(type);
      collect(type.getSuperclass(), family);
      Arrays.stream(type.getInterfaces()).forEach(each -> collect(each, family));
    }
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  private static String descriptor(Constructor<?> constructor) {
    return MethodType.methodType(void.class, constructor.getParameterTypes())
        .toMethodDescriptorString();
  }
}
