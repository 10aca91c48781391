package io.bearings.kpi.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.util.Arrays;
import java.util.List;

/**
 * The signs of the language as the library wants to know them: how strongly each binds. The library
 * only reads; it is never asked to reckon.
 */
enum Sign implements OperatorIfc {
  PLUS(OperatorType.INFIX_OPERATOR, OPERATOR_PRECEDENCE_ADDITIVE, "+"),
  MINUS(OperatorType.INFIX_OPERATOR, OPERATOR_PRECEDENCE_ADDITIVE, "-", "\u2212"),
  TIMES(OperatorType.INFIX_OPERATOR, OPERATOR_PRECEDENCE_MULTIPLICATIVE, "*", "\u00d7", "\u00b7"),
  PER(OperatorType.INFIX_OPERATOR, OPERATOR_PRECEDENCE_MULTIPLICATIVE, "/", "\u00f7"),
  /** Binds less than a power: -2^2 is -4. */
  NEGATIVE(OperatorType.PREFIX_OPERATOR, OPERATOR_PRECEDENCE_MULTIPLICATIVE + 5, "-", "\u2212"),
  POSITIVE(OperatorType.PREFIX_OPERATOR, OPERATOR_PRECEDENCE_MULTIPLICATIVE + 5, "+"),
  POWER(OperatorType.INFIX_OPERATOR, OPERATOR_PRECEDENCE_POWER, "^"),
  PERCENT(OperatorType.POSTFIX_OPERATOR, OPERATOR_PRECEDENCE_UNARY, "%");

  /** Finds them by how they are written. */
  static final OperatorDictionaryIfc DICTIONARY =
      new OperatorDictionaryIfc() {
        @Override
        public void addOperator(String written, OperatorIfc operator) {
          throw new UnsupportedOperationException("The signs are fixed");
        }

        @Override
        public OperatorIfc getPrefixOperator(String written) {
          return find(OperatorType.PREFIX_OPERATOR, written);
        }

        @Override
        public OperatorIfc getPostfixOperator(String written) {
          return find(OperatorType.POSTFIX_OPERATOR, written);
        }

        @Override
        public OperatorIfc getInfixOperator(String written) {
          return find(OperatorType.INFIX_OPERATOR, written);
        }
      };

  private final OperatorType type;
  private final int precedence;
  private final List<String> written;

  Sign(OperatorType type, int precedence, String... written) {
    this.type = type;
    this.precedence = precedence;
    this.written = List.of(written);
  }

  /** The library's contract: null where there is none. */
  private static Sign find(OperatorType type, String written) {
    return Arrays.stream(values())
        .filter(sign -> sign.type == type && sign.written.contains(written))
        .findFirst()
        .orElse(null);
  }

  /** Whether a character is a sign of any kind. */
  static boolean isSign(char character) {
    String written = String.valueOf(character);
    return Arrays.stream(values()).anyMatch(sign -> sign.written.contains(written));
  }

  @Override
  public int getPrecedence() {
    return precedence;
  }

  @Override
  public int getPrecedence(ExpressionConfiguration configuration) {
    return precedence;
  }

  @Override
  public boolean isLeftAssociative() {
    return type != OperatorType.PREFIX_OPERATOR;
  }

  @Override
  public boolean isPrefix() {
    return type == OperatorType.PREFIX_OPERATOR;
  }

  @Override
  public boolean isPostfix() {
    return type == OperatorType.POSTFIX_OPERATOR;
  }

  @Override
  public boolean isInfix() {
    return type == OperatorType.INFIX_OPERATOR;
  }

  @Override
  public boolean isOperandLazy() {
    return true;
  }

  @Override
  public EvaluationValue evaluate(
      Expression expression, Token operatorToken, EvaluationValue... operands) {
    throw new UnsupportedOperationException("The library does not reckon");
  }
}
