package io.bearings.host.jira;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Points in time as the Jira Importers Plugin reads them: {@code 2012-08-31T17:59:02.161+0100},
 * with or without milliseconds, or relative to the import: {@code P-1D}, {@code P-1DT-4H}.
 */
final class ImportDate {
  private static final DateTimeFormatter ABSOLUTE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter();

  // What both databases can keep, and nobody means anything outside.
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  private ImportDate() {}

  /** The moment; empty when the text is none. */
  static Optional<Instant> parse(String text, Instant now) {
    try {
      Instant moment =
          text.startsWith("P") || text.startsWith("-P")
              ? relative(text, now)
              : OffsetDateTime.parse(text, ABSOLUTE).toInstant();
      return Optional.of(moment.truncatedTo(ChronoUnit.MILLIS)).filter(ImportDate::isStorable);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static boolean isStorable(Instant moment) {
    return moment.isAfter(EARLIEST) && moment.isBefore(LATEST);
  }

  private static Instant relative(String text, Instant now) {
    return text.contains("T")
        ? now.plus(Duration.parse(text))
        : now.atOffset(ZoneOffset.UTC).plus(Period.parse(text)).toInstant();
  }

  /** The day of a date or of a moment, as it is written; empty when the text is neither. */
  static Optional<LocalDate> parseDay(String text, Instant now) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return parse(text, now).map(moment -> moment.atOffset(ZoneOffset.UTC).toLocalDate());
    }
  }

  /** The seconds of a duration such as {@code PT4H30M}; empty when the text is none. */
  static Optional<Long> seconds(String text) {
    try {
      return Optional.of(Duration.parse(text).toSeconds()).filter(seconds -> seconds >= 0);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
