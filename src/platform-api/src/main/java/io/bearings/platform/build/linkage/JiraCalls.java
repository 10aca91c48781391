package io.bearings.platform.build.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The list of calls as a file: one {@link Call} a line, sorted by type; lines that start with # and
 * empty lines say nothing.
 *
 * <pre>
 * class      NAME                            also interface, annotation, enum: what the type must be
 * method     TYPE NAME DESCRIPTOR static     or instance; declared in TYPE or in a type above it
 * field      TYPE NAME DESCRIPTOR static     or instance
 * implements TYPE NAME DESCRIPTOR            an abstract method of TYPE that the add-on implements
 * </pre>
 */
public final class JiraCalls {
  private static final String HEAD =
      """
      # What the add-on calls outside its own jar and the JDK. docs/decisions/linkage.md explains it;
      # bin/check-jira --accept writes it, bin/check-jira DIR compares it with a Jira installation.
      """;

  private JiraCalls() {}

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException when a line is none
   */
  public static SortedSet<Call> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Call::parse)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Writes a list. */
  public static void write(Path file, Collection<Call> calls) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    String type = "";
    for (Call call : new TreeSet<>(calls)) {
      if (!call.type().equals(type)) {
        text.append('\n');
        type = call.type();
      }
      text.append(call.line()).append('\n');
    }
    Files.writeString(file, text);
  }

  /** The lines that differ: {@code +} is new, {@code -} is gone. */
  public static List<String> difference(SortedSet<Call> reviewed, SortedSet<Call> found) {
    List<String> lines = new ArrayList<>();
    SortedSet<Call> all = new TreeSet<>(reviewed);
    all.addAll(found);
    for (Call call : all) {
      if (!reviewed.contains(call)) {
        lines.add("+ " + call.line());
      } else if (!found.contains(call)) {
        lines.add("- " + call.line());
      }
    }
    return lines;
  }
}
