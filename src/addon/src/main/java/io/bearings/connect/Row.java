package io.bearings.connect;

import io.bearings.okr.Message;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One row of a file, read cell by cell; what cannot be read is kept as a problem of its column. */
final class Row {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,30})?([eE][-+]?\\d{1,3})?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Spreadsheets count days from here. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final Pattern DAY_NUMBER = Pattern.compile("[2-7]\\d{4}");

  private static final Map<String, Boolean> FLAGS =
      Map.of("TRUE", true, "1", true, "FALSE", false, "0", false);

  /** Spreadsheets keep 0.3 as 0.29999999999999999. */
  private static final int SIGNIFICANT = 15;

  private final int number;
  private final Map<Column, String> cells;
  private final Map<String, Message> problems = new LinkedHashMap<>();

  /**
   * @param number as the spreadsheet counts it; the header is 1
   */
  Row(int number, Map<Column, String> cells) {
    this.number = number;
    this.cells = cells;
  }

  int number() {
    return number;
  }

  boolean isEmpty() {
    return cells.values().stream().allMatch(String::isBlank);
  }

  Map<String, Message> problems() {
    return problems;
  }

  void problem(Column column, Message problem) {
    problems.putIfAbsent(column.header(), problem);
  }

  /** A text; empty when there is none. */
  String text(Column column) {
    return cells.getOrDefault(column, "").strip();
  }

  Optional<String> optionalText(Column column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }

  List<String> list(Column column) {
    return Arrays.stream(text(column).split(";"))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  Optional<BigDecimal> number(Column column) {
    Optional<String> text = optionalText(column);
    if (text.isPresent() && !NUMBER.matcher(text.get()).matches()) {
      problem(column, Message.of("bearings.error.noNumber"));
      return Optional.empty();
    }
    return text.map(BigDecimal::new).map(Row::exact);
  }

  private static BigDecimal exact(BigDecimal number) {
    return number.precision() > SIGNIFICANT ? number.round(new MathContext(SIGNIFICANT)) : number;
  }

  Optional<LocalDate> day(Column column) {
    Optional<String> text = optionalText(column);
    if (text.filter(it -> DAY_NUMBER.matcher(it).matches()).isPresent()) {
      return text.map(it -> DAY_ZERO.plusDays(Long.parseLong(it)));
    }
    try {
      return text.map(it -> LocalDate.parse(DAY.matcher(it).matches() ? it : ""));
    } catch (DateTimeParseException e) {
      problem(column, Message.of("bearings.error.noDay"));
      return Optional.empty();
    }
  }

  /** Yes or no; spreadsheets keep TRUE as 1. */
  Optional<Boolean> flag(Column column) {
    Optional<String> text = optionalText(column).map(it -> it.toUpperCase(Locale.ROOT));
    Optional<Boolean> flag = text.map(FLAGS::get);
    if (text.isPresent() && flag.isEmpty()) {
      problem(column, Message.of("bearings.error.noFlag"));
    }
    return flag;
  }

  <E extends Enum<E>> Optional<E> word(Column column, Class<E> words) {
    Optional<String> text = optionalText(column).map(it -> it.toUpperCase(Locale.ROOT));
    Optional<E> word =
        text.flatMap(
            given ->
                Arrays.stream(words.getEnumConstants())
                    .filter(each -> each.name().equals(given))
                    .findFirst());
    if (text.isPresent() && word.isEmpty()) {
      problem(
          column,
          Message.of(
              "bearings.error.noWord",
              Arrays.stream(words.getEnumConstants())
                  .map(Enum::name)
                  .collect(Collectors.joining(", "))));
    }
    return word;
  }
}
