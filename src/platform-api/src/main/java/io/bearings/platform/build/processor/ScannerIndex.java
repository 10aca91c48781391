package io.bearings.platform.build.processor;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands in {@code META-INF/plugin-components}: the beans of the add-on, the services that it
 * imports, and those that it exports.
 *
 * <p>The scanner names beans by their simple names and lets the later of two win; here the second
 * is a {@link Clash}.
 */
final class ScannerIndex {
  /** Two things that the scanner cannot tell apart; the message names both. */
  static final class Clash extends Exception {
    private static final long serialVersionUID = 1L;

    Clash(String message) {
      super(message);
    }
  }

  private record Bean(String className, boolean named) {}

  private final SortedMap<String, Bean> components = new TreeMap<>();
  private final SortedMap<String, Bean> imports = new TreeMap<>();
  private final SortedMap<String, List<String>> exports = new TreeMap<>();

  /**
   * Adds a bean of the add-on.
   *
   * @param className the binary name
   * @param name the bean's name; empty for the scanner's own choice
   */
  void component(String className, String name) throws Clash {
    String beanName = name.isEmpty() ? beanNameOf(className) : name;
    Bean other = components.putIfAbsent(beanName, new Bean(className, !name.isEmpty()));
    if (other != null) {
      throw new Clash(
          "Two beans would be named '%s': %s and %s. The scanner keeps only one; rename one of them."
              .formatted(beanName, other.className(), className));
    }
    refuseBeanNamedLikeImport(beanName);
  }

  /**
   * Adds an imported service; adding it again under the same name changes nothing.
   *
   * @param interfaceName the binary name
   * @param name the bean's name; empty for the scanner's own choice
   */
  void imported(String interfaceName, String name) throws Clash {
    String beanName = name.isEmpty() ? beanNameOf(interfaceName) : name;
    Bean other = imports.putIfAbsent(beanName, new Bean(interfaceName, !name.isEmpty()));
    if (other != null && !other.className().equals(interfaceName)) {
      throw new Clash(
          "Two imports would be named '%s': %s and %s. Name one of them: @ComponentImport(\"…\")."
              .formatted(beanName, other.className(), interfaceName));
    }
    if (other == null) {
      refuseBeanNamedLikeImport(beanName);
    }
    refuseExportedAndImported(interfaceName);
  }

  /**
   * Adds a bean that is offered to other bundles.
   *
   * @param interfaces empty when it is offered under all that it implements
   */
  void exported(String className, List<String> interfaces) throws Clash {
    exports.put(className, List.copyOf(interfaces));
    for (String type : interfaces) {
      refuseExportedAndImported(type);
    }
  }

  private void refuseBeanNamedLikeImport(String beanName) throws Clash {
    Bean component = components.get(beanName);
    Bean imported = imports.get(beanName);
    if (component != null && imported != null) {
      throw new Clash(
          "The bean %s and the import %s would both be named '%s'. The import would replace the bean;"
                  .formatted(component.className(), imported.className(), beanName)
              + " rename the class or name the import.");
    }
  }

  private void refuseExportedAndImported(String type) throws Clash {
    if (imports.values().stream().noneMatch(bean -> bean.className().equals(type))) {
      return;
    }
    for (Map.Entry<String, List<String>> export : exports.entrySet()) {
      if (export.getValue().contains(type)) {
        throw new Clash(
            "%s exports %s, which is imported too. The add-on would wait for itself at start."
                .formatted(export.getKey(), type));
      }
    }
  }

  /** The files by name; a file without lines is left out. */
  Map<String, SortedSet<String>> files() {
    Map<String, SortedSet<String>> files = new TreeMap<>();
    files.put("component", lines(components));
    files.put("imports", lines(imports));
    SortedSet<String> exportLines = new TreeSet<>();
    exports.forEach(
        (type, interfaces) ->
            exportLines.add(
                interfaces.isEmpty() ? type : type + "#" + String.join(",", interfaces)));
    files.put("exports", exportLines);
    files.values().removeIf(SortedSet::isEmpty);
    return files;
  }

  private static SortedSet<String> lines(SortedMap<String, Bean> beans) {
    SortedSet<String> lines = new TreeSet<>();
    beans.forEach(
        (name, bean) -> lines.add(bean.named() ? bean.className() + "#" + name : bean.className()));
    return lines;
  }

  /** The name that the scanner gives: {@code a.b.TheName} becomes theName, {@code A$B} a.B. */
  static String beanNameOf(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    boolean acronym =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** Whether the class is a bean of the add-on. */
  boolean isComponent(String className) {
    return components.values().stream().anyMatch(bean -> bean.className().equals(className));
  }
}
