package io.bearings.coach;

import java.util.List;
import java.util.Locale;

/** The languages for which there are word lists. */
public enum Language {
  EN,
  ES,
  FR,
  DE;

  private static final int LONG = 10;

  private static final List<WordList> TELLING =
      List.of(
          WordList.STOP,
          WordList.ARTICLE,
          WordList.THING,
          WordList.PAY,
          WordList.PEOPLE,
          WordList.TASK,
          WordList.TASK_NOUN,
          WordList.BECOME,
          WordList.MAKE,
          WordList.LAUNCH,
          WordList.DO,
          WordList.MEET,
          WordList.ACTIVITY,
          WordList.OUTPUT,
          WordList.FLAT,
          WordList.MORE,
          WordList.MEASURE,
          WordList.FEELING,
          WordList.BUZZ,
          WordList.JARGON,
          WordList.PLACEHOLDER,
          WordList.CHANGE,
          WordList.NOW,
          WordList.UP,
          WordList.DOWN,
          WordList.FINISHED,
          WordList.HELD,
          WordList.KPI,
          WordList.AIM,
          WordList.KPI_BEGIN,
          WordList.KPI_END,
          WordList.KEEP,
          WordList.MONTH);

  /** The language of a reader's locale; English when there is no list for it. */
  public static Language of(Locale locale) {
    for (Language language : values()) {
      if (language.code().equals(locale.getLanguage())) {
        return language;
      }
    }
    return EN;
  }

  /**
   * The language in which a text is written, by the small words and verbs in it.
   *
   * @param otherwise what it is taken for when it does not show
   */
  public static Language written(String text, Language otherwise) {
    String read = Statement.bounded(text);
    List<Token> tokens = Tokens.of(read);
    Language best = otherwise;
    int most = hits(read, tokens, otherwise);
    int nearest = lists(tokens, otherwise);
    for (Language language : values()) {
      int hits = hits(read, tokens, language);
      int lists = lists(tokens, language);
      if (hits > most || hits == most && lists > nearest) {
        best = language;
        most = hits;
        nearest = lists;
      }
    }
    return best;
  }

  private static int hits(String text, List<Token> tokens, Language language) {
    Words words = Words.of(language);
    int hits = words.tellingLetter(text) ? 2 : 0;
    for (int i = 0; i < tokens.size(); i++) {
      hits += tells(words, tokens, i) ? 2 : 0;
    }
    // A wish begins in its own language; what follows may be borrowed.
    return hits + (!tokens.isEmpty() && tells(words, tokens, 0) ? 1 : 0);
  }

  private static boolean tells(Words words, List<Token> tokens, int index) {
    Token token = tokens.get(index);
    return !token.isMark()
        && (words.number(token.norm()).isPresent()
            || token.norm().length() >= LONG && words.namesMeasure(token.norm())
            || TELLING.stream().anyMatch(list -> words.list(list).lengthAt(tokens, index) > 0));
  }

  /** How often a list knows a word: what decides where two languages know as many words. */
  private static int lists(List<Token> tokens, Language language) {
    Words words = Words.of(language);
    int lists = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int index = i;
      lists += TELLING.stream().mapToInt(list -> words.list(list).wholeAt(tokens, index)).sum();
    }
    return lists + (wishes(words, tokens) ? 1 : 0);
  }

  /** Whether the text ends as wishes do where the verb comes last. */
  private static boolean wishes(Words words, List<Token> tokens) {
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    return last != null
        && words.verbLast()
        && last.isWord()
        && Character.isLowerCase(last.text().charAt(0))
        && words.infinitive(last.norm());
  }

  /** The two letters of ISO 639-1. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
