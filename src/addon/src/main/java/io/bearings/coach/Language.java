package io.bearings.coach;

import java.util.List;
import java.util.Locale;

/** The languages for which there are word lists. */
public enum Language {
  EN,
  ES,
  FR,
  DE;

  private static final List<WordList> TELLING =
      List.of(
          WordList.STOP,
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
          WordList.PLACEHOLDER,
          WordList.CHANGE,
          WordList.NOW,
          WordList.UP,
          WordList.DOWN,
          WordList.FINISHED,
          WordList.HELD,
          WordList.KPI,
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
    for (Language language : values()) {
      int hits = hits(read, tokens, language);
      if (hits > most) {
        best = language;
        most = hits;
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
            || TELLING.stream().anyMatch(list -> words.list(list).lengthAt(tokens, index) > 0));
  }

  /** The two letters of ISO 639-1. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
