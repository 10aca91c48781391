package io.bearings.kpi.formula;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import io.bearings.kpi.formula.Argument.Clock;
import io.bearings.kpi.formula.Argument.Duration;
import io.bearings.kpi.formula.Argument.Field;
import io.bearings.kpi.formula.Argument.Jql;
import io.bearings.kpi.formula.Argument.Limit;
import io.bearings.kpi.formula.Argument.Place;
import io.bearings.kpi.formula.Argument.Placed;
import io.bearings.kpi.formula.Argument.Rolling;
import io.bearings.kpi.formula.Argument.Scope;
import io.bearings.kpi.formula.Argument.Statistic;
import io.bearings.kpi.formula.Argument.Statuses;
import io.bearings.kpi.formula.Argument.TimeUnit;
import io.bearings.kpi.formula.Argument.Told;
import io.bearings.kpi.formula.Argument.Weight;
import io.bearings.okr.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the brackets of a primitive or a metric, each in its slot. */
final class Arguments {
  private static final Pattern TIME = Pattern.compile("\\s*([1-9][0-9]{0,4})\\s*([mhdwMHDW])\\s*");
  private static final Pattern BOARD = Pattern.compile("[0-9]{1,18}");

  private final Signature signature;
  private final Order order;
  private final Span whole;
  private final List<Problem> problems = new ArrayList<>();

  Arguments(Signature signature, Order order, Span whole) {
    this.signature = signature;
    this.order = order;
    this.whole = whole;
  }

  /** What is wrong; asked last. */
  List<Problem> problems() {
    return problems;
  }

  /** The arguments in the order of the slots; absent where something is wrong. */
  Optional<List<Argument>> of(List<ASTNode> given) {
    List<Slot> slots = signature.slots();
    Argument[] filled = new Argument[slots.size()];
    for (ASTNode argument : given) {
      int slot = slotFor(argument, filled);
      if (slot < 0) {
        misfit(argument, filled);
        return Optional.empty();
      }
      filled[slot] = argument(slots.get(slot), argument).orElse(null);
      if (filled[slot] == null) {
        return Optional.empty();
      }
    }
    int missing = firstMissing(filled);
    if (missing >= 0) {
      problems.add(
          Problem.of(
              new Span(whole.end() - 1, 1),
              Message.of("bearings.formula.missingArgument", signature.name()),
              Texts.slot(slots.get(missing))));
      return Optional.empty();
    }
    return Optional.of(Arrays.stream(filled).filter(it -> it != null).toList());
  }

  /** The first slot that is required and empty; -1 where there is none. */
  private int firstMissing(Argument[] filled) {
    for (int i = 0; i < signature.required().size(); i++) {
      if (filled[i] == null) {
        return i;
      }
    }
    return -1;
  }

