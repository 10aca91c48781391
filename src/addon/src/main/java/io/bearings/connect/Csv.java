package io.bearings.connect;

import io.bearings.okr.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values as RFC 4180 describes them. Read are also files with semicolons or tabs,
 * as spreadsheets of other countries write them, with line feeds alone, and with a byte order mark.
 */
final class Csv {
  private static final char QUOTE = '"';
  private static final char MARK = '\uFEFF';

  /** With one of these a spreadsheet begins a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /**
   * Writes rows. A cell that a spreadsheet would run as a formula begins with an apostrophe;
   * numbers do not.
   */
  static String write(Sheet sheet) {
    StringBuilder csv = new StringBuilder();
    for (List<String> row : sheet.rows()) {
      for (int i = 0; i < row.size(); i++) {
        csv.append(i == 0 ? "" : ",").append(cell(row.get(i)));
      }
      csv.append("\r\n");
    }
    return csv.toString();
  }

  private static String cell(String text) {
    String harmless = isFormula(text) ? "'" + text : text;
    boolean quoted =
        harmless.chars().anyMatch(c -> c == ',' || c == QUOTE || c == '\n' || c == '\r');
    return quoted ? QUOTE + harmless.replace("\"", "\"\"") + QUOTE : harmless;
  }

  /** Apostrophes before it are part of it, so that reading takes back just the one of writing. */
  private static boolean isFormula(String text) {
    String bare = text.replaceFirst("^'+", "");
    return !bare.isEmpty()
        && FORMULA.indexOf(bare.charAt(0)) >= 0
        && !text.matches("[-+]?\\d+(\\.\\d+)?");
  }

  /** Takes back the apostrophe that {@link #write} put before what looks like a formula. */
  private static String plain(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && isFormula(cell.substring(1))
        ? cell.substring(1)
        : cell;
  }

  /**
   * Reads rows.
   *
   * @param most how many rows at most
   * @throws Refusal.Invalid when a quote is not closed, or there are more rows
   */
  static Sheet read(String text, int most) {
    String csv = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    return new Reader(csv, separator(csv), most).read();
  }

  private static char separator(String csv) {
    int end = csv.indexOf('\n');
    String header = end < 0 ? csv : csv.substring(0, end);
    char best = ',';
    for (char each : new char[] {';', '\t'}) {
      if (count(header, each) > count(header, best)) {
        best = each;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** A walk through the characters of a file. */
  private static final class Reader {
    private final String csv;
    private final char separator;
    private final int most;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    Reader(String csv, char separator, int most) {
      this.csv = csv;
      this.separator = separator;
      this.most = most;
    }

    Sheet read() {
      while (at < csv.length()) {
        row.add(plain(csv.charAt(at) == QUOTE ? quoted() : unquoted()));
        if (at == csv.length() || csv.charAt(at) != separator) {
          endRow();
        } else {
          at++;
          if (at == csv.length()) {
            row.add("");
            endRow();
          }
        }
      }
      return new Sheet(rows);
    }

    private String quoted() {
      StringBuilder cell = new StringBuilder();
      at++;
      while (at < csv.length()) {
        char c = csv.charAt(at++);
        if (c != QUOTE) {
          cell.append(c);
        } else if (at < csv.length() && csv.charAt(at) == QUOTE) {
          cell.append(QUOTE);
          at++;
        } else {
          return cell.append(unquoted()).toString();
        }
      }
      throw NoSheet.broken("CSV");
    }

    private String unquoted() {
      int start = at;
      while (at < csv.length() && csv.charAt(at) != separator && !isLineEnd(csv.charAt(at))) {
        at++;
      }
      return csv.substring(start, at);
    }

    private void endRow() {
      while (at < csv.length() && csv.charAt(at) == '\r') {
        at++;
      }
      if (at < csv.length() && csv.charAt(at) == '\n') {
        at++;
      }
      if (rows.size() == most) {
        throw NoSheet.tooLarge(most);
      }
      rows.add(row);
      row = new ArrayList<>();
    }

    private static boolean isLineEnd(char c) {
      return c == '\n' || c == '\r';
    }
  }
}
