package io.bearings.coach;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a key result measures, by the words that are left without its numbers and its verbs. */
final class Measure {
  private static final List<WordList> NO_MEASURE =
      List.of(
          WordList.STOP,
          WordList.ARTICLE,
          WordList.FROM,
          WordList.FROM_PAIR,
          WordList.TO,
          WordList.BY,
          WordList.NOW,
          WordList.UP,
          WordList.DOWN,
          WordList.CHANGE,
          WordList.MORE,
          WordList.TIMES,
          WordList.MONTH);

  private static final Set<String> UNITS =
      Set.of(
          "day",
          "days",
          "week",
          "weeks",
          "month",
          "months",
          "hour",
          "hours",
          "minute",
          "minutes",
          "second",
          "seconds",
          "year",
          "years",
          "dia",
          "dias",
          "semana",
          "semanas",
          "mes",
          "meses",
          "hora",
          "horas",
          "jour",
          "jours",
          "semaine",
          "semaines",
          "mois",
          "heure",
          "heures",
          "tag",
          "tage",
          "tagen",
          "woche",
          "wochen",
          "monat",
          "monate",
          "monaten",
          "stunde",
          "stunden",
          "punkte",
          "points");

  private Measure() {}

  /** The words of a text in their order, as they are compared. */
  static List<String> words(String text) {
    return Tokens.of(text).stream().filter(Token::isWord).map(Token::norm).toList();
  }

  /**
   * What a key result moves, and which way.
   *
   * @param words of the measure, never empty
   * @param direction 1 for up, -1 for down
   */
  record Movement(List<String> words, int direction) {

    /** The same measure the other way. */
    Movement opposite() {
      return new Movement(words, -direction);
    }
  }

  /** What a key result moves; absent when it does not say so. */
  static Optional<Movement> movement(KeyResultText keyResult, Language language) {
    Statement statement = Coach.statement(keyResult, language);
    return direction(keyResult, statement)
        .map(way -> new Movement(of(statement), way))
        .filter(movement -> !movement.words().isEmpty());
  }

  private static Optional<Integer> direction(KeyResultText keyResult, Statement statement) {
    return KeyResultCheck.movement(keyResult, statement)
        .map(Figures.Change::amount)
        .map(BigDecimal::signum)
        .filter(way -> way != 0);
  }

  private static List<String> of(Statement statement) {
    return IntStream.range(0, statement.tokens().size())
        .filter(index -> belongs(statement, index))
        .mapToObj(index -> statement.tokens().get(index).norm())
        .toList();
  }

  private static boolean belongs(Statement statement, int index) {
    Token token = statement.tokens().get(index);
    return token.isWord()
        && !UNITS.contains(token.norm())
        && NO_MEASURE.stream().noneMatch(list -> statement.lengthAt(list, index) > 0);
  }
}
