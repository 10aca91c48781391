package io.bearings.okr;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a setting of the site or of a unit says. */
public sealed interface SettingValue {

  /** The value in one line that is the same in every language; empty for none. */
  String text();

  /**
   * One thing by its name.
   *
   * @param name absent: none
   */
  record Name(Optional<String> name) implements SettingValue {
    @Override
    public String text() {
      return name.orElse("");
    }
  }

  /**
   * Some things by their names.
   *
   * @param names each once, in the order of the alphabet
   */
  record Names(List<String> names) implements SettingValue {
    public Names {
      names = List.copyOf(new TreeSet<>(names));
    }

    @Override
    public String text() {
      return String.join(", ", names);
    }
  }

  /** A number; 0.90 is the same as 0.9. */
  record Amount(BigDecimal amount) implements SettingValue {
    public Amount {
      amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    @Override
    public String text() {
      return amount.toPlainString();
    }
  }

  /** Yes or no. */
  record Truth(boolean truth) implements SettingValue {
    @Override
    public String text() {
      return String.valueOf(truth);
    }
  }

  /**
   * Some boards.
   *
   * @param boards each once, the lowest id first
   */
  record Boards(List<Board> boards) implements SettingValue {
    public Boards {
      boards =
          boards.stream()
              .distinct()
              .sorted(Comparator.comparing(Board::id).thenComparing(each -> each.name().orElse("")))
              .toList();
    }

    @Override
    public String text() {
      return boards.stream()
          .map(each -> each.id() + each.name().map(name -> " " + name).orElse(""))
          .collect(joining(", "));
    }
  }

  /**
   * A board of Jira Software.
   *
   * @param name absent: it is known by its id only
   */
  record Board(long id, Optional<String> name) {}

  /** One thing by its name. */
  static SettingValue name(String name) {
    return new Name(Optional.of(name));
  }

  /** A number as it is written in code. */
  static SettingValue amount(String number) {
    return new Amount(new BigDecimal(number));
  }
}
