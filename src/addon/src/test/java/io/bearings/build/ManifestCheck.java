package io.bearings.build;

import io.bearings.platform.build.linkage.Call;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manifest that Jira's framework reads. */
final class ManifestCheck {
  /** A clause of an import: the package, then attributes and directives, quoted or not. */
  private static final Pattern CLAUSE =
      Pattern.compile("([\\w.*]+)((?:;[\\w-]+:?=(?:\"[^\"]*\"|[^,;\"]*))*)(?:,|$)");

  private static final Set<String> UNWANTED =
      Set.of("Require-Capability", "Export-Package", "Bundle-ClassPath", "Require-Bundle");

  private final Attributes headers;

  private ManifestCheck(Attributes headers) {
    this.headers = headers;
  }

  static ManifestCheck of(AddOn addOn) {
    try (InputStream file = Files.newInputStream(addOn.file("META-INF/MANIFEST.MF"))) {
      return new ManifestCheck(new Manifest(file).getMainAttributes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the manifest", e);
    }
  }

  /** One header a line, imports and packages each on a line of their own, sorted. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Map<String, String> sorted = new TreeMap<>();
    headers.forEach((name, value) -> sorted.put(name.toString(), value.toString()));
    sorted.forEach(
        (name, value) -> {
          if (name.equals("Import-Package")) {
            imports().forEach((type, rest) -> lines.add(name + ": " + type + rest));
          } else if (!name.equals("Private-Package")) {
            lines.add(name + ": " + value);
          }
        });
    return lines;
  }

  /** The imported packages, each with what follows it. */
  Map<String, String> imports() {
    Map<String, String> imports = new TreeMap<>();
    Matcher matcher = CLAUSE.matcher(headers.getValue("Import-Package"));
    while (matcher.find()) {
      imports.put(matcher.group(1), matcher.group(2));
    }
    return imports;
  }

  /**
   * What would keep Jira from starting the add-on.
   *
   * @param calls what the add-on names outside its jar
   * @param evident the packages that may be mandatory
   */
  List<String> findings(String pluginKey, Collection<Call> calls, Set<String> evident) {
    List<String> findings = new ArrayList<>();
    for (String name : List.of("Bundle-SymbolicName", "Atlassian-Plugin-Key")) {
      if (!pluginKey.equals(headers.getValue(name))) {
        findings.add(
            "%s is %s, but the descriptor's key is %s"
                .formatted(name, headers.getValue(name), pluginKey));
      }
    }
    if (!"*".equals(headers.getValue("Spring-Context"))) {
      findings.add("Spring-Context is not *, so Jira would read no beans");
    }
    UNWANTED.stream()
        .filter(name -> headers.getValue(name) != null)
        .sorted()
        .forEach(name -> findings.add("%s is not wanted".formatted(name)));
    findings.addAll(importFindings(calls, evident));
    return findings;
  }

  private List<String> importFindings(Collection<Call> calls, Set<String> evident) {
    List<String> findings = new ArrayList<>();
    Map<String, String> imports = imports();
    imports.forEach(
        (name, rest) -> {
          if (rest.contains("version=")) {
            findings.add("the import of %s asks for a version".formatted(name));
          }
          if (!rest.contains("resolution:=optional") && !evident.contains(name)) {
            findings.add(
                "%s is imported as mandatory, but no add-on is known to import it on Jira 11.3"
                    .formatted(name));
          }
        });
    Set<String> missing = new HashSet<>();
    for (Call call : new TreeSet<>(calls)) {
      String needed = call.type().substring(0, call.type().lastIndexOf('.'));
      if (!imports.containsKey(needed) && missing.add(needed)) {
        findings.add("%s is not imported, but %s is used".formatted(needed, call.type()));
      }
    }
    return findings;
  }
}
