package io.bearings.coach;

import io.bearings.coach.Token.Kind;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a text apart, in one pass from left to right. Words are split at apostrophes and hyphens,
 * so that "on-time" and "on time" are the same. A word with digits in it (Q3, v2.0, B2B, 24/7, 1st)
 * is a word; digits with a unit behind them (15k, 4s, 2 %) are a number.
 */
final class Tokens {
  private static final String ARROWS = "\u2192\u21d2\u27f6";
  private static final String DASHES = "-\u2013\u2014";
  private static final String APOSTROPHES = "'\u2019";
  private static final String ONE_TO_ONE = "1:1";
  private static final String SPACES = " \u00a0\u202f\u2009";
  private static final String CURRENCIES = "\u20ac$\u00a3\u00a5";

  private static final Map<String, Integer> POWERS =
      Map.of("k", 3, "m", 6, "mio", 6, "mn", 6, "bn", 9, "mrd", 9);
  private static final Set<String> UNITS =
      Set.of(
          "s", "ms", "h", "d", "w", "min", "sec", "hrs", "hr", "x", "kb", "mb", "gb", "tb", "pts",
          "pt", "pp", "eur", "usd", "gbp", "chf", "km", "kg", "t", "c", "p");

  /** Words with a full stop behind them that ends no sentence: "No. of visits". */
  private static final Set<String> SHORTENED =
      Set.of("no", "nr", "mind", "min", "max", "approx", "ca", "avg", "incl", "inkl", "ggf", "zzt");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** The parts of a text in their order. */
  static List<Token> of(String text) {
    return new Tokens(text).all();
  }

