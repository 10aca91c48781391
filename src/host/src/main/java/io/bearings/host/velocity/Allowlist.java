package io.bearings.host.velocity;

import io.bearings.host.descriptor.Module.VelocityAllowlist;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The methods that templates may call: the host's own list and the add-on's. */
public final class Allowlist {
  private static final String HOST_LIST = "/velocity-host-allowlist.txt";
  private static final Pattern ENTRY =
      Pattern.compile("[\\w.$]+#\\w+\\((?:[\\w.$\\[\\];]+(?: [\\w.$\\[\\];]+)*)?\\)");

  private final Set<String> ofHost = new HashSet<>();
  private final Set<String> ofAddOn = new HashSet<>();

  /** The host's own list. */
  public Allowlist() {
    try (InputStream in = Allowlist.class.getResourceAsStream(HOST_LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          ofHost.add(line.substring(0, line.indexOf(')') + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds an add-on's list.
   *
   * @throws AddOnFailure when an entry names no method that a class of the add-on declares
   */
  public void add(VelocityAllowlist module, AddOnBundle bundle) {
    String where = "The velocity-allowlist " + module.key();
    for (String entry : module.methods()) {
      if (!ENTRY.matcher(entry).matches()) {
        throw new AddOnFailure(
            where + " has the entry " + entry + "; it needs fq.Class#method(fq.Type fq.Type)");
      }
      String className = entry.substring(0, entry.indexOf('#'));
      Class<?> type = bundle.load(className, where);
      if (type.getClassLoader() != bundle.classLoader()) {
        throw new AddOnFailure(
            where + " names " + className + ", but an add-on may only list its own classes");
      }
      if (Arrays.stream(type.getDeclaredMethods()).noneMatch(m -> signature(m).equals(entry))) {
        throw new AddOnFailure(where + " names " + entry + ", which is not declared there");
      }
      ofAddOn.add(entry);
    }
  }

  /** Whether a template may call the method. */
  boolean allows(Method method) {
    return ofAddOn.contains(signature(method)) || hostAllows(method, method.getDeclaringClass());
  }

  // Jira's own entries name its implementations; ours differ, so an interface's entry holds below.
  private boolean hostAllows(Method method, Class<?> type) {
    if (type == null) {
      return false;
    }
    if (ofHost.contains(type.getName() + "#" + nameAndTypes(method))
        || hostAllows(method, type.getSuperclass())) {
      return true;
    }
    return Arrays.stream(type.getInterfaces()).anyMatch(parent -> hostAllows(method, parent));
  }

  /** The entry that the method would need. */
  static String signature(Method method) {
    return method.getDeclaringClass().getName() + "#" + nameAndTypes(method);
  }

  private static String nameAndTypes(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getName)
        .collect(Collectors.joining(" ", method.getName() + "(", ")"));
  }
}
