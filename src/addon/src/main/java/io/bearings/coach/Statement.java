package io.bearings.coach;

import io.bearings.coach.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text read with the word lists of its language. Only the first {@value #LIMIT} UTF-16 units are
 * read; nobody writes an objective that long.
 */
final class Statement {
  static final int LIMIT = 2_000;

  private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DATE_WITHIN = 3;
  private static final int INTRODUCTION = 14;
  private static final List<WordList> COMMANDS =
      List.of(
          WordList.CHANGE,
          WordList.FLAT,
          WordList.TASK,
          WordList.MAKE,
          WordList.GAIN,
          WordList.BECOME);
  private static final int PHRASE_WITHIN = 4;
  private static final int EXPLANATION = 3;
  private static final int LONGEST_CUE = 3;
  private static final int PACE_WITHIN = 6;
  private static final int LONGEST_VERB = 4;
  private static final int PART_WITHIN = 4;

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
      int share = shareLength(words, raw, i);
      int ones = onesAt(words, raw, i);
      if (share > 0) {
        List<Token> parts = raw.subList(i, i + share);
        read.add(spanning(parts, words.share(parts), true));
        i += share - 1;
      } else if (ones > 0) {
        List<Token> parts = raw.subList(i, ones + 1);
        BigDecimal tens = words.number(token.norm()).orElseThrow();
        read.add(
            spanning(parts, tens.add(words.number(raw.get(ones).norm()).orElseThrow()), false));
        i = ones;
      } else if (last != null && last.isNumber() && large.isPresent()) {
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

  /** A share in words, but not "by half", "in half", "the first half". */
  private static int shareLength(Words words, List<Token> raw, int index) {
    int length = words.shareLength(raw, index);
    int weak = words.weakShareLength(raw, index);
    if (weak > length
        && (index == 0 || raw.get(index - 1).isMark() || cueBefore(words, raw, index))) {
      length = weak;
    }
    if (length == 0) {
      return 0;
    }
    boolean compared = index > 0 && endsBefore(words.list(WordList.FROM), raw, index);
    boolean part =
        index > 0
            && !compared
            && (words.list(WordList.BY).lengthAt(raw, index - 1) > 0
                || words.list(WordList.PLACE).lengthAt(raw, index - 1) > 0
                || words.list(WordList.ORDINAL).lengthAt(raw, index - 1) > 0
                || words.list(WordList.PART).lengthAt(raw, index - 1) > length);
    return part ? 0 : length;
  }

  /** Where the ones of "twenty-five", "treinta y cinco" stand; 0 when none do. */
  private static int onesAt(Words words, List<Token> raw, int index) {
    if (!raw.get(index).isWord()
        || words.number(raw.get(index).norm()).filter(Statement::isTens).isEmpty()) {
      return 0;
    }
    int link = words.list(WordList.LINK).lengthAt(raw, Math.min(index + 1, raw.size() - 1));
    int ones = index + 1 + link;
    return ones < raw.size()
            && raw.get(ones).isWord()
            && words.number(raw.get(ones).norm()).filter(Statement::isOnes).isPresent()
        ? ones
        : 0;
  }

  private static boolean isTens(BigDecimal number) {
    return number.compareTo(TWENTY) >= 0
        && number.compareTo(HUNDRED) < 0
        && number.remainder(BigDecimal.TEN).signum() == 0;
  }

  private static boolean isOnes(BigDecimal number) {
    return number.signum() > 0 && number.compareTo(TWENTY) < 0;
  }

  private static Token spanning(List<Token> parts, BigDecimal value, boolean percent) {
    Token last = parts.get(parts.size() - 1);
    return new Token(
        Kind.NUMBER,
        parts.stream().map(Token::text).collect(Collectors.joining(" ")),
        parts.stream().map(Token::norm).collect(Collectors.joining(" ")),
        parts.get(0).start(),
        last.end(),
        Optional.of(value),
        percent);
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
    Optional<BigDecimal> weak = words.weakNumber(token.norm());
    boolean bounds =
        words.list(WordList.TO).lengthAt(raw, index) > 0
            || words.list(WordList.FROM).lengthAt(raw, index) > 0;
    if (weak.isPresent() && !bounds && numberExpected(words, raw, index)) {
      return weak;
    }
    return words.number(token.norm());
  }

  /** "from one …", "to one" at the end, "one in ten", "one day", "within a day". */
  private static boolean numberExpected(Words words, List<Token> raw, int index) {
    boolean last =
        index + 1 == raw.size() || raw.get(index + 1).isMark() || perTime(words, raw, index + 1);
    boolean before =
        index > 0
            && !describesNumber(words, raw, index)
            && (words.list(WordList.FROM).lengthAt(raw, index - 1) > 0
                || last && endsBefore(words.list(WordList.TO), raw, index));
    return before
        || partsOf(words, raw, index)
        || partOfWhole(words, raw, index)
        || index + 1 < raw.size()
            && words.list(WordList.SOLE).lengthAt(raw, index + 1) > 0
            && cueBefore(words, raw, index)
        || vanishes(words, raw, index)
        || noneOf(words, raw, index)
        || paced(words, raw, index)
        || index == 0 && replaced(words, raw)
        || counts(words, raw, index)
        || countsTime(words, raw, index);
  }

  /** The article of "from a meagre 12 %". */
  private static boolean describesNumber(Words words, List<Token> raw, int index) {
    return words.list(WordList.ARTICLE).lengthAt(raw, index) > 0
        && index + 2 < raw.size()
        && raw.get(index + 1).isWord()
        && raw.get(index + 2).isNumber();
  }

  /** "A month", "par mois". */
  private static boolean perTime(Words words, List<Token> raw, int index) {
    int per =
        Math.max(
            words.list(WordList.PER).lengthAt(raw, index),
            words.list(WordList.TIMES).lengthAt(raw, index));
    int unit = index + per;
    return per > 0
        && unit < raw.size()
        && words.list(WordList.TIME_UNIT).lengthAt(raw, unit) == raw.size() - unit;
  }

  /** Whether a phrase ends right before a token. */
  private static boolean endsBefore(Phrases phrases, List<Token> raw, int index) {
    return IntStream.rangeClosed(1, Math.min(LONGEST_CUE, index))
        .anyMatch(length -> phrases.lengthAt(raw, index - length) == length);
  }

  /** "One patient in ten", "un patient sur deux". */
  private static boolean partOfWhole(Words words, List<Token> raw, int index) {
    int of = index + 2;
    int whole = of < raw.size() ? of + words.list(WordList.WHOLE).lengthAt(raw, of) : of;
    return whole > of
        && whole < raw.size()
        && raw.get(index + 1).isWord()
        && (raw.get(whole).isNumber() || words.number(raw.get(whole).norm()).isPresent());
  }

  /** "One in ten", "uno de cada cinco". */
  private static boolean partsOf(Words words, List<Token> raw, int index) {
    if (index + 2 >= raw.size() || words.list(WordList.RATIO).lengthAt(raw, index + 1) != 1) {
      return false;
    }
    int whole = index + 2 + words.list(WordList.TIMES).lengthAt(raw, index + 2);
    return whole < raw.size()
        && (raw.get(whole).isNumber() || words.number(raw.get(whole).norm()).isPresent());
  }

  /** "None of our clinics reports it (five do now)". */
  private static boolean noneOf(Words words, List<Token> raw, int index) {
    boolean zero =
        words.weakNumber(raw.get(index).norm()).filter(value -> value.signum() == 0).isPresent();
    return zero
        && index == 0
        && IntStream.range(1, raw.size())
            .anyMatch(
                i ->
                    words.list(WordList.NOW).lengthAt(raw, i) > 0
                        || words.list(WordList.FROM).lengthAt(raw, i) > 1)
        && raw.stream()
            .skip(1)
            .anyMatch(token -> token.isNumber() || words.number(token.norm()).isPresent());
  }

  /** "Six a month now, none by May". */
  private static boolean vanishes(Words words, List<Token> raw, int index) {
    boolean zero =
        words.weakNumber(raw.get(index).norm()).filter(value -> value.signum() == 0).isPresent();
    int next = index + 1;
    boolean alone =
        next >= raw.size()
            || raw.get(next).isMark()
            || words.list(WordList.NOW).lengthAt(raw, next) > 0
            || words.list(WordList.ABOUT_THING).lengthAt(raw, next) > 0;
    return zero && alone && index > 1 && raw.get(index - 1).isMark();
  }

  /**
   * "Publish one episode a week", but not "a chart in every stable"; "au moins un entretien par
   * semaine".
   */
  private static boolean paced(Words words, List<Token> raw, int index) {
    boolean begins =
        index <= 1
            || index == 2 && cueBefore(words, raw, index)
            || words.list(WordList.DOES).lengthAt(raw, index - 1) > 0
                && index + 1 < raw.size()
                && words.list(WordList.TIME_UNIT).lengthAt(raw, index + 1) == 0;
    for (int i = index + 2; begins && i + 1 < Math.min(raw.size(), index + PACE_WITHIN); i++) {
      boolean where =
          words.list(WordList.PLACE).lengthAt(raw, i - 1) > 0
              && words.list(WordList.RATIO).lengthAt(raw, i + 1) == 0;
      boolean forEach =
          words.list(WordList.ARTICLE).lengthAt(raw, index) > 0
              && words.list(WordList.FOR).lengthAt(raw, i) > 0;
      if (forEach) {
        return false;
      }
      if (words.list(WordList.PER).lengthAt(raw, i) > 0 && !where
          || words.list(WordList.TIMES).lengthAt(raw, i) > 0
              && words.list(WordList.TIME_UNIT).lengthAt(raw, i + 1) > 0) {
        return true;
      }
    }
    return false;
  }

  /** "Un jour au lieu de dix": what stands there first is compared with a number. */
  private static boolean replaced(Words words, List<Token> raw) {
    for (int i = 1; i < raw.size(); i++) {
      int length = words.list(WordList.FROM).lengthAt(raw, i);
      int number = i + length;
      if (length > 1
          && number < raw.size()
          && (raw.get(number).isNumber() || words.number(raw.get(number).norm()).isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** "Less than one error", but not "to one of us". */
  private static boolean counts(Words words, List<Token> raw, int index) {
    return words.list(WordList.ARTICLE).lengthAt(raw, index) == 0
        && cueBefore(words, raw, index)
        && index + 1 < raw.size()
        && words.list(WordList.RATIO).lengthAt(raw, index + 1) == 0
        && words.list(WordList.RESULT).lengthAt(raw, index + 1) == 0
        && (words.list(WordList.DETERMINER).lengthAt(raw, index + 1) == 0
            || index + 2 < raw.size()
                && words.list(WordList.TIME_UNIT).lengthAt(raw, index + 2) > 0);
  }

  private static boolean countsTime(Words words, List<Token> raw, int index) {
    boolean unit =
        index + 1 < raw.size() && words.list(WordList.TIME_UNIT).lengthAt(raw, index + 1) > 0;
    return unit
        && (index > 0 && words.list(WordList.ARTICLE).lengthAt(raw, index) == 0
            || cueBefore(words, raw, index)
            || index + 2 < raw.size()
                && words.list(WordList.FROM).lengthAt(raw, index + 2) > 0
                && raw.subList(0, index).stream().noneMatch(Token::isNumber));
  }

  /** Whether a word that announces a number ends right before this token. */
  private static boolean cueBefore(Words words, List<Token> raw, int index) {
    return Stream.of(WordList.FROM, WordList.TO, WordList.FROM_PAIR)
        .anyMatch(list -> endsBefore(words.list(list), raw, index));
  }

  private int afterLead() {
    int index = 0;
    while (index < tokens.size()) {
      int length =
          tokens.get(index).isMark() ? 1 : words.list(WordList.LEAD).lengthAt(tokens, index);
      if (words.list(WordList.FLAT).lengthAt(tokens, index) > Math.max(1, length)) {
        return index;
      }
      if (length == 0) {
        return afterIntroduction(index);
      }
      index += length;
    }
    return 0;
  }

  /** "On the northern routes, where trains are late, improve": where the wish begins; else here. */
  private int afterIntroduction(int from) {
    return lengthAt(WordList.ABOUT_THING, from) > 0 && !words.verbLast()
        ? IntStream.range(from + 2, Math.min(from + INTRODUCTION, tokens.size() - 1))
            .filter(mark -> tokens.get(mark).norm().equals(","))
            .map(mark -> mark + 1)
            .filter(this::commands)
            .findFirst()
            .orElse(from)
        : from;
  }

  private boolean commands(int index) {
    return COMMANDS.stream().anyMatch(list -> lengthAt(list, index) > 0)
        && lengthAt(WordList.STOP, index) == 0;
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

  /** Whether a word is in a list by what it ends with: "schulungsvideos" as a video. */
  boolean endsAt(WordList list, int index) {
    return index < tokens.size() && words.list(list).endsAt(tokens, index);
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
    if (length > 0 && !partOfWord(first, length)) {
      return Optional.of(new Match(first, length));
    }
    return words.verbLast() ? lastVerb(list) : Optional.empty();
  }

  private Optional<Match> lastVerb(WordList list) {
    int end = endOfClause(first);
    for (int index = Math.max(first, end - LONGEST_VERB); index < end; index++) {
      if (lengthAt(list, index) == end - index && !nounAt(end - 1) && !modal()) {
        return Optional.of(new Match(index, end - index));
      }
    }
    return Optional.empty();
  }

  /** "Antragsteller müssen nachfragen": the infinitive at the end of the clause is no wish. */
  boolean modal() {
    return words.verbLast()
        && IntStream.range(first + 1, endOfClause(first) - 1)
            .anyMatch(index -> lengthAt(WordList.MODAL, index) > 0);
  }

  /** "Zeit fürs Unterrichten": with a capital letter a verb has become a noun. */
  private boolean nounAt(int index) {
    String word = tokens.get(index).text();
    return index > first
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(word.length() - 1));
  }

  /**
   * The verb of a wish that might also be a noun: "Review all contracts" has one, "Review time
   * falls" has none.
   */
  Optional<Match> deed(WordList list) {
    return verb(list).filter(verb -> !modifies(verb));
  }

  /** "Review time falls", but not "Review and sign the lease". */
  private boolean modifies(Match verb) {
    return lengthAt(WordList.VERB_MODIFIER, verb.end()) > 0
            && lengthAt(WordList.VERB_ONLY, verb.index()) == 0
            && !joinsDeed(verb)
        || grows(verb);
  }

  /** "Code reviews get quicker". */
  boolean grows(Match verb) {
    return verb.index() == first
            && IntStream.range(
                    verb.end() + 1, Math.min(verb.end() + PACE_WITHIN, endOfClause(first)))
                .anyMatch(
                    index ->
                        lengthAt(WordList.GROWS, index) > 0
                                && (lengthAt(WordList.MORE, index + 1) > 0
                                    || lengthAt(WordList.DOWN, index) > 1)
                            || lengthAt(WordList.GOES, index) > 0
                                && Stream.of(WordList.BY, WordList.PART, WordList.DOWN)
                                    .anyMatch(list -> lengthAt(list, index + 1) > 0))
        || suffers(verb);
  }

  /** "Release notes are read": a verb that cannot be one before a noun and its own verb. */
  private boolean suffers(Match verb) {
    int noun = verb.end();
    return verb.index() == first
        && verb.length() == 1
        && !words.infinitivesShow()
        && noun + 2 < endOfClause(first)
        && tokens.get(noun).norm().endsWith("s")
        && lengthAt(WordList.STOP, noun) == 0
        && lengthAt(WordList.CLAUSE, noun + 1) > 0
        && lengthAt(WordList.GROWS, noun + 1) > 0;
  }

  /** Where the ten of "7 patients out of 10" stands, given the seven; -1 without one. */
  int wholeOf(int part) {
    for (int i = part + 2; i < Math.min(part + PART_WITHIN, tokens.size()); i++) {
      int number = i + lengthAt(WordList.WHOLE, i);
      if (number > i && number < tokens.size() && tokens.get(number).isNumber()) {
        return number;
      }
      if (tokens.get(i).isMark()) {
        return -1;
      }
    }
    return -1;
  }

  /** "Double-booked rooms", "interview-to-offer ratio": what looks like a verb goes on. */
  private boolean partOfWord(int index, int length) {
    return Tokens.hyphenated(text, tokens.get(index + length - 1).end());
  }

  private boolean joinsDeed(Match verb) {
    int second = verb.end() + lengthAt(WordList.AND, verb.end());
    return second > verb.end()
        && Stream.of(WordList.TASK, WordList.MAKE, WordList.DO)
            .mapToInt(list -> lengthAt(list, second))
            .filter(length -> length > 0)
            .map(length -> second + length)
            .anyMatch(
                object ->
                    lengthAt(WordList.DETERMINER, object) > 0
                        || object < tokens.size() && tokens.get(object).isNumber());
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

  /** Whether a word of the list brings a clause in, and not a date: "until it works". */
  boolean brings(WordList list) {
    return brings(list, first);
  }

  /** The same from a token on. */
  boolean brings(WordList list, int from) {
    Optional<Match> match = find(list, from);
    while (match.isPresent()) {
      if (!datedAt(match.get().end())
          && !inPhrase(match.get().index())
          && !tokens.get(match.get().end() - 1).isNumber()) {
        return true;
      }
      match = find(list, match.get().end());
    }
    return list == WordList.RESULT && hasClauseBehindNoun(from);
  }

  /** The "que" of "antes de que acabe el año", the "until" of "until the year is over". */
  boolean inPhrase(int index) {
    return IntStream.rangeClosed(Math.max(first, index - PHRASE_WITHIN), index)
        .anyMatch(begin -> begin + lengthAt(WordList.CLAUSE_NOT, begin) > index);
  }

  /** "Contracts people read to the end", "games we would buy". */
  boolean hasClauseBehindNoun(int from) {
    for (int i = Math.max(from, first + 2); i + 1 < tokens.size(); i++) {
      if (lengthAt(WordList.SUBJECT, i) > 0 && plain(i - 1) && plain(i + 1)) {
        return true;
      }
    }
    return hasPeopleBehindNoun(from);
  }

  /** "Review meetings our clients look forward to". */
  private boolean hasPeopleBehindNoun(int from) {
    return IntStream.range(Math.max(from, first + 2), Math.max(from, tokens.size() - 2))
            .anyMatch(
                i ->
                    !words.infinitivesShow()
                        && lengthAt(WordList.ARTICLE, i) > 0
                        && lengthAt(WordList.PEOPLE, i + 1) == 1
                        && plain(i - 1)
                        && lengthAt(WordList.FLAT, i - 1) == 0
                        && plain(i + 2))
        || IntStream.range(Math.max(from, first + 2), Math.max(from, tokens.size() - 1))
            .anyMatch(
                i ->
                    Math.max(lengthAt(WordList.PEOPLE, i), lengthAt(WordList.STAFF, i)) == 1
                        && plain(i - 1)
                        && lengthAt(WordList.CLAUSE, i + 1) > 0);
  }

  /** A word that no small word and no verb of the lists is. */
  private boolean plain(int index) {
    return tokens.get(index).isWord()
        && (lengthAt(WordList.STOP, index) == 0 || lengthAt(WordList.PEOPLE, index) > 0)
        && Stream.of(
                WordList.ABOUT_THING,
                WordList.AND,
                WordList.DETERMINER,
                WordList.MORE,
                WordList.QUESTION)
            .noneMatch(list -> lengthAt(list, index) > 0);
  }

  /** Whether a date stands there, perhaps behind an article. */
  boolean datedAt(int index) {
    for (int i = index; i < Math.min(index + DATE_WITHIN, tokens.size()); i++) {
      Token token = tokens.get(i);
      boolean date =
          token.isNumber() && !counts(i)
              || lengthAt(WordList.MONTH, i) > 0
              || lengthAt(WordList.DATE, i) > 0
              || token.isWord() && token.text().chars().anyMatch(Character::isDigit);
      if (date) {
        return true;
      }
      if (lengthAt(WordList.ARTICLE, i) == 0 && lengthAt(WordList.STOP, i) == 0) {
        return false;
      }
    }
    return false;
  }

  /** "Where 20 nationalities", but not "by 30 June". */
  private boolean counts(int number) {
    int next = number + 1;
    return next + 1 < tokens.size()
        && tokens.get(next).isWord()
        && Stream.of(WordList.MONTH, WordList.DATE, WordList.STOP, WordList.TIME_UNIT)
            .noneMatch(list -> lengthAt(list, next) > 0);
  }

  /** Whether it says what will be different, or for whom: "so that …", "the one that …". */
  boolean saysResult() {
    return brings(WordList.RESULT)
        || words.verbLast() && tokens.stream().anyMatch(token -> token.norm().equals(","));
  }

  /** "More accessible: nobody has to ask", "so well that". */
  boolean explains() {
    int end = endOfClause(first);
    return end < tokens.size()
        && tokens.get(end).norm().equals(":")
        && tokens.size() - end > EXPLANATION;
  }

  /** Whether a number is an amount of money. */
  boolean priced(int number) {
    Token token = tokens.get(number);
    return token.start() > 0 && Tokens.currency(text.charAt(token.start() - 1))
        || token.end() < text.length() && Tokens.currency(text.charAt(token.end()))
        || token.end() + 1 < text.length()
            && text.charAt(token.end()) == ' '
            && Tokens.currency(text.charAt(token.end() + 1));
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
