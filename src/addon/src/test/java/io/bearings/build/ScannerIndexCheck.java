package io.bearings.build;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The index in the jar, read as the scanner reads it: every class exists, every bean has a name of
 * its own, and nothing is both exported and imported.
 */
final class ScannerIndexCheck {
  private static final String FOLDER = "META-INF/plugin-components/";

  /** A line of the index: what stands before the # and what stands after it. */
  private record Line(String type, String rest) {
    static Line parse(String line) {
      int hash = line.indexOf('#');
      return hash < 0
          ? new Line(line, "")
          : new Line(line.substring(0, hash), line.substring(hash + 1));
    }

    String beanName() {
      String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
      return rest.isEmpty() ? Introspector.decapitalize(simple) : rest;
    }
  }

  private final AddOn addOn;
  private final List<String> findings = new ArrayList<>();

  private ScannerIndexCheck(AddOn addOn) {
    this.addOn = addOn;
  }

  /** One line for each thing that the scanner would get wrong without saying so. */
  static List<String> findings(AddOn addOn) {
    return new ScannerIndexCheck(addOn).findings();
  }

  private List<String> findings() {
    List<Line> components = lines("component");
    List<Line> imports = lines("imports");
    List<Line> exports = lines("exports");
    if (components.isEmpty()) {
      findings.add("there is no bean in " + FOLDER + "component");
    }
    Map<String, String> names = new TreeMap<>();
    components.forEach(bean -> named(names, bean));
    imports.forEach(imported -> named(names, imported));
    for (Line imported : imports) {
      if (addOn.knowsClass(imported.type()) && !addOn.load(imported.type()).isInterface()) {
        findings.add("%s is imported but is no interface".formatted(imported.type()));
      }
    }
    for (Line export : exports) {
      for (Line imported : imports) {
        if (List.of(export.rest().split(",")).contains(imported.type())) {
          findings.add(
              "%s exports %s, which is imported too".formatted(export.type(), imported.type()));
        }
      }
    }
    return findings;
  }

  private void named(Map<String, String> names, Line line) {
    if (!addOn.knowsClass(line.type())) {
      findings.add("%s does not exist".formatted(line.type()));
    }
    String other = names.putIfAbsent(line.beanName(), line.type());
    if (other != null) {
      findings.add(
          "%s and %s would both be named %s".formatted(other, line.type(), line.beanName()));
    }
  }

  private List<Line> lines(String file) {
    if (!addOn.has(FOLDER + file)) {
      return List.of();
    }
    return addOn.text(FOLDER + file).lines().map(Line::parse).toList();
  }
}
