package io.bearings.coach;

import java.util.Optional;
import java.util.stream.IntStream;

/** Reads what somebody promises as a wish: "By summer we run eight courses" as "run eight". */
final class Promise {
  private static final int LONGEST_INTRODUCTION = 14;
  private static final int SHORT_INTRODUCTION = 7;

  private Promise() {}

  /** The wish; absent where the text does not say that one's own people do it. */
  static Optional<Statement> wish(Statement statement) {
    int begin = afterComma(statement);
    if (begin > statement.first()) {
      return at(statement, begin).or(() -> Optional.of(statement.reworded(statement.from(begin))));
    }
    int last =
        statement.lengthAt(WordList.INTRODUCTION, begin) > 0 ? begin + SHORT_INTRODUCTION : begin;
    return IntStream.rangeClosed(begin, Math.min(last, statement.endOfClause(begin) - 1))
        .mapToObj(index -> at(statement, index))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Where a statement begins behind "While the shops merge,"; else where it begins. */
  static int afterComma(Statement statement) {
    int first = statement.first();
    int end = statement.endOfClause(first);
    boolean introduced =
        statement.lengthAt(WordList.INTRODUCTION, first) > 0
            && end - first <= LONGEST_INTRODUCTION
            && end + 1 < statement.tokens().size()
            && statement.tokens().get(end).norm().equals(",");
    return introduced ? end + 1 : first;
  }

  private static Optional<Statement> at(Statement statement, int begin) {
    return statement.words().verbLast() ? inverted(statement, begin) : plain(statement, begin);
  }

  /** "We run eight", "el equipo cierra 200", "visitamos 20". */
  private static Optional<Statement> plain(Statement statement, int begin) {
    int verb = begin + statement.lengthAt(WordList.WE, begin);
    if (statement.lengthAt(WordList.OURS, begin) > 0) {
      return Optional.of(statement.reworded(statement.from(begin)));
    }
    if (verb + 1 >= statement.tokens().size()) {
      return Optional.empty();
    }
    String word = statement.tokens().get(verb).norm();
    String infinitive = statement.words().infinitiveOfOurs(word).orElse(word);
    boolean ours = verb > begin || begin > 0 && isWe(statement, begin - 1);
    int object = verb + 1 + statement.lengthAt(WordList.TOWARDS, verb + 1);
    boolean shown =
        !infinitive.equals(word)
            && object < statement.tokens().size()
            && statement.tokens().get(object).isNumber();
    if (infinitive.equals(word)) {
      return Optional.of(statement.reworded(statement.from(begin))).filter(wish -> ours);
    }
    return ours || shown
        ? Optional.of(statement.reworded(infinitive + " " + statement.from(verb + 1)))
        : Optional.empty();
  }

  /** "Führen wir acht Schulungen durch", "schließt das Team 200 Tickets ab". */
  private static Optional<Statement> inverted(Statement statement, int verb) {
    String word = statement.tokens().get(verb).text();
    int we = statement.lengthAt(WordList.WE, verb + 1);
    int ours = statement.lengthAt(WordList.OURS, verb + 1);
    if (we > 0 || verb > 0 && isWe(statement, verb - 1)) {
      return behind(statement, word, verb + 1 + we);
    }
    if (ours == 0) {
      return Optional.empty();
    }
    int rest = verb + 1 + ours;
    String subject = statement.from(verb + 1);
    String object = statement.from(rest);
    return Optional.of(
        statement.reworded(
            subject.substring(0, subject.length() - object.length()) + word + " " + object));
  }

  /** "Acht Schulungen durchführen". */
  private static Optional<Statement> behind(Statement statement, String verb, int object) {
    int end = statement.endOfClause(object);
    if (end <= object + 1) {
      return Optional.empty();
    }
    boolean parted = statement.lengthAt(WordList.SEPARABLE, end - 1) > 0;
    int last = parted ? end - 2 : end - 1;
    String part = parted ? statement.tokens().get(end - 1).text() : "";
    int from = statement.tokens().get(object).start();
    int to = statement.tokens().get(last).end();
    return Optional.of(
        statement.reworded(statement.text().substring(from, to) + " " + part + verb));
  }

  private static boolean isWe(Statement statement, int index) {
    return statement.lengthAt(WordList.WE, index) == 1;
  }
}
