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

  /** Whether two key results move the same measure, one up and the other down. */
  static boolean opposite(KeyResultText one, KeyResultText other, Language language) {
    Statement first = Coach.statement(one, language);
    Statement second = Coach.statement(other, language);
    List<String> measure = of(first);
    Optional<Integer> direction = direction(one, first);
    return !measure.isEmpty()
        && direction.isPresent()
        && measure.equals(of(second))
        && direction(other, second).filter(way -> way == -direction.get()).isPresent();
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
