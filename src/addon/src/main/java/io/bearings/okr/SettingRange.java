package io.bearings.okr;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a setting of the site or of a unit can say. Whether Jira has what a value names is asked
 * elsewhere.
 */
public sealed interface SettingRange {

  /** What is wrong with a value; absent when nothing is. */
  Optional<Message> problem(SettingValue value);

  /** One of the custom fields of Jira that hold a number, or none. */
  record Field() implements SettingRange {
    @Override
    public Optional<Message> problem(SettingValue value) {
      return value instanceof SettingValue.Name ? Optional.empty() : wrong("bearings.error.noText");
    }
  }

  /** Any of the resolutions of Jira. */
  record Resolutions() implements SettingRange {
    @Override
    public Optional<Message> problem(SettingValue value) {
      return value instanceof SettingValue.Names
          ? Optional.empty()
          : wrong("bearings.error.noTexts");
    }
  }

  /** A day of the week by its English name in capitals. */
  record Weekday() implements SettingRange {
    @Override
    public Optional<Message> problem(SettingValue value) {
      return value instanceof SettingValue.Name day
              && Arrays.stream(DayOfWeek.values()).anyMatch(it -> it.name().equals(day.text()))
          ? Optional.empty()
          : wrong("bearings.settings.weekStart.none");
    }
  }

  /** Days as ISO text, such as 2026-12-25. */
  record Days(int most) implements SettingRange {
    private static final int LENGTH = "2026-11-22".length();

    @Override
    public Optional<Message> problem(SettingValue value) {
      if (!(value instanceof SettingValue.Names days)) {
        return wrong("bearings.error.noTexts");
      }
      Optional<String> none = days.names().stream().filter(text -> day(text).isEmpty()).findFirst();
      if (none.isPresent()) {
        return Optional.of(Message.of("bearings.error.holiday", none.get()));
      }
      return days.names().size() > most
          ? Optional.of(Message.of("bearings.error.tooMany", most))
          : Optional.empty();
    }

    /** The day that a text names; absent when it names none. */
    public static Optional<LocalDate> day(String text) {
      try {
        return text.length() == LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }

  /** Names or addresses of hosts in lower case, without a port. */
  record Hosts(int most) implements SettingRange {
    private static final int LENGTH = 253;
    private static final Pattern HOST =
        Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:]+");

    @Override
    public Optional<Message> problem(SettingValue value) {
      if (!(value instanceof SettingValue.Names hosts)) {
        return wrong("bearings.error.noTexts");
      }
      Optional<String> none =
          hosts.names().stream()
              .filter(host -> host.length() > LENGTH || !HOST.matcher(host).matches())
              .findFirst();
      if (none.isPresent()) {
        return Optional.of(Message.of("bearings.error.allowedHost", none.get()));
      }
      int size = hosts.names().size();
      return size > most
          ? Optional.of(Message.of("bearings.error.allowedHosts.many", most, size))
          : Optional.empty();
    }
  }

  /**
   * A number.
   *
   * @param least what it is at least
   * @param most what it is at most
   * @param decimals how many it has at most
   * @param outside what to say when it is under the one or over the other
   */
  record Number(BigDecimal least, BigDecimal most, int decimals, Message outside)
      implements SettingRange {
    @Override
    public Optional<Message> problem(SettingValue value) {
      if (!(value instanceof SettingValue.Amount number)) {
        return wrong("bearings.error.noNumber");
      }
      BigDecimal amount = number.amount();
      if (amount.compareTo(least) < 0 || amount.compareTo(most) > 0) {
        return Optional.of(outside);
      }
      if (amount.scale() <= decimals) {
        return Optional.empty();
      }
      return Optional.of(decimals == 0 ? outside : Message.of("bearings.error.decimals", decimals));
    }

    /** A whole number. */
    static Number whole(int least, int most) {
      return new Number(
          BigDecimal.valueOf(least),
          BigDecimal.valueOf(most),
          0,
          Message.of("bearings.error.wholeNumber", least, most));
    }
  }

  /** Yes or no. */
  record YesOrNo() implements SettingRange {
    @Override
    public Optional<Message> problem(SettingValue value) {
      return value instanceof SettingValue.Truth
          ? Optional.empty()
          : wrong("bearings.error.noFlag");
    }
  }

  /** One of some words. */
  record OneOf(List<String> words) implements SettingRange {
    public OneOf {
      words = List.copyOf(words);
    }

    /** The names of an enumeration. */
    static OneOf of(Enum<?>... constants) {
      return new OneOf(Arrays.stream(constants).map(Enum::name).toList());
    }

    @Override
    public Optional<Message> problem(SettingValue value) {
      return value instanceof SettingValue.Name name && words.contains(name.text())
          ? Optional.empty()
          : Optional.of(Message.of("bearings.error.noWord", String.join(", ", words)));
    }
  }

  /** One thing by its name, or none. */
  record Named() implements SettingRange {
    @Override
    public Optional<Message> problem(SettingValue value) {
      return value instanceof SettingValue.Name ? Optional.empty() : wrong("bearings.error.noText");
    }
  }

  /** Some things by their names, at most so many. */
  record Some(int most) implements SettingRange {
    @Override
    public Optional<Message> problem(SettingValue value) {
      if (!(value instanceof SettingValue.Names names)) {
        return wrong("bearings.error.noTexts");
      }
      return names.names().size() > most
          ? Optional.of(Message.of("bearings.error.tooMany", most))
          : Optional.empty();
    }
  }

  /** Some boards of Jira Software, at most so many. */
  record BoardList(int most) implements SettingRange {
    @Override
    public Optional<Message> problem(SettingValue value) {
      if (!(value instanceof SettingValue.Boards boards)) {
        return wrong("bearings.error.noBoards");
      }
      return boards.boards().size() > most
          ? Optional.of(Message.of("bearings.error.tooMany", most))
          : Optional.empty();
    }
  }

  /** What another range allows, or nothing at all. */
  record Perhaps(SettingRange range) implements SettingRange {
    /** That nothing is said. */
    public static final SettingValue NONE = new SettingValue.Name(Optional.empty());

    @Override
    public Optional<Message> problem(SettingValue value) {
      return value.equals(NONE) ? Optional.empty() : range.problem(value);
    }
  }

  private static Optional<Message> wrong(String key) {
    return Optional.of(Message.of(key));
  }
}
