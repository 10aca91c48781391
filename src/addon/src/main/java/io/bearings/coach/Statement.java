package io.bearings.coach;

import io.bearings.coach.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text read with the word lists of its language. Only the first {@value #LIMIT} UTF-16 units are
 * read; nobody writes an objective that long.
 */
final class Statement {
  static final int LIMIT = 2_000;

  private static final Set<String> CLAUSE_MARKS = Set.of(",", ";", ":", ".", "(", ")");

  private final String text;
  private final Words words;
  private final List<Token> tokens;
  private final int first;

  private Statement(String text, Words words) {
    this.text = text;
    this.words = words;
    this.tokens = withNumbers(text, Tokens.of(text), words);
    this.first = afterLead();
  }

  static Statement of(String text, Language language) {
    return new Statement(bounded(text), Words.of(language));
  }

  /** The part of a text that is read. */
  static String bounded(String text) {
    return text.length() > LIMIT ? text.substring(0, LIMIT) : text;
  }

  /** Another text in the same language. */
  Statement reworded(String other) {
    return new Statement(other, words);
  }

  /** A verb or the like that was found. */
  record Match(int index, int length) {
    int end() {
      return index + length;
    }
  }

  private static List<Token> withNumbers(String text, List<Token> raw, Words words) {
    List<Token> read = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      Token token = raw.get(i);
      Token last = read.isEmpty() ? null : read.get(read.size() - 1);
      Optional<BigDecimal> large = words.largeNumber(token.norm());
      if (last != null && last.isNumber() && large.isPresent()) {
        read.set(read.size() - 1, joined(last, token, large.get()));
      } else if (last != null && last.isNumber() && isPercent(words, raw, i)) {
        read.set(read.size() - 1, percent(last));
        read.add(token);
      } else {
        read.add(number(text, words, raw, i).map(token::asNumber).orElse(token));
      }
    }
    return read;
  }

  private static boolean isPercent(Words words, List<Token> raw, int index) {
    return words.list(WordList.PERCENT).lengthAt(raw, index) > 0;
  }

  private static Token percent(Token number) {
    return new Token(
        Kind.NUMBER,
        number.text(),
        number.norm(),
        number.start(),
        number.end(),
        number.number(),
        true);
  }

  private static Token joined(Token number, Token large, BigDecimal factor) {
    return new Token(
        Kind.NUMBER,
        number.text() + " " + large.text(),
        number.norm() + " " + large.norm(),
        number.start(),
        large.end(),
        number.number().map(factor::multiply),
        number.percent());
  }

  private static Optional<BigDecimal> number(String text, Words words, List<Token> raw, int index) {
    Token token = raw.get(index);
    if (!token.isWord() || Tokens.hyphenated(text, token.end())) {
      return Optional.empty();
    }
    if (index + 1 < raw.size() && words.list(WordList.TIMES).lengthAt(raw, index + 1) > 0) {
      Optional<BigDecimal> times = words.timesNumber(token.norm());
      if (times.isPresent()) {
        return times;
      }
    }
    if (numberExpected(words, raw, index)) {
      Optional<BigDecimal> weak = words.weakNumber(token.norm());
      if (weak.isPresent()) {
        return weak;
      }
    }
    return words.number(token.norm());
  }

  /** "from one …", "to one" at the end, "one in ten". */
  private static boolean numberExpected(Words words, List<Token> raw, int index) {
    boolean last = index + 1 == raw.size() || raw.get(index + 1).isMark();
    boolean before =
        index > 0
            && (words.list(WordList.FROM).lengthAt(raw, index - 1) > 0
                || last && words.list(WordList.TO).lengthAt(raw, index - 1) > 0);
    boolean ratio =
        index + 2 < raw.size()
            && words.list(WordList.RATIO).lengthAt(raw, index + 1) == 1
            && (raw.get(index + 2).isNumber()
                || words.number(raw.get(index + 2).norm()).isPresent());
    return before || ratio;
  }

  private int afterLead() {
    int index = 0;
    while (index < tokens.size()) {
      int length =
          tokens.get(index).isMark() ? 1 : words.list(WordList.LEAD).lengthAt(tokens, index);
      if (length == 0) {
        return index;
      }
      index += length;
    }
    return 0;
  }

  String text() {
    return text;
  }

  Words words() {
    return words;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** The index of the first token that says something. */
  int first() {
    return first;
  }

  /** How many words and numbers there are. */
  int size() {
    return (int) tokens.stream().filter(token -> !token.isMark()).count();
  }

  /** How many tokens from this one on are in a list; 0 when none is, or beyond the end. */
  int lengthAt(WordList list, int index) {
    return index < tokens.size() ? words.list(list).lengthAt(tokens, index) : 0;
  }

  /** The first phrase of a list. */
  Optional<Match> find(WordList list) {
    return find(list, first);
  }

  /** The first phrase of a list from a token on. */
  Optional<Match> find(WordList list, int from) {
    for (int i = from; i < tokens.size(); i++) {
      int length = lengthAt(list, i);
      if (length > 0) {
        return Optional.of(new Match(i, length));
      }
    }
    return Optional.empty();
  }

  boolean has(WordList list) {
    return find(list).isPresent();
  }

  /** How many phrases of a list there are; a phrase in a phrase counts once. */
  int count(WordList list) {
    int count = 0;
    int index = 0;
    while (index < tokens.size()) {
      int length = lengthAt(list, index);
      count += length > 0 ? 1 : 0;
      index += Math.max(1, length);
    }
    return count;
  }

  /**
   * The verb of a wish, if it is in the list: at the start or, in languages that do so, at the end
   * of the first clause.
   */
  Optional<Match> verb(WordList list) {
    int length = lengthAt(list, first);
    if (length > 0) {
      return Optional.of(new Match(first, length));
    }
    return words.verbLast() ? lastVerb(list) : Optional.empty();
  }

  private Optional<Match> lastVerb(WordList list) {
    int end = endOfClause(first);
    for (int index = Math.max(first, end - 2); index < end; index++) {
      if (lengthAt(list, index) == end - index) {
        return Optional.of(new Match(index, end - index));
      }
    }
    return Optional.empty();
  }

  /**
   * The verb of a wish that might also be a noun: "Review all contracts" has one, "Review time
   * falls" has none.
   */
  Optional<Match> deed(WordList list) {
    return verb(list).filter(verb -> lengthAt(WordList.VERB_MODIFIER, verb.end()) == 0);
  }

  /** The token after the last one of the clause in which a token stands. */
  int endOfClause(int from) {
    int end = from;
    while (end < tokens.size() && !endsClause(tokens.get(end))) {
      end++;
    }
    return end;
  }

  static boolean endsClause(Token token) {
    return token.isMark() && CLAUSE_MARKS.contains(token.norm());
  }

  /** Whether it says what will be different, or for whom: "so that …", "the one that …". */
  boolean saysResult() {
    return has(WordList.RESULT)
        || words.verbLast() && tokens.stream().anyMatch(token -> token.norm().equals(","));
  }

  /** The place of some tokens in the text. */
  Span span(Match match) {
    return new Span(tokens.get(match.index()).start(), tokens.get(match.end() - 1).end());
  }

  /** The place of one token in the text. */
  Span span(int index) {
    return new Span(tokens.get(index).start(), tokens.get(index).end());
  }

  /** The text from a token on. */
  String from(int index) {
    return index < tokens.size() ? text.substring(tokens.get(index).start()).strip() : "";
  }
}
