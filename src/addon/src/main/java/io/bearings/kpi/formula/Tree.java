package io.bearings.kpi.formula;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import io.bearings.kpi.formula.Node.Applied;
import io.bearings.kpi.formula.Node.Asked;
import io.bearings.kpi.formula.Node.Constant;
import io.bearings.kpi.formula.Node.Function;
import io.bearings.kpi.formula.Node.Joined;
import io.bearings.kpi.formula.Node.Negated;
import io.bearings.kpi.formula.Node.Operator;
import io.bearings.kpi.formula.Node.Power;
import io.bearings.kpi.formula.Node.Rounded;
import io.bearings.kpi.formula.Reference.KpiValue;
import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.okr.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our tree of the library's. Every name is looked up here, and all that are unknown are told at
 * once; where there is a problem the node in its place means nothing.
 */
final class Tree {
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");
  private static final Pattern KPI = Pattern.compile("KPI-0*([1-9][0-9]{0,17})");
  private static final Pattern KEY = Pattern.compile("KPI-[0-9]+");

  private final Order order;
  private final List<Problem> problems = new ArrayList<>();
  private int references;

  Tree(Order order) {
    this.order = order;
  }

  /** What is wrong, from left to right. */
  List<Problem> problems() {
    return problems.stream()
        .sorted(Comparator.comparingInt(problem -> problem.at().offset()))
        .toList();
  }

  Node node(ASTNode given) {
    Token piece = given.getToken();
    Span at = order.span(piece);
    return switch (piece.getType()) {
      case NUMBER_LITERAL -> new Constant(number(piece.getValue(), at), at);
      case VARIABLE_OR_CONSTANT -> word(piece.getValue(), at);
      case FUNCTION -> called(given, at);
      case PREFIX_OPERATOR -> prefixed(given, at);
      case POSTFIX_OPERATOR -> percent(given, at);
      case INFIX_OPERATOR -> joined(given);
      case STRING_LITERAL -> refused(at, Message.of("bearings.formula.textAlone"), Texts.OPERAND);
      default -> throw new IllegalStateException("A piece of an unknown kind: " + piece);
    };
  }

  private BigDecimal number(String written, Span at) {
    if (!NUMBER.matcher(written).matches()) {
      refused(at, Message.of("bearings.formula.badNumber", written), Texts.NUMBER);
      return BigDecimal.ZERO;
    }
    BigDecimal value = new BigDecimal(written);
    if (value.abs().compareTo(Limits.NUMBER) > 0
        || value.precision() > Limits.DIGITS
        || value.scale() > Limits.DIGITS) {
      refused(
          at,
          Message.of("bearings.formula.numberTooLarge"),
          Message.of(
              "bearings.formula.expected.smallerNumber",
              Limits.NUMBER.toPlainString(),
              Limits.DIGITS));
      return BigDecimal.ZERO;
    }
    return value;
  }

  private Node prefixed(ASTNode given, Span at) {
    Node of = node(given.getParameters().get(0));
    return given.getToken().getOperatorDefinition() == Sign.NEGATIVE
        ? new Negated(of, order.across(at, of.at()))
        : of;
  }

  private Node percent(ASTNode given, Span at) {
    Node of = node(given.getParameters().get(0));
    BigDecimal value = of instanceof Constant constant ? constant.value() : BigDecimal.ZERO;
    return new Constant(value.movePointLeft(2), of.at().to(at));
  }

  private Node joined(ASTNode given) {
    ASTNode second = given.getParameters().get(1);
    Node left = node(given.getParameters().get(0));
    if (given.getToken().getOperatorDefinition() == Sign.POWER) {
      Span exponentAt = order.span(second.getToken());
      int exponent = Integer.parseInt(second.getToken().getValue());
      return new Power(left, exponent, order.across(left.at(), exponentAt));
    }
    Node right = node(second);
    return new Joined(operator(given.getToken()), left, right, order.across(left.at(), right.at()));
  }

  private static Operator operator(Token piece) {
    return switch ((Sign) piece.getOperatorDefinition()) {
      case PLUS -> Operator.PLUS;
      case MINUS -> Operator.MINUS;
      case TIMES -> Operator.TIMES;
      case PER -> Operator.PER;
      default -> throw new IllegalStateException("Not between two: " + piece);
    };
  }

