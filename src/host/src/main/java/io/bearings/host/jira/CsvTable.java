package io.bearings.host.jira;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of comma-separated values whose first line names the columns; no value is empty text. */
final class CsvTable {
  private final Path file;

  CsvTable(Path file) {
    this.file = file;
  }

  /** One line of a table. */
  final class Row {
    private final int number;
    private final Map<String, String> values;

    private Row(int number, Map<String, String> values) {
      this.number = number;
      this.values = values;
    }

    /**
     * @throws ImportFailure when the table has no such column
     */
    String text(String column) {
      String value = values.get(column);
      if (value == null) {
        throw wrong("the column '" + column + "' is missing");
      }
      return value;
    }

    Optional<String> optional(String column) {
      return Optional.of(text(column)).filter(value -> !value.isEmpty());
    }

    ImportFailure wrong(String message) {
      return new ImportFailure(file + ", row " + number + ": " + message);
    }
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /**
   * Reads all rows, without keeping them.
   *
   * @throws ImportFailure when the file cannot be read, or a row has not as many values as the
   *     first
   */
  void each(Consumer<Row> work) {
    if (!exists()) {
      return;
    }
    List<String> names = new ArrayList<>();
    int[] number = {0};
    records(
        record -> {
          number[0]++;
          if (names.isEmpty()) {
            names.addAll(record);
            return;
          }
          if (record.size() != names.size()) {
            throw new ImportFailure(
                file
                    + ", row "
                    + number[0]
                    + ": "
                    + record.size()
                    + " values for "
                    + names.size()
                    + " columns");
          }
          Map<String, String> values = new HashMap<>();
          for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), record.get(i));
          }
          work.accept(new Row(number[0], values));
        });
  }

  private void records(Consumer<List<String>> work) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ImportFailure(file + " cannot be read: " + e, e);
    }
    List<String> record = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
        value.append(c);
      } else if (c != '\r') {
        record.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          work.accept(record);
          record = new ArrayList<>();
        }
      }
    }
    if (quoted) {
      throw new ImportFailure(file + ": a quotation mark is not closed");
    }
    if (!record.isEmpty() || !value.isEmpty()) {
      record.add(value.toString());
      work.accept(record);
    }
  }
}
