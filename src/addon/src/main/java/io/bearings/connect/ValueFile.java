package io.bearings.connect;

import io.bearings.kpi.MeasurementDraft;
import io.bearings.kpi.Segment;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of values, or what somebody pasted from one. Days are written as {@code 2026-11-22} or
 * {@code 22.11.2026}, or counted as spreadsheets do. Numbers may have a decimal point or a decimal
 * comma; which of them a number like {@code 1,234} has, the others of the file say.
 */
final class ValueFile {
  /** The columns of such a file. */
  enum Part {
    DATE,
    VALUE,
    OF,
    SPAN,
    DIMENSION,
    SEGMENT;

    /** What stands in the header. */
    String header() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Part> of(String header) {
      return Arrays.stream(values())
          .filter(each -> each.header().equalsIgnoreCase(header.strip()))
          .findFirst();
    }
  }

  /** How much of an unknown header is repeated: a file that is no table has anything there. */
  private static final int HEADER_LENGTH = 60;

  private static final int NAMED_COLUMNS = 20;
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  /** Spreadsheets count days from here. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final Pattern DAY_NUMBER = Pattern.compile("[2-7]\\d{4}");
  private static final Pattern PLAIN =
      Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,30})?([eE][-+]?\\d{1,3})?");

  /** One comma or point before just three digits, which may part thousands. */
  private static final Pattern EITHER = Pattern.compile("[-+]?[1-9]\\d{0,2}[.,]\\d{3}");

