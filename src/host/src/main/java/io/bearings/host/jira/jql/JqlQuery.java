package io.bearings.host.jira.jql;

import com.atlassian.query.Query;
import com.atlassian.query.clause.Clause;
import java.util.List;
import java.util.Optional;

/**
 * A parsed JQL query.
 *
 * @param where what issues have to fulfil; empty when every issue will do
 * @param order by what the hits are sorted, the most important first
 * @param text the query as it was written
 */
public record JqlQuery(Optional<Condition> where, List<Sort> order, String text) implements Query {

  /** A condition on issues. */
  public sealed interface Condition extends Clause {}

  /** All of them hold. */
  public record And(List<Condition> parts) implements Condition {
    @Override
    public String getName() {
      return "AND";
    }

    @Override
    public List<Clause> getClauses() {
      return List.copyOf(parts);
    }
  }

  /** At least one of them holds. */
  public record Or(List<Condition> parts) implements Condition {
    @Override
    public String getName() {
      return "OR";
    }

    @Override
    public List<Clause> getClauses() {
      return List.copyOf(parts);
    }
  }

  /** It does not hold. */
  public record Not(Condition part) implements Condition {
    @Override
    public String getName() {
      return "NOT";
    }

    @Override
    public List<Clause> getClauses() {
      return List.of(part);
    }
  }

  /** A field compared with one value, or with several for {@code in} and {@code not in}. */
  public record Comparison(String field, Operator operator, List<Operand> operands)
      implements Condition {
    @Override
    public String getName() {
      return field;
    }

    @Override
    public List<Clause> getClauses() {
      return List.of();
    }
  }

  /** How a field is compared. */
  public enum Operator {
    EQUALS("=", false),
    NOT_EQUALS("!=", true),
    CONTAINS("~", false),
    NOT_CONTAINS("!~", true),
    LESS("<", false),
    AT_MOST("<=", false),
    MORE(">", false),
    AT_LEAST(">=", false),
    IN("in", false),
    NOT_IN("not in", true),
    IS("is", false),
    IS_NOT("is not", true);

    private final String symbol;
    private final boolean negative;

    Operator(String symbol, boolean negative) {
      this.symbol = symbol;
      this.negative = negative;
    }

    /** Whether it asks for the issues that do not match. */
    public boolean negative() {
      return negative;
    }

    /** Whether it asks which of two values comes first. */
    public boolean ordering() {
      return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    @Override
    public String toString() {
      return symbol;
    }
  }

  /** What a field is compared with. */
  public sealed interface Operand {}

  /** A name, key, id or text. */
  public record Value(String text) implements Operand {}

  /** {@code EMPTY} or {@code NULL}. */
  public record Empty() implements Operand {}

  /** A function, such as {@code currentUser()}. */
  public record Function(String name, List<String> arguments) implements Operand {}

  /** A field to sort by. */
  public record Sort(String field, boolean descending) {}

  @Override
  public Clause getWhereClause() {
    return where.orElse(null);
  }

  @Override
  public String getQueryString() {
    return text;
  }
}
