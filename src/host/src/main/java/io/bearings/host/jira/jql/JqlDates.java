package io.bearings.host.jira.jql;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as JQL writes them, in the time zone of the clock: a day, a day with a minute,
 * milliseconds since 1970, a period from now such as {@code -4w 2d}, or one of the functions {@code
 * now}, {@code startOfDay}, {@code endOfDay}, {@code startOfWeek}, {@code startOfMonth} and {@code
 * startOfYear}, each but the first with a period if need be.
 */
public final class JqlDates {
  private static final List<DateTimeFormatter> DAYS =
      List.of(DateTimeFormatter.ofPattern("yyyy-M-d"), DateTimeFormatter.ofPattern("yyyy/M/d"));
  private static final List<DateTimeFormatter> MINUTES =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-M-d H:mm"),
          DateTimeFormatter.ofPattern("yyyy/M/d H:mm"));
  private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{11,15}");
  private static final Pattern PERIOD =
      Pattern.compile("([+-]?)\\s*([0-9]{1,4}[yMwdhm](?:\\s*[0-9]{1,4}[yMwdhm])*)");
  private static final Pattern PART = Pattern.compile("([0-9]{1,4})([yMwdhm])");

  private final Clock clock;

  public JqlDates(Clock clock) {
    this.clock = clock;
  }

  /** The moment that a text stands for; a day is its first moment. */
  public Optional<Instant> moment(String text) {
    if (MILLISECONDS.matcher(text).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    return written(text).or(() -> moved(now(), text)).map(ZonedDateTime::toInstant);
  }

  /** The moment that a function stands for; empty when it is none of those for dates. */
  public Optional<Instant> moment(JqlQuery.Function function) {
    if (function.arguments().size() > 1) {
      return Optional.empty();
    }
    ZonedDateTime day = now().truncatedTo(ChronoUnit.DAYS);
    Optional<ZonedDateTime> start =
        switch (function.name().toLowerCase(Locale.ROOT)) {
          case "now" -> Optional.of(now()).filter(now -> function.arguments().isEmpty());
          case "startofday" -> Optional.of(day);
          case "endofday" -> Optional.of(day.plusDays(1).minus(1, ChronoUnit.MILLIS));
          case "startofweek" ->
              Optional.of(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)));
          case "startofmonth" -> Optional.of(day.withDayOfMonth(1));
          case "startofyear" -> Optional.of(day.withDayOfYear(1));
          default -> Optional.empty();
        };
    return start
        .flatMap(
            moment ->
                function.arguments().isEmpty()
                    ? Optional.of(moment)
                    : moved(moment, function.arguments().get(0)))
        .map(ZonedDateTime::toInstant);
  }

  private ZonedDateTime now() {
    return ZonedDateTime.now(clock);
  }

  private Optional<ZonedDateTime> written(String text) {
    for (DateTimeFormatter format : MINUTES) {
      try {
        return Optional.of(LocalDateTime.parse(text, format).atZone(clock.getZone()));
      } catch (DateTimeException e) {
        continue;
      }
    }
    return day(text).map(day -> day.atStartOfDay(clock.getZone()));
  }

  private static Optional<LocalDate> day(String text) {
    for (DateTimeFormatter format : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeException e) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static Optional<ZonedDateTime> moved(ZonedDateTime from, String period) {
    Matcher whole = PERIOD.matcher(period.trim());
    if (!whole.matches()) {
      return Optional.empty();
    }
    int sign = whole.group(1).equals("-") ? -1 : 1;
    ZonedDateTime moved = from;
    Matcher part = PART.matcher(whole.group(2));
    while (part.find()) {
      int amount = sign * Integer.parseInt(part.group(1));
      moved =
          switch (part.group(2)) {
            case "y" -> moved.plusYears(amount);
            case "M" -> moved.plusMonths(amount);
            case "w" -> moved.plusWeeks(amount);
            case "d" -> moved.plus(Period.ofDays(amount));
            case "h" -> moved.plusHours(amount);
            default -> moved.plusMinutes(amount);
          };
    }
    return Optional.of(moved);
  }
}