  private static final Pattern COMMA_IS_DECIMAL =
      Pattern.compile("[-+]?(\\d{1,30}|\\d{1,3}(\\.\\d{3})+),\\d{1,30}");
  private static final Pattern COMMA_PARTS_THOUSANDS =
      Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d{1,30})?");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f'\u2019%]");

  private final Map<Integer, MeasurementDraft> drafts = new LinkedHashMap<>();
  private final Map<Integer, Map<String, Message>> problems = new TreeMap<>();
  private final boolean decimalComma;

  private ValueFile(boolean decimalComma) {
    this.decimalComma = decimalComma;
  }

  /**
   * Reads rows. Where the first of them begins with a day there is no header: the columns are a day
   * and a value.
   *
   * @throws Refusal.Invalid naming the columns that are unknown or missing
   */
  static ValueFile of(Sheet sheet) {
    List<List<String>> rows = sheet.rows();
    boolean bare = !rows.isEmpty() && !rows.get(0).isEmpty() && day(rows.get(0).get(0)).isPresent();
    List<Optional<Part>> header =
        bare
            ? List.of(Optional.of(Part.DATE), Optional.of(Part.VALUE))
            : header(rows.isEmpty() ? List.of() : rows.get(0));
    ValueFile file = new ValueFile(hasDecimalComma(rows, header));
    for (int i = bare ? 0 : 1; i < rows.size(); i++) {
      Map<Part, String> cells = cells(header, rows.get(i));
      if (!cells.isEmpty()) {
        file.add(i + 1, cells);
      }
    }
    return file;
  }

  /** What could be read, by row as the spreadsheet counts it. */
  Map<Integer, MeasurementDraft> drafts() {
    return drafts;
  }

  /** What could not be read, by row, then by column. */
  Map<Integer, Map<String, Message>> problems() {
    return problems;
  }

  private static List<Optional<Part>> header(List<String> row) {
    Map<String, Message> wrong = new LinkedHashMap<>();
    List<Optional<Part>> header = new ArrayList<>();
    for (String each : row) {
      Optional<Part> part = Part.of(each);
      String name = each.strip();
      String shown = name.length() > HEADER_LENGTH ? name.substring(0, HEADER_LENGTH) : name;
      if (part.isEmpty() && !name.isEmpty() && wrong.size() < NAMED_COLUMNS) {
        wrong.put(shown, Message.of("bearings.error.unknownColumn"));
      }
      if (part.isPresent() && header.contains(part)) {
        wrong.put(shown, Message.of("bearings.error.columnTwice"));
      }
      header.add(part);
    }
    for (Part required : List.of(Part.DATE, Part.VALUE)) {
      if (!header.contains(Optional.of(required))) {
        wrong.put(required.header(), Message.of("bearings.error.noColumn"));
      }
    }
    if (!wrong.isEmpty()) {
      throw new Refusal.Invalid(wrong);
    }
    return header;
  }

  private static Map<Part, String> cells(List<Optional<Part>> header, List<String> row) {
    Map<Part, String> cells = new EnumMap<>(Part.class);
    for (int i = 0; i < Math.min(header.size(), row.size()); i++) {
      String text = row.get(i).strip();
      if (header.get(i).isPresent() && !text.isEmpty()) {
        cells.put(header.get(i).get(), text);
      }
    }
    return cells;
  }

  /** Whether some number can only be read with a comma before its decimals. */
  private static boolean hasDecimalComma(List<List<String>> rows, List<Optional<Part>> header) {
    return rows.stream()
        .map(row -> cells(header, row).getOrDefault(Part.VALUE, ""))
        .map(text -> BLANKS.matcher(text).replaceAll(""))
        .anyMatch(
            text ->
                COMMA_IS_DECIMAL.matcher(text).matches()
                    && !COMMA_PARTS_THOUSANDS.matcher(text).matches());
  }

  private void add(int row, Map<Part, String> cells) {
    Map<String, Message> wrong = new LinkedHashMap<>();
    Optional<LocalDate> on = Optional.ofNullable(cells.get(Part.DATE)).flatMap(ValueFile::day);
    if (on.isEmpty()) {
      wrong.put(
          Part.DATE.header(),
          Message.of(
              cells.containsKey(Part.DATE) ? "bearings.error.noDay" : "bearings.error.required"));
    }
    Optional<BigDecimal> value = number(cells, Part.VALUE, wrong);
    Optional<BigDecimal> of = number(cells, Part.OF, wrong);
    Optional<Segment> segment = Optional.empty();
    if (cells.containsKey(Part.DIMENSION) != cells.containsKey(Part.SEGMENT)) {
      Part missing = cells.containsKey(Part.SEGMENT) ? Part.DIMENSION : Part.SEGMENT;
      wrong.put(missing.header(), Message.of("bearings.error.required"));
    } else if (cells.containsKey(Part.SEGMENT)) {
      segment = Optional.of(new Segment(cells.get(Part.DIMENSION), cells.get(Part.SEGMENT)));
    }
    drafts.put(
        row,
        new MeasurementDraft(on, Optional.ofNullable(cells.get(Part.SPAN)), segment, value, of));
    if (!wrong.isEmpty()) {
      problems.put(row, wrong);
    }
  }

  private Optional<BigDecimal> number(
      Map<Part, String> cells, Part part, Map<String, Message> wrong) {
    Optional<String> text =
        Optional.ofNullable(cells.get(part)).map(it -> BLANKS.matcher(it).replaceAll(""));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> plain = plain(text.get());
    if (plain.isEmpty()) {
      boolean ambiguous = EITHER.matcher(text.get()).matches();
      wrong.put(
          part.header(),
          ambiguous
              ? Message.of("bearings.error.kpi.eitherNumber", cells.get(part))
              : Message.of("bearings.error.noNumber"));
    }
    return plain.map(BigDecimal::new);
  }

  /** The number with a point before its decimals; absent where it is none, or could be two. */
  private Optional<String> plain(String text) {
    if (decimalComma && COMMA_IS_DECIMAL.matcher(text).matches()) {
      return Optional.of(text.replace(".", "").replace(',', '.'));
    }
    if (decimalComma && EITHER.matcher(text).matches()) {
      return Optional.of(text.replace(".", ""));
    }
    if (PLAIN.matcher(text).matches()) {
      return Optional.of(text);
    }
    boolean thousands =
        COMMA_PARTS_THOUSANDS.matcher(text).matches() && !EITHER.matcher(text).matches();
    return thousands ? Optional.of(text.replace(",", "")) : Optional.empty();
  }

  private static Optional<LocalDate> day(String cell) {
    String text = cell.strip();
    try {
      if (DAY_NUMBER.matcher(text).matches()) {
        return Optional.of(DAY_ZERO.plusDays(Long.parseLong(text)));
      }
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        return Optional.of(LocalDate.parse(text));
      }
      Matcher dotted = DOTTED.matcher(text);
      return dotted.matches()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(dotted.group(3)),
                  Integer.parseInt(dotted.group(2)),
                  Integer.parseInt(dotted.group(1))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
