package io.bearings.kpi.formula;

import java.math.BigDecimal;
import java.util.List;

/** The tree of a formula. */
public sealed interface Node {

  /** Where it stands in the text, without brackets around it. */
  Span at();

  /**
   * A number.
   *
   * @param value not negative
   */
  record Constant(BigDecimal value, Span at) implements Node {}

  /** Something that has to be asked for. */
  record Asked(Reference reference, Span at) implements Node {}

  /** A minus before something. */
  record Negated(Node of, Span at) implements Node {}

  /** Two joined by a sign. */
  record Joined(Operator operator, Node left, Node right, Span at) implements Node {}

  /**
   * Something times itself.
   *
   * @param exponent from -{@link Limits#EXPONENT} to {@link Limits#EXPONENT}
   */
  record Power(Node base, int exponent, Span at) implements Node {}

  /**
   * A function of numbers.
   *
   * @param of at least one
   */
  record Applied(Function function, List<Node> of, Span at) implements Node {
    public Applied {
      of = List.copyOf(of);
    }
  }

  /**
   * Rounded half away from 0.
   *
   * @param decimals from 0 to {@link Limits#DECIMALS}
   */
  record Rounded(Node of, int decimals, Span at) implements Node {}

  /** The signs between two. */
  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    PER("/");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
      return sign;
    }

    boolean adds() {
      return this == PLUS || this == MINUS;
    }
  }

  /** The functions of numbers, but for rounding. */
  enum Function {
    /** The smallest of at least two. */
    MIN,
    /** The largest of at least two. */
    MAX,
    /** Without its sign, of one. */
    ABS
  }
}