  private Node word(String written, Span at) {
    if (KEY.matcher(written).matches()) {
      return kpi(written, at);
    }
    Optional<Signature> signature = Catalogue.find(written);
    if (signature.isPresent()) {
      Signature metric = signature.get();
      return metric.standsAlone()
          ? asked(MetricCall.of(metric.name()), at)
          : refused(
              at,
              Message.of("bearings.formula.needsBrackets", metric.name()),
              Texts.slot(metric.required().get(0)));
    }
    Optional<Input> input = Input.of(written);
    if (input.isPresent()) {
      return asked(input.get(), at);
    }
    return Names.ARITHMETIC.contains(written.toLowerCase(Locale.ROOT))
        ? refused(
            at,
            Message.of("bearings.formula.needsBrackets", written),
            Message.of("bearings.formula.expected.numbersInBrackets"))
        : unknown(written, at);
  }

  private Node kpi(String written, Span at) {
    var matcher = KPI.matcher(written);
    return matcher.matches()
        ? asked(new KpiValue(Long.parseLong(matcher.group(1))), at)
        : refused(
            at,
            Message.of("bearings.formula.noSuchKpi", written),
            Message.of("bearings.formula.expected.kpi"));
  }

  private Node called(ASTNode given, Span at) {
    String written = given.getToken().getValue();
    Span nameAt = new Span(at.offset(), written.length());
    String name = written.toLowerCase(Locale.ROOT);
    Optional<Signature> signature = Catalogue.find(name);
    if (signature.isPresent()) {
      Arguments arguments = new Arguments(signature.get(), order, at);
      Optional<List<Argument>> found = arguments.of(given.getParameters());
      problems.addAll(arguments.problems());
      return found.map(it -> asked(new MetricCall(name, it), at)).orElseGet(() -> nothing(at));
    }
    if (Names.ARITHMETIC.contains(name)) {
      return arithmetic(name, given.getParameters(), at);
    }
    if (Input.of(name).isPresent()) {
      return refused(at, Message.of("bearings.formula.noBrackets", name), Texts.OPERATOR);
    }
    return Names.INSIDE.contains(name)
        ? refused(nameAt, Texts.cannotStand(written), Texts.OPERAND)
        : unknown(written, nameAt);
  }

  private Node arithmetic(String name, List<ASTNode> given, Span at) {
    List<Node> of = new ArrayList<>();
    boolean rounds = name.equals(Names.ROUND);
    for (ASTNode argument : rounds && given.size() == 2 ? given.subList(0, 1) : given) {
      of.add(node(argument));
    }
    boolean many = name.equals("min") || name.equals("max");
    int most = many ? Integer.MAX_VALUE : rounds ? 2 : 1;
    if (given.size() < (many ? 2 : 1) || given.size() > most) {
      return refused(
          at,
          Message.of("bearings.formula.wrongCount", name, given.size()),
          Message.of("bearings.formula.expected.count." + name));
    }
    if (rounds) {
      return new Rounded(of.get(0), given.size() == 2 ? decimals(given.get(1)) : 0, at);
    }
    return new Applied(Function.valueOf(name.toUpperCase(Locale.ROOT)), of, at);
  }

  private int decimals(ASTNode given) {
    Token piece = given.getToken();
    boolean whole =
        piece.getType() == TokenType.NUMBER_LITERAL && piece.getValue().matches("[0-9]{1,2}");
    int decimals = whole ? Integer.parseInt(piece.getValue()) : -1;
    if (decimals < 0 || decimals > Limits.DECIMALS) {
      refused(
          Arguments.span(order, given),
          Message.of("bearings.formula.badDecimals"),
          Message.of("bearings.formula.expected.decimals", Limits.DECIMALS));
      return 0;
    }
    return decimals;
  }

  private Node asked(Reference reference, Span at) {
    if (++references == Limits.REFERENCES + 1) {
      refused(
          at,
          Message.of("bearings.formula.tooManyReferences", Limits.REFERENCES),
          Message.of("bearings.formula.expected.kpisForParts"));
    }
    return new Asked(reference, at);
  }

  private Node unknown(String written, Span at) {
    return refused(
        at,
        Message.of("bearings.formula.unknownName", written),
        Names.like(written)
            .map(like -> Message.of("bearings.formula.expected.didYouMean", like))
            .orElse(Texts.NAME));
  }

  private Node refused(Span at, Message what, Message expected) {
    problems.add(Problem.of(at, what, expected));
    return nothing(at);
  }

  private static Node nothing(Span at) {
    return new Constant(BigDecimal.ZERO, at);
  }
}
