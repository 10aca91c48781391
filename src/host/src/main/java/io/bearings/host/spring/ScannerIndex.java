package io.bearings.host.spring;

import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import java.beans.Introspector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index that Atlassian's Spring Scanner writes into a jar: {@code META-INF/plugin-components}.
 *
 * @param components bean classes by bean name
 * @param imports interfaces by bean name
 * @param exports interfaces by the class that is exported under them
 */
record ScannerIndex(
    Map<String, String> components,
    Map<String, String> imports,
    Map<String, List<String>> exports) {
  private static final String FOLDER = "META-INF/plugin-components/";

  /** Reads the index of a jar; a file that is absent is empty. */
  static ScannerIndex of(AddOnBundle bundle) {
    Map<String, String> components = new LinkedHashMap<>();
    for (Entry entry : entries(bundle, "component")) {
      String name = entry.detail().orElseGet(() -> beanName(entry.type()));
      claim(components, name, entry.type());
    }
    Map<String, String> imports = new LinkedHashMap<>();
    for (Entry entry : entries(bundle, "imports")) {
      // The scanner's own rule: an import without a name makes way for another import.
      String name =
          entry
              .detail()
              .orElseGet(
                  () -> {
                    String simple = beanName(entry.type());
                    return imports.containsKey(simple) ? entry.type() : simple;
                  });
      if (components.containsKey(name)) {
        throw collision(name, components.get(name), "the import of " + entry.type());
      }
      claim(imports, name, entry.type());
    }
    Map<String, List<String>> exports = new LinkedHashMap<>();
    for (Entry entry : entries(bundle, "exports")) {
      exports.put(
          entry.type(), entry.detail().map(names -> List.of(names.split(","))).orElse(List.of()));
    }
    return new ScannerIndex(components, imports, exports);
  }

  // In Jira the later one silently replaces the other, and a component is gone.
  private static void claim(Map<String, String> beans, String name, String type) {
    String other = beans.putIfAbsent(name, type);
    if (other != null) {
      throw collision(name, other, type);
    }
  }

  private static AddOnFailure collision(String name, String one, String other) {
    return new AddOnFailure("The bean name " + name + " is claimed by " + one + " and " + other);
  }

  static String beanName(String className) {
    String simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    return Introspector.decapitalize(simple);
  }

  private record Entry(String type, Optional<String> detail) {}

  private static List<Entry> entries(AddOnBundle bundle, String file) {
    List<Entry> entries = new ArrayList<>();
    for (String name : List.of(file, file + "-jira")) {
      String text =
          bundle
              .bytes(FOLDER + name)
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .orElse("");
      for (String line : text.lines().map(String::trim).filter(l -> !l.isEmpty()).toList()) {
        String[] parts = line.split("#", 2);
        entries.add(
            new Entry(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1])));
      }
    }
    return entries;
  }
}