  /** The slot that an argument fills; -1 where there is none. */
  private int slotFor(ASTNode argument, Argument[] filled) {
    List<Slot> slots = signature.slots();
    int missing = firstMissing(filled);
    if (missing >= 0) {
      return takes(slots.get(missing), argument) ? missing : -1;
    }
    for (int i = 0; i < filled.length; i++) {
      if (filled[i] == null && takes(slots.get(i), argument)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean takes(Slot slot, ASTNode argument) {
    Token piece = argument.getToken();
    String word = piece.getValue().toLowerCase(Locale.ROOT);
    return switch (piece.getType()) {
      case STRING_LITERAL ->
          slot == Slot.JQL || slot == Slot.FIELD || slot == Slot.STATUSES || slot == Slot.LIMIT;
      case VARIABLE_OR_CONSTANT ->
          slot == Slot.FIELD
              || slot.words().contains(word)
              || slot == Slot.DURATION && Catalogue.durations().contains(word);
      case FUNCTION -> slot.calls().contains(word);
      default -> false;
    };
  }

  private void misfit(ASTNode argument, Argument[] filled) {
    int missing = firstMissing(filled);
    problems.add(
        Problem.of(
            span(order, argument),
            Message.of("bearings.formula.misfit", signature.name()),
            missing >= 0
                ? Texts.slot(signature.slots().get(missing))
                : Message.of("bearings.formula.expected.optional", stillFree(filled))));
  }

  /** What else may be said, as words of the language. */
  private String stillFree(Argument[] filled) {
    List<String> free = new ArrayList<>();
    for (int i = signature.required().size(); i < filled.length; i++) {
      if (filled[i] == null) {
        Slot slot = signature.slots().get(i);
        free.addAll(slot == Slot.JQL ? List.of("\"JQL\"") : slot.words());
        slot.calls().forEach(call -> free.add(call + "(...)"));
      }
    }
    free.add(")");
    return String.join("  ", free);
  }

  private Optional<Argument> argument(Slot slot, ASTNode given) {
    String value = given.getToken().getValue();
    boolean quoted = given.getToken().getType() == TokenType.STRING_LITERAL;
    if (quoted && value.isBlank()) {
      return refused(given, "bearings.formula.blankText", Texts.slot(slot));
    }
    return switch (slot) {
      case JQL -> Optional.of(new Jql(value.strip()));
      case FIELD -> Optional.of(new Field(value.strip()));
      case STATUSES -> statuses(given, value);
      case DURATION -> Optional.of(new Duration(value.toLowerCase(Locale.ROOT)));
      case LIMIT -> limit(given, value);
      case PLACED -> Optional.of(Placed.valueOf(value.toUpperCase(Locale.ROOT)));
      case WEIGHT -> Optional.of(Weight.valueOf(value.toUpperCase(Locale.ROOT)));
      case STATISTIC -> Optional.of(Statistic.valueOf(value.toUpperCase(Locale.ROOT)));
      case CLOCK -> Optional.of(Clock.valueOf(value.toUpperCase(Locale.ROOT)));
      case TOLD -> Optional.of(Told.valueOf(value.toUpperCase(Locale.ROOT)));
      case SCOPE -> scope(given);
      case ROLLING -> rolling(given);
    };
  }

  private Optional<Argument> statuses(ASTNode given, String value) {
    List<String> names =
        Arrays.stream(value.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    return names.isEmpty()
        ? refused(given, "bearings.formula.blankText", Texts.slot(Slot.STATUSES))
        : Optional.of(new Statuses(names));
  }

  private Optional<Argument> limit(ASTNode given, String value) {
    Matcher time = TIME.matcher(value);
    return time.matches()
        ? Optional.of(new Limit(amount(time), unit(time)))
        : refused(given, "bearings.formula.badTime", Texts.slot(Slot.LIMIT));
  }

  private Optional<Argument> rolling(ASTNode given) {
    Matcher time = TIME.matcher(onlyText(given).orElse(""));
    return time.matches() && unit(time).isWholeDays()
        ? Optional.of(new Rolling(amount(time), unit(time)))
        : refused(given, "bearings.formula.badTime", Texts.slot(Slot.ROLLING));
  }

  private static int amount(Matcher time) {
    return Integer.parseInt(time.group(1));
  }

  private static TimeUnit unit(Matcher time) {
    return TimeUnit.of(time.group(2)).orElseThrow();
  }

  private Optional<Argument> scope(ASTNode given) {
    Place place = Place.valueOf(given.getToken().getValue().toUpperCase(Locale.ROOT));
    Optional<String> name =
        onlyText(given)
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .filter(it -> place != Place.BOARD || BOARD.matcher(it).matches());
    return name.isPresent()
        ? Optional.of(new Scope(place, name.get()))
        : refused(given, "bearings.formula.badScope", Texts.slot(Slot.SCOPE));
  }

  /** The one text or whole number in the brackets of a call. */
  private static Optional<String> onlyText(ASTNode call) {
    if (call.getParameters().size() != 1) {
      return Optional.empty();
    }
    Token piece = call.getParameters().get(0).getToken();
    boolean whole =
        piece.getType() == TokenType.NUMBER_LITERAL && BOARD.matcher(piece.getValue()).matches();
    return piece.getType() == TokenType.STRING_LITERAL || whole
        ? Optional.of(piece.getValue())
        : Optional.empty();
  }

  private Optional<Argument> refused(ASTNode given, String key, Message expected) {
    problems.add(Problem.of(span(order, given), Message.of(key), expected));
    return Optional.empty();
  }

  /** From the first to the last piece of a part. */
  static Span span(Order order, ASTNode given) {
    Span span = order.span(given.getToken());
    int from = span.offset();
    int to = span.end();
    for (ASTNode part : given.getParameters()) {
      Span inner = span(order, part);
      from = Math.min(from, inner.offset());
      to = Math.max(to, inner.end());
    }
    return new Span(from, to - from);
  }
}
