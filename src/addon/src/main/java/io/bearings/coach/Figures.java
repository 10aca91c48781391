package io.bearings.coach;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that a text names, and what they are: where a measure stands, where it is to go. A
 * number in a date, in a version or behind "per" is none of them.
 *
 * @param baseline "(currently x)", "from x", "x →", "instead of x", "up from x"
 * @param target what stands behind "to", "under", "at least" and the like, or with no such word; of
 *     a change "by x %" what comes out, when the baseline is known
 * @param by "by x", when the baseline is not known
 * @param indices the tokens that are numbers of a measure
 */
record Figures(
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    Optional<Change> by,
    List<Integer> indices) {

  /** A change by a number, or by a percentage of what it was; down is negative. */
  record Change(BigDecimal amount, boolean percent) {
    BigDecimal from(BigDecimal baseline) {
      return percent
          ? baseline.add(
              baseline.multiply(amount, MathContext.DECIMAL64).movePointLeft(2),
              MathContext.DECIMAL64)
          : baseline.add(amount, MathContext.DECIMAL64);
    }
  }

  private enum Role {
    FROM,
    TO,
    BY,
    NONE
  }

  private static final int YEARS_FROM = 2015;
  private static final int YEARS_TO = 2060;

  /** Reads the numbers of a statement. */
  static Figures of(Statement statement) {
    return new Reader(statement).read();
  }

  /** Whether the text names a number of a measure. */
  boolean any() {
    return !indices.isEmpty() || by.isPresent();
  }

  private static final class Reader {
    private final Statement statement;
    private final List<Token> tokens;
    private final List<Integer> indices = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();

    Reader(Statement statement) {
      this.statement = statement;
      this.tokens = statement.tokens();
    }

    Figures read() {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).isNumber() && ofMeasure(i)) {
          indices.add(i);
        }
      }
      for (int n = 0; n < indices.size(); n++) {
        roles.add(role(n));
      }
      correctPairs();
      Optional<BigDecimal> baseline = first(Role.FROM);
      Optional<BigDecimal> target = first(Role.TO).or(() -> first(Role.NONE));
      Optional<Change> by = change();
      if (target.isEmpty() && baseline.isPresent() && by.isPresent()) {
        target = Optional.of(by.get().from(baseline.get()));
      }
      return new Figures(baseline, target, by, List.copyOf(indices));
    }

    private boolean ofMeasure(int i) {
      return !ofDate(i)
          && !(i > 0 && at(WordList.VERSION, i - 1))
          && !(i > 0 && at(WordList.PER, i - 1))
          && !secondOfRatio(i);
    }

    private boolean ofDate(int i) {
      return isYear(tokens.get(i))
          || i > 0 && at(WordList.MONTH, i - 1)
          || i + 1 < tokens.size() && at(WordList.MONTH, i + 1)
          || i + 2 < tokens.size()
              && tokens.get(i + 1).norm().equals(".")
              && at(WordList.MONTH, i + 2);
    }

    private static boolean isYear(Token token) {
      return !token.percent()
          && token.text().length() == 4
          && token.text().chars().allMatch(Character::isDigit)
          && token.number().get().intValue() >= YEARS_FROM
          && token.number().get().intValue() <= YEARS_TO;
    }

    /** The ten of "three of ten". */
    private boolean secondOfRatio(int i) {
      return i >= 2 && at(WordList.RATIO, i - 1) && indices.contains(i - 2);
    }

    private boolean at(WordList list, int i) {
      return statement.lengthAt(list, i) > 0;
    }

    private Role role(int n) {
      int index = indices.get(n);
      if (arrowAfter(n)) {
        return Role.FROM;
      }
      Role before = roleBefore(n);
      return before != Role.FROM && nowAfter(n) ? Role.FROM : before;
    }

    private int endBefore(int n) {
      return n == 0 ? 0 : indices.get(n - 1) + 1;
    }

    private int beginAfter(int n) {
      return n + 1 < indices.size() ? indices.get(n + 1) : tokens.size();
    }

    private boolean arrowAfter(int n) {
      for (int i = indices.get(n) + 1; i < beginAfter(n); i++) {
        if (tokens.get(i).isArrow()) {
          return true;
        }
      }
      return false;
    }

    /** What the nearest telling word before the number says, within the clause. */
    private Role roleBefore(int n) {
      for (int i = indices.get(n) - 1; i >= endBefore(n); i--) {
        if (boundary(i)) {
          return Role.NONE;
        }
        Role role = cue(i, indices.get(n));
        if (role != Role.NONE) {
          return role;
        }
      }
      return Role.NONE;
    }

    private Role cue(int i, int number) {
      if (tokens.get(i).isArrow()) {
        return Role.TO;
      }
      if (fits(WordList.NOW, i, number) || fits(WordList.FROM, i, number)) {
        return Role.FROM;
      }
      if (i == number - statement.lengthAt(WordList.BY, i)) {
        return Role.BY;
      }
      return fits(WordList.TO, i, number) ? Role.TO : Role.NONE;
    }

    /** Whether a phrase of the list begins here and ends before the number. */
    private boolean fits(WordList list, int i, int number) {
      int length = statement.lengthAt(list, i);
      return length > 0 && i + length <= number;
    }

    /** A colon parts nothing here: "(now: 55 %)". */
    private boolean boundary(int i) {
      Token token = tokens.get(i);
      return Statement.endsClause(token) && !token.norm().equals(":")
          || statement.lengthAt(WordList.AND, i) > 0;
    }

    private boolean nowAfter(int n) {
      for (int i = indices.get(n) + 1; i < beginAfter(n) && !boundary(i); i++) {
        if (at(WordList.NOW, i) || beforeAtTheEnd(i)) {
          return true;
        }
        if (at(WordList.TO, i) || at(WordList.FROM, i)) {
          return false;
        }
      }
      return false;
    }

    /** "20 % before, 50 % after", but not "20 % before June". */
    private boolean beforeAtTheEnd(int i) {
      return at(WordList.BEFORE, i) && (i + 1 == tokens.size() || boundary(i + 1));
    }

    /**
     * "de 5 a 2", "von 3 % auf 5 %": the first word means "from" only where the second follows, for
     * by itself it also means "of".
     */
    private void correctPairs() {
      for (int n = 0; n + 1 < roles.size(); n++) {
        int before = indices.get(n) - 1;
        if (before >= 0
            && at(WordList.FROM_PAIR, before)
            && roles.get(n) != Role.FROM
            && roles.get(n + 1) == Role.TO) {
          roles.set(n, Role.FROM);
        }
      }
    }

    private Optional<BigDecimal> first(Role role) {
      int n = roles.indexOf(role);
      return n < 0 ? Optional.empty() : tokens.get(indices.get(n)).number();
    }

    private Optional<Change> change() {
      int n = roles.indexOf(Role.BY);
      if (n < 0) {
        return Optional.empty();
      }
      Token token = tokens.get(indices.get(n));
      BigDecimal amount = token.number().get();
      boolean down = statement.has(WordList.DOWN);
      return Optional.of(new Change(down ? amount.negate() : amount, token.percent()));
    }
  }
}
