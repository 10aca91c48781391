package io.bearings.flow.realdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Assume;

/** Finds the data of real sites and reads their tables. */
public final class RealData {
  private static final String PLACE = "BEARINGS_DATA";
  private static final Path BESIDE_THE_REPOSITORY = Path.of("../../../shared/data");

  private final Path folder;

  private RealData(Path folder) {
    this.folder = folder;
  }

  /**
   * A set of the data; without the data the test is not run, and says so on standard error.
   *
   * @param set duraspace or titanium
   */
  public static RealData of(String set) {
    Path place =
        Optional.ofNullable(System.getenv(PLACE)).map(Path::of).orElse(BESIDE_THE_REPOSITORY);
    Path folder = place.resolve(set);
    if (!Files.isDirectory(folder)) {
      System.err.println(
          "NOT RUN: the real data are not at "
              + folder.toAbsolutePath().normalize()
              + "; set "
              + PLACE
              + " to their folder (docs/real-data.md)");
    }
    Assume.assumeTrue("real data at " + folder, Files.isDirectory(folder));
    return new RealData(folder);
  }

  /** The rows of a table, each by the names of its columns; no value is empty text. */
  public List<Map<String, String>> rows(String table) {
    try {
      List<List<String>> records =
          records(Files.readString(folder.resolve(table + ".csv"), StandardCharsets.UTF_8));
      List<String> names = records.get(0);
      return records.stream().skip(1).map(record -> row(names, record)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(List<String> names, List<String> record) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), record.get(i));
    }
    return row;
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (c != '"' || twice) {
          value.append(c);
          i += twice ? 1 : 0;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        record.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else if (c != '\r') {
        value.append(c);
      }
    }
    return records;
  }
}
