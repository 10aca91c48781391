package io.bearings.host.osgi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

/** The packages that Jira 11.3 exports to add-ons, as far as there is evidence. */
final class ExportedPackages {
  /** The file that lists them, for messages. */
  static final String FILE = "jira-11.3-exports.txt";

  private final SortedSet<String> names;

  private ExportedPackages(SortedSet<String> names) {
    this.names = names;
  }

  /** Reads the list that is part of the host. */
  static ExportedPackages ofJira() {
    try (InputStream in = ExportedPackages.class.getResourceAsStream("/" + FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException when a line has no confidence or no evidence
   */
  static ExportedPackages read(BufferedReader lines) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.trim().split("\\s+", 3);
      if (parts.length < 3 || !parts[1].matches("[HM]")) {
        throw new IllegalArgumentException(
            "A line of " + FILE + " lacks its confidence or evidence: " + line);
      }
      if (!names.add(parts[0])) {
        throw new IllegalArgumentException("Listed twice in " + FILE + ": " + parts[0]);
      }
    }
    return new ExportedPackages(names);
  }

  /** The value for the framework's list of system packages; no version, as nobody imports one. */
  String systemPackages() {
    return String.join(",", names);
  }
}
