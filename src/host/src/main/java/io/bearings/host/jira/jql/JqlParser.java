package io.bearings.host.jira.jql;

import io.bearings.host.jira.jql.JqlQuery.Condition;
import io.bearings.host.jira.jql.JqlQuery.Operand;
import io.bearings.host.jira.jql.JqlQuery.Operator;
import io.bearings.host.jira.jql.JqlTokens.Token;
import io.bearings.host.jira.jql.JqlTokens.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the part of JQL that the host knows, in upper or lower case. */
public final class JqlParser {
  private static final int DEEPEST = 100;
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "empty", "null", "order", "by");

  private final String text;
  private final List<Token> tokens;
  private int at;
  private int depth;

  private JqlParser(String text) {
    this.text = text;
    this.tokens = JqlTokens.of(text);
  }

  /**
   * Parses a query; an empty one finds every issue.
   *
   * @throws JqlSyntaxError when it is none
   */
  public static JqlQuery parse(String text) {
    return new JqlParser(text).query();
  }

  private JqlQuery query() {
    Optional<Condition> where =
        peek().type() == Type.END || peek().isWord("order") ? Optional.empty() : Optional.of(or());
    List<JqlQuery.Sort> order = order();
    Token rest = peek();
    if (rest.type() != Type.END) {
      throw rest.error("Expecting either 'OR' or 'AND' but got " + rest.shown() + ".");
    }
    return new JqlQuery(where, order, text);
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token take() {
    Token token = tokens.get(at);
    if (token.type() != Type.END) {
      at++;
    }
    return token;
  }

  private boolean takeWord(String word) {
    return takeIf(peek().isWord(word));
  }

  private boolean takeSymbol(String symbol) {
    return takeIf(peek().isSymbol(symbol));
  }

  private boolean takeIf(boolean wanted) {
    if (wanted) {
      at++;
    }
    return wanted;
  }

  private Condition or() {
    List<Condition> parts = new ArrayList<>(List.of(and()));
    while (takeWord("or") || takeSymbol("||") || takeSymbol("|")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : new JqlQuery.Or(parts);
  }

  private Condition and() {
    List<Condition> parts = new ArrayList<>(List.of(part()));
    while (takeWord("and") || takeSymbol("&&") || takeSymbol("&")) {
      parts.add(part());
    }
    return parts.size() == 1 ? parts.get(0) : new JqlQuery.And(parts);
  }

  private Condition part() {
    if (++depth > DEEPEST) {
      throw peek().error("The query is nested more than " + DEEPEST + " levels deep.");
    }
    try {
      if (takeWord("not") || takeSymbol("!")) {
        return new JqlQuery.Not(part());
      }
      if (takeSymbol("(")) {
        Condition inner = or();
        expectSymbol(")");
        return inner;
      }
      return comparison();
    } finally {
      depth--;
    }
  }

  private void expectSymbol(String symbol) {
    Token token = peek();
    if (!takeSymbol(symbol)) {
      throw token.error("Expecting '" + symbol + "' but got " + token.shown() + ".");
    }
  }

  private Condition comparison() {
    String field = field();
    Operator operator = operator();
    return new JqlQuery.Comparison(field, operator, operands(operator));
  }

  private String field() {
    Token token = take();
    boolean name =
        token.type() == Type.QUOTED
            || (token.type() == Type.WORD
                && !KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT)));
    if (!name) {
      throw token.error("Expecting a field name but got " + token.shown() + ".");
    }
    return token.text();
  }

  private Operator operator() {
    Token token = take();
    if (token.type() == Type.SYMBOL) {
      switch (token.text()) {
        case "=":
          return Operator.EQUALS;
        case "!=":
          return Operator.NOT_EQUALS;
        case "~":
          return Operator.CONTAINS;
        case "!~":
          return Operator.NOT_CONTAINS;
        case "<":
          return Operator.LESS;
        case "<=":
          return Operator.AT_MOST;
        case ">":
          return Operator.MORE;
        case ">=":
          return Operator.AT_LEAST;
        default:
          break;
      }
    }
    if (token.isWord("in")) {
      return Operator.IN;
    }
    if (token.isWord("not") && takeWord("in")) {
      return Operator.NOT_IN;
    }
    if (token.isWord("is")) {
      return takeWord("not") ? Operator.IS_NOT : Operator.IS;
    }
    throw token.error(
        "Expecting operator but got "
            + token.shown()
            + ". The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'in', 'not in',"
            + " 'is' and 'is not'.");
  }

  private List<Operand> operands(Operator operator) {
    return switch (operator) {
      case IN, NOT_IN -> list();
      case IS, IS_NOT -> List.of(empty());
      default -> List.of(operand());
    };
  }

  private List<Operand> list() {
    if (!peek().isSymbol("(")) {
      return List.of(operand());
    }
    take();
    List<Operand> operands = new ArrayList<>(List.of(operand()));
    while (takeSymbol(",")) {
      operands.add(operand());
    }
    expectSymbol(")");
    return operands;
  }

  private Operand empty() {
    Token token = peek();
    Operand operand = operand();
    if (!(operand instanceof JqlQuery.Empty)) {
      throw token.error("Expecting 'EMPTY' or 'NULL' but got " + token.shown() + ".");
    }
    return operand;
  }

  private Operand operand() {
    Token token = take();
    if (token.type() == Type.QUOTED) {
      return new JqlQuery.Value(token.text());
    }
    if (token.isWord("empty") || token.isWord("null")) {
      return new JqlQuery.Empty();
    }
    if (token.type() != Type.WORD || KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT))) {
      throw token.error("Expecting a value, list or function but got " + token.shown() + ".");
    }
    return takeSymbol("(") ? function(token) : new JqlQuery.Value(token.text());
  }

  private Operand function(Token name) {
    List<String> arguments = new ArrayList<>();
    if (!takeSymbol(")")) {
      do {
        Token argument = take();
        if (argument.type() != Type.WORD && argument.type() != Type.QUOTED) {
          throw argument.error("Expecting an argument but got " + argument.shown() + ".");
        }
        arguments.add(argument.text());
      } while (takeSymbol(","));
      expectSymbol(")");
    }
    return new JqlQuery.Function(name.text(), List.copyOf(arguments));
  }

  private List<JqlQuery.Sort> order() {
    if (!takeWord("order")) {
      return List.of();
    }
    Token by = peek();
    if (!takeWord("by")) {
      throw by.error("Expecting 'by' but got " + by.shown() + ".");
    }
    List<JqlQuery.Sort> order = new ArrayList<>();
    do {
      String field = field();
      boolean descending = takeWord("desc");
      if (!descending) {
        takeWord("asc");
      }
      order.add(new JqlQuery.Sort(field, descending));
    } while (takeSymbol(","));
    return List.copyOf(order);
  }
}
