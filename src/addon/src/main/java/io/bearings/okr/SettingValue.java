package io.bearings.okr;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a setting of the site says. */
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

  /** One thing by its name. */
  static SettingValue name(String name) {
    return new Name(Optional.of(name));
  }

  /** A number as it is written in code. */
  static SettingValue amount(String number) {
    return new Amount(new BigDecimal(number));
  }
}