  /** A word as lists are compared: in lower case, without accents. */
  static String norm(String word) {
    String bare = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder norm = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c == '\u00df') {
        norm.append("ss");
      } else if (c == '\u0153') {
        norm.append("oe");
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        norm.append(c);
      }
    }
    return norm.toString();
  }

  /**
   * Whether a word goes on behind a hyphen here: a number before it counts nothing ("two-factor").
   */
  static boolean hyphenated(String text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == '-'
        && Character.isLetter(text.charAt(end + 1));
  }

  /** Whether a character is the sign of a currency. */
  static boolean currency(char c) {
    return CURRENCIES.indexOf(c) >= 0;
  }

  private List<Token> all() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isDigit(c)) {
        number();
      } else if (Character.isLetter(c)) {
        word();
      } else {
        other(c);
      }
    }
    return tokens;
  }

  private void word() {
    int end = endOfWord(at);
    if (pairOfLetters(end)) {
      end += 2;
    }
    // v2.0 is one word.
    while (Character.isDigit(text.charAt(end - 1)) && separates(end)) {
      end = endOfWord(end + 1);
    }
    boolean shortened =
        is(end, '.')
            && end + 1 < text.length()
            && SHORTENED.contains(norm(text.substring(at, end)));
    add(Kind.WORD, end, Optional.empty(), false);
    if (shortened) {
      at = end + 1;
    }
  }

  /** "A/B". */
  private boolean pairOfLetters(int end) {
    return end - at == 1
        && is(end, '/')
        && end + 1 < text.length()
        && Character.isLetter(text.charAt(end + 1))
        && endOfWord(end + 1) == end + 2;
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < text.length() && partOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean partOfWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** "1:1s", the talk between two, but not "1:15". */
  private boolean oneToOne(int end) {
    int after = at + ONE_TO_ONE.length();
    return end == at + 1
        && text.startsWith(ONE_TO_ONE, at)
        && (after == text.length() || !Character.isDigit(text.charAt(after)));
  }

  private void number() {
    int digits = endOfDigits();
    int end = endOfWord(digits);
    String unit = norm(text.substring(digits, end));
    if (oneToOne(end)) {
      add(Kind.WORD, endOfWord(end + 1), Optional.empty(), false);
    } else if (slashed(end)) {
      add(Kind.WORD, endOfWord(end + 1), Optional.empty(), false);
    } else if (hyphenated(text, end)) {
      add(Kind.WORD, end, Optional.empty(), false);
    } else if (unit.isEmpty() || UNITS.contains(unit) || POWERS.containsKey(unit)) {
      BigDecimal value =
          value(text.substring(at, digits)).scaleByPowerOfTen(POWERS.getOrDefault(unit, 0));
      int percent = endOfPercent(end);
      add(Kind.NUMBER, Math.max(end, percent), Optional.of(value), percent > end);
    } else {
      add(Kind.WORD, end, Optional.empty(), false);
    }
  }

  private int endOfDigits() {
    int end = at;
    while (digit(end) || separates(end) || groups(end)) {
      end++;
    }
    return end;
  }

  private boolean digit(int i) {
    return i < text.length() && Character.isDigit(text.charAt(i));
  }

  private boolean separates(int i) {
    return i < text.length()
        && (".,".indexOf(text.charAt(i)) >= 0 || APOSTROPHES.indexOf(text.charAt(i)) >= 0)
        && digit(i + 1);
  }

  /** A space between thousands: three digits follow, and no fourth. */
  private boolean groups(int i) {
    return i < text.length()
        && SPACES.indexOf(text.charAt(i)) >= 0
        && i - at <= 11
        && digit(i + 1)
        && digit(i + 2)
        && digit(i + 3)
        && !digit(i + 4);
  }

  private boolean slashed(int i) {
    return i < text.length() && text.charAt(i) == '/' && digit(i + 1);
  }

  private int endOfPercent(int from) {
    int i = from;
    while (i < text.length() && i < from + 2 && SPACES.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '%' ? i + 1 : from;
  }

  /** A number in anybody's notation; one separator before exactly three digits parts thousands. */
  private static BigDecimal value(String written) {
    StringBuilder digits = new StringBuilder();
    int decimal = decimalPoint(written);
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (Character.isDigit(c)) {
        digits.append(Character.digit(c, 10));
      } else if (i == decimal) {
        digits.append('.');
      }
    }
    return new BigDecimal(digits.toString());
  }

  private static int decimalPoint(String written) {
    int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
    if (last < 0) {
      return -1;
    }
    boolean alone = written.indexOf(written.charAt(last)) == last;
    boolean other = written.indexOf(written.charAt(last) == '.' ? ',' : '.') >= 0;
    boolean thousands = written.length() - last == 4 && last <= 3 && written.charAt(0) != '0';
    return alone && (other || !thousands) ? last : -1;
  }

  private void other(char c) {
    if (SPACES.indexOf(c) >= 0
        || Character.isWhitespace(c)
        || CURRENCIES.indexOf(c) >= 0
        || APOSTROPHES.indexOf(c) >= 0
        || c == '+' && digit(at + 1)
        || joins(c)) {
      at++;
    } else if (ARROWS.indexOf(c) >= 0) {
      mark(Token.ARROW, at + 1);
    } else if (c == '>' && behindNumber()) {
      mark(Token.ARROW, at + 1);
    } else if ((DASHES.indexOf(c) >= 0 || c == '=') && is(at + 1, '>')) {
      mark(Token.ARROW, at + 2);
    } else {
      mark(String.valueOf(c), at + 1);
    }
  }

  /** "2.1 % > 3 %", but not "NPS > 50". */
  private boolean behindNumber() {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isNumber();
  }

  /** A hyphen inside a word. */
  private boolean joins(char c) {
    return DASHES.indexOf(c) >= 0
        && at > 0
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private boolean is(int i, char c) {
    return i < text.length() && text.charAt(i) == c;
  }

  private void mark(String norm, int end) {
    tokens.add(
        new Token(Kind.MARK, text.substring(at, end), norm, at, end, Optional.empty(), false));
    at = end;
  }

  private void add(Kind kind, int end, Optional<BigDecimal> number, boolean percent) {
    String written = text.substring(at, end);
    tokens.add(new Token(kind, written, norm(written), at, end, number, percent));
    at = end;
  }
}
