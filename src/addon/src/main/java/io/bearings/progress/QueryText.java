package io.bearings.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the plain part of JQL: conditions on one field each, joined by AND, OR and NOT. Whatever is
 * more than that, such as a question about the past, is not understood.
 */
final class QueryText {
  private static final int DEEPEST = 100;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:\"([^\"\\\\]*)\"|'([^'\\\\]*)'|(!=|!~|<=|>=|&&|\\|\\||[()=~<>!,&|])"
              + "|([\\p{L}\\p{N}_.\\-+\\[\\]:/@#]+))");
  private static final Set<String> COMPARING = Set.of("=", "!=", "~", "!~", "<", "<=", ">", ">=");
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "was", "changed", "order", "by", "empty", "null");

  private final List<Token> tokens;
  private int at;
  private int depth;

  private QueryText(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** A query, or a part of it. */
  sealed interface Part {}

  /** All parts hold. */
  record All(List<Part> parts) implements Part {}

  /** At least one part holds. */
  record Any(List<Part> parts) implements Part {}

  /** The part does not hold. */
  record Not(Part part) implements Part {}

  /**
   * A condition on one field.
   *
   * @param field in small letters
   * @param operator in small letters: one of {@link #COMPARING}, {@code in}, {@code not in}, {@code
   *     is} or {@code is not}
   */
  record Comparison(String field, String operator, List<Operand> operands) implements Part {}

  /**
   * What a field is compared with.
   *
   * @param text a value or the name of a function, in small letters
   */
  record Operand(String text, boolean isFunction) {}

  /** A piece of a query: quoted text, a symbol, or a word. */
  private record Token(String text, boolean isQuoted, boolean isSymbol) {
    boolean is(String wanted) {
      return !isQuoted && text.equals(wanted);
    }

    boolean isKeyword() {
      return !isQuoted && KEYWORDS.contains(text);
    }
  }

  /** Something that is more than is understood here. */
  private static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** What a query says; absent where it is not understood. Its order says nothing. */
  static Optional<Part> read(String jql) {
    try {
      QueryText text = new QueryText(tokens(jql.strip().toLowerCase(Locale.ROOT)));
      Part part = text.isOrder() || text.at == text.tokens.size() ? new All(List.of()) : text.any();
      return text.isOrder() || text.at == text.tokens.size() ? Optional.of(part) : Optional.empty();
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  private static List<Token> tokens(String jql) throws NotUnderstood {
    List<Token> tokens = new ArrayList<>();
    Matcher next = TOKEN.matcher(jql);
    int from = 0;
    while (from < jql.length()) {
      next.region(from, jql.length());
      if (!next.lookingAt()) {
        throw new NotUnderstood();
      }
      String quoted = next.group(1) == null ? next.group(2) : next.group(1);
      if (quoted != null) {
        tokens.add(new Token(quoted, true, false));
      } else if (next.group(3) != null) {
        tokens.add(new Token(next.group(3), false, true));
      } else {
        tokens.add(new Token(next.group(4), false, false));
      }
      from = next.end();
    }
    return tokens;
  }

  private boolean isOrder() {
    return at + 1 < tokens.size() && tokens.get(at).is("order") && tokens.get(at + 1).is("by");
  }

  private boolean take(String... wanted) {
    if (at < tokens.size()) {
      for (String each : wanted) {
        if (tokens.get(at).is(each)) {
          at++;
          return true;
        }
      }
    }
    return false;
  }

  private Token next() throws NotUnderstood {
    if (at == tokens.size()) {
      throw new NotUnderstood();
    }
    return tokens.get(at++);
  }

  private void expect(String wanted) throws NotUnderstood {
    if (!take(wanted)) {
      throw new NotUnderstood();
    }
  }

  private Part any() throws NotUnderstood {
    List<Part> parts = new ArrayList<>(List.of(all()));
    while (take("or", "||", "|")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Any(parts);
  }

  private Part all() throws NotUnderstood {
    List<Part> parts = new ArrayList<>(List.of(part()));
    while (take("and", "&&", "&")) {
      parts.add(part());
    }
    return parts.size() == 1 ? parts.get(0) : new All(parts);
  }

  private Part part() throws NotUnderstood {
    if (++depth > DEEPEST) {
      throw new NotUnderstood();
    }
    Part part;
    if (take("not", "!")) {
      part = new Not(part());
    } else if (take("(")) {
      part = any();
      expect(")");
    } else {
      part = comparison();
    }
    depth--;
    return part;
  }

  private Part comparison() throws NotUnderstood {
    String field = name();
    Token token = next();
    if (token.isSymbol() && COMPARING.contains(token.text())) {
      return new Comparison(field, token.text(), List.of(operand()));
    }
    if (token.is("in")) {
      return new Comparison(field, "in", list());
    }
    if (token.is("not") && take("in")) {
      return new Comparison(field, "not in", list());
    }
    if (token.is("is")) {
      return new Comparison(field, take("not") ? "is not" : "is", List.of(operand()));
    }
    throw new NotUnderstood();
  }

  private String name() throws NotUnderstood {
    Token token = next();
    if (token.isSymbol() || token.isKeyword()) {
      throw new NotUnderstood();
    }
    return token.text();
  }

  private List<Operand> list() throws NotUnderstood {
    if (!take("(")) {
      return List.of(operand());
    }
    List<Operand> operands = new ArrayList<>(List.of(operand()));
    while (take(",")) {
      operands.add(operand());
    }
    expect(")");
    return operands;
  }

  private Operand operand() throws NotUnderstood {
    if (take("empty", "null")) {
      return new Operand("empty", false);
    }
    String text = name();
    if (!take("(")) {
      return new Operand(text, false);
    }
    if (!take(")")) {
      do {
        name();
      } while (take(","));
      expect(")");
    }
    return new Operand(text, true);
  }
}
