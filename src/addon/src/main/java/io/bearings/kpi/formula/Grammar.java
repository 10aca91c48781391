package io.bearings.kpi.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.List;
import java.util.Map;

/**
 * The two services of the library that are used: cutting a text into pieces, and making a tree of
 * them by how strongly each sign binds. Its own functions, constants and variables are left out.
 */
final class Grammar {
  /** Any name may be called; which are known is told later, together with what else is wrong. */
  private static final FunctionDictionaryIfc ANY_NAME =
      new FunctionDictionaryIfc() {
        @Override
        public void addFunction(String name, FunctionIfc function) {
          throw new UnsupportedOperationException("Every name is taken");
        }

        @Override
        public FunctionIfc getFunction(String name) {
          return Called.ANY;
        }
      };

  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .operatorDictionary(Sign.DICTIONARY)
          .functionDictionary(ANY_NAME)
          .defaultConstants(Map.of())
          .arraysAllowed(false)
          .structuresAllowed(false)
          .implicitMultiplicationAllowed(false)
          .singleQuoteStringLiteralsAllowed(true)
          .build();

  private Grammar() {}

  /**
   * The pieces of a text from left to right.
   *
   * @throws ParseException where there is something that can be no piece, or two pieces of which
   *     the library knows that they cannot follow each other
   */
  static List<Token> pieces(String text) throws ParseException {
    return new Tokenizer(text, CONFIGURATION).parse();
  }

  /**
   * The tree of pieces.
   *
   * @param pieces in an order that {@link Order} found to be right
   * @throws ParseException where the order is not right after all
   */
  static ASTNode tree(String text, List<Token> pieces) throws ParseException {
    return new ShuntingYardConverter(text, pieces, CONFIGURATION).toAbstractSyntaxTree();
  }

  /** A function with any number of arguments that is never carried out. */
  private enum Called implements FunctionIfc {
    ANY;

    private static final List<FunctionParameterDefinition> ARGUMENTS =
        List.of(FunctionParameterDefinition.builder().name("argument").isVarArg(true).build());

    @Override
    public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
      return ARGUMENTS;
    }

    @Override
    public boolean hasVarArgs() {
      return true;
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... parameterValues) {
      throw new UnsupportedOperationException("The library does not reckon");
    }

    @Override
    public EvaluationValue evaluate(
        Expression expression, Token functionToken, EvaluationValue... parameterValues) {
      throw new UnsupportedOperationException("The library does not reckon");
    }
  }
}
