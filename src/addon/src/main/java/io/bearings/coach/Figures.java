package io.bearings.coach;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The numbers that a text names, and what they are: where a measure stands, where it is to go. A
 * number in a date, in a version or behind "per" is none of them.
 *
 * @param baseline "(currently x)", "from x", "x →", "instead of x", "up from x"
 * @param target what stands behind "to", "under", "at least" and the like, or with no such word; of
 *     a change "by x %" what comes out, when the baseline is known
 * @param by "by x", when the baseline is not known
 * @param indices the tokens that are numbers of a measure
 */
record Figures(
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    Optional<Change> by,
    List<Integer> indices) {

  /** A change by a number, or by a percentage of what it was; down is negative. */
  record Change(BigDecimal amount, boolean percent) {
    BigDecimal from(BigDecimal baseline) {
      return percent
          ? baseline.add(
              baseline.multiply(amount, MathContext.DECIMAL64).movePointLeft(2),
              MathContext.DECIMAL64)
          : baseline.add(amount, MathContext.DECIMAL64);
    }

    /** From where such a change leads to a number; absent where nothing is left of it. */
    Optional<BigDecimal> until(BigDecimal reached) {
      BigDecimal left = BigDecimal.ONE.add(amount.movePointLeft(2));
      if (!percent) {
        return Optional.of(reached.subtract(amount, MathContext.DECIMAL64));
      }
      return left.signum() > 0
          ? Optional.of(reached.divide(left, MathContext.DECIMAL64))
          : Optional.empty();
    }
  }

  private enum Role {
    FROM,
    TO,
    BY,
    NONE
  }

  private static final int LONGEST_PHRASE = 4;
  private static final int LONGEST_AIM = 6;
  private static final int RATIO_WITHIN = 2;
  private static final int NAMED_BEFORE = 3;
  private static final int SENTENCE = 3;
  private static final BigDecimal SMALL = BigDecimal.valueOf(100);
  private static final BigDecimal FEW = BigDecimal.valueOf(5);
  private static final BigDecimal SOME = BigDecimal.valueOf(20);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);
  private static final int YEARS_FROM = 2015;
  private static final int YEARS_TO = 2060;

  private static final Pattern DAY_AND_MONTH = Pattern.compile("\\d{1,2}\\.\\d{1,2}");

  /** "30.06.2026", or what is left of it behind the day. */
  private static final Pattern DATE = Pattern.compile("(?:\\d{1,2}\\.)?\\d{1,2}\\.20\\d{2}");

  /** "Q1", "T1", "H2". */
  private static final Pattern QUARTER = Pattern.compile("[qths][1-4]");

  /** Reads the numbers of a statement. */
  static Figures of(Statement statement) {
    return new Reader(statement).read();
  }

  /** Whether the text names a number of a measure. */
  boolean any() {
    return !indices.isEmpty() || by.isPresent();
  }

  /** "The two freezers", "in our three plants": so few, and known, that it says which ones. */
  static boolean ofCertain(Statement statement, int number) {
    Token token = statement.tokens().get(number);
    int article = number - 1;
    boolean place =
        article > 0
            && (article == statement.first()
                || statement.lengthAt(WordList.ABOUT_THING, article - 1) > 0
                || statement.lengthAt(WordList.AND, article - 1) > 0);
    return !token.percent()
        && token.number().orElseThrow().compareTo(SOME) <= 0
        && statement.lengthAt(WordList.DEFINITE, Math.max(0, article)) > 0
        && (place || article == 0)
        && number > 0
        && Tallies.countsThings(statement, number);
  }

  private static final class Reader {
    private final Statement statement;
    private final List<Token> tokens;
    private final List<Integer> indices = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();

    Reader(Statement statement) {
      this.statement = statement;
      this.tokens = statement.tokens();
    }

    Figures read() {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).isNumber() && ofMeasure(i)) {
          indices.add(i);
        }
      }
      if (indices.size() > 1) {
        indices.removeIf(this::qualifies);
      }
      for (int n = 0; n < indices.size(); n++) {
        roles.add(role(n));
      }
      correctPairs();
      correctNeighbours();
      correctTwice();
      correctMoves();
      correctStated();
      correctDated();
      correctAimed();
      correctBracketed();
      correctCertain();
      correctWished();
      correctSource();
      correctPast();
      correctThanThe();
      Optional<BigDecimal> baseline = first(Role.FROM);
      Optional<BigDecimal> target =
          afterBaseline().or(() -> reached(Role.TO)).or(() -> reached(Role.NONE));
      Optional<Change> by = change();
      if (target.isEmpty() && baseline.isPresent() && by.isPresent()) {
        target = Optional.of(by.get().from(baseline.get()));
      }
      if (baseline.isEmpty()) {
        baseline = whence();
      }
      return new Figures(baseline, target, by, List.copyOf(indices));
    }

    private boolean ofMeasure(int i) {
      return !ofDate(i)
          && !(i > 0
              && at(WordList.VERSION, i - 1)
              && !endsNow(i)
              && !aimed(i)
              && names(i)
              && !paced(i)
              && !objectOfVerb(i))
          && !ofName(i)
          && !alsoNames(i)
          && !joined(i)
          && !ofPart(i)
          && !ofComing(i)
          && !notOneMore(i)
          && !(i > 0 && at(WordList.PLACE, i - 1) && at(WordList.KIND, i + 1))
          && !(i > 0 && at(WordList.PER, i - 1))
          && !secondOfRatio(i);
    }

    /** A number that names something: "hall 2", but not "level 20 %" or "level 2 → 4". */
    private boolean names(int i) {
      boolean arrow = i + 1 < tokens.size() && tokens.get(i + 1).isArrow();
      return !tokens.get(i).percent() && !arrow;
    }

    /** "This year 900", "at the end of the year 90". */
    private boolean aimed(int i) {
      return IntStream.rangeClosed(2, Math.min(LONGEST_AIM, i))
          .anyMatch(length -> statement.lengthAt(WordList.AIM, i - length) == length);
    }

    /** The three of "wards 2 and 3". */
    private boolean alsoNames(int i) {
      return i > 2
          && (at(WordList.AND, i - 1) || at(WordList.TO, i - 1) || at(WordList.LINK, i - 1))
          && tokens.get(i - 2).isNumber()
          && at(WordList.VERSION, i - NAMED_BEFORE)
          && !indices.contains(i - 2)
          && names(i);
    }

    /** "A week 2": how often. */
    private boolean paced(int i) {
      return i > 1 && at(WordList.PER, i - 2);
    }

    /** "Stage four exercises", "mettre à jour 200 pages". */
    private boolean objectOfVerb(int i) {
      int first = statement.first();
      return List.of(WordList.DO, WordList.MAKE, WordList.TASK, WordList.GAIN).stream()
          .anyMatch(list -> at(list, first) && first + statement.lengthAt(list, first) == i);
    }

    /** "On iOS 18", "in Leeds 2": behind a word with a capital letter, and nothing follows. */
    private boolean ofName(int i) {
      if (i < 2 || statement.words().verbLast() || !tokens.get(i - 1).isWord()) {
        return false;
      }
      Token name = tokens.get(i - 1);
      boolean ends = i + 1 == tokens.size() || Statement.endsClause(tokens.get(i + 1));
      return ends
          && name.text().chars().anyMatch(Character::isUpperCase)
          && at(WordList.ABOUT_THING, i - 2)
          && !tokens.get(i).percent()
          && tokens.get(i).number().orElseThrow().compareTo(SMALL) < 0
          && !at(WordList.MEASURE, i - 1)
          && !at(WordList.KPI, i - 1);
    }

    /** "Day-1 retention": written as one word with what stands before it. */
    private boolean joined(int i) {
      return i > 1
          && tokens.get(i - 1).norm().equals("-")
          && tokens.get(i - 2).isWord()
          && tokens.get(i - 2).end() == tokens.get(i - 1).start()
          && tokens.get(i - 1).end() == tokens.get(i).start();
    }

    /** The three of "by three quarters". */
    private boolean ofPart(int i) {
      return IntStream.rangeClosed(Math.max(0, i - LONGEST_PHRASE), i)
          .anyMatch(begin -> begin + statement.lengthAt(WordList.PART, begin) > i);
    }

    /** "And not a second more". */
    private boolean notOneMore(int i) {
      return i > 0
          && at(WordList.NOT, i - 1)
          && at(WordList.TIME_UNIT, i + 1)
          && at(WordList.MORE, i + 2);
    }

    /** "The next two years", "les deux prochaines années": how far a plan goes. */
    private boolean ofComing(int i) {
      return i > 0 && at(WordList.COMING, i - 1) && at(WordList.TIME_UNIT, i + 1)
          || !statement.words().headLast()
              && at(WordList.COMING, i + 1)
              && at(WordList.TIME_UNIT, i + 2);
    }

    /** "Older than 5 days" says which ones, "no older than 5 days" how old. */
    private boolean qualifies(int i) {
      if (ofAge(i)) {
        return true;
      }
      for (int length = 1; length <= Math.min(LONGEST_PHRASE, i); length++) {
        int begin = i - length;
        if (statement.lengthAt(WordList.QUALIFIER, begin) == length) {
          return begin == 0 || !at(WordList.NOT, begin - 1);
        }
      }
      return false;
    }

    /** "Readers under 30" says which ones. */
    private boolean ofAge(int i) {
      return i > 1
          && at(WordList.TO, i - 1)
          && at(WordList.PEOPLE, i - 2)
          && !at(WordList.RATIO, i + 1)
          && !tokens.get(i).percent()
          && indices.stream().anyMatch(other -> tokens.get(other).percent());
    }

    private boolean ofDate(int i) {
      if (tokens.get(i).percent()) {
        return false;
      }
      return DATE.matcher(tokens.get(i).text()).matches()
          || isYear(tokens.get(i))
          || dayAndMonth(i)
          || i > 0
              && at(WordList.MONTH, i - 1)
              && !pastMonthsEnd(tokens.get(i))
              && monthComesFirst()
          || i + 1 < tokens.size() && at(WordList.MONTH, i + 1)
          || i + 2 < tokens.size()
              && tokens.get(i + 1).norm().equals(".")
              && at(WordList.MONTH, i + 2)
          || i + 2 < tokens.size()
              && at(WordList.FROM_PAIR, i + 1)
              && at(WordList.MONTH, i + 2)
              && !pastMonthsEnd(tokens.get(i));
    }

    /** "15.5.", in languages that write so. */
    private boolean dayAndMonth(int i) {
      return statement.words().verbLast()
          && i + 1 < tokens.size()
          && tokens.get(i + 1).norm().equals(".")
          && DAY_AND_MONTH.matcher(tokens.get(i).text()).matches();
    }

    /** "December 6", and not "6 de diciembre". */
    private boolean monthComesFirst() {
      return statement.words().headLast() && !statement.words().verbLast();
    }

    /** "By June 90": no day of a month. */
    private static boolean pastMonthsEnd(Token token) {
      return token.number().orElseThrow().compareTo(LAST_DAY) > 0;
    }

    private static boolean isYear(Token token) {
      return !token.percent()
          && token.text().length() == 4
          && token.text().chars().allMatch(Character::isDigit)
          && token.number().get().intValue() >= YEARS_FROM
          && token.number().get().intValue() <= YEARS_TO;
    }

    /**
     * The ten of "three of ten" or "three of every ten", the hundred of "3 lambs in a hundred", the
     * ten of "seven patients out of ten".
     */
    private boolean secondOfRatio(int i) {
      boolean direct = i >= 2 && at(WordList.RATIO, i - 1) && indices.contains(i - 2);
      boolean each =
          i > RATIO_WITHIN
              && at(WordList.TIMES, i - 1)
              && at(WordList.RATIO, i - 2)
              && indices.stream().anyMatch(before -> before >= i - 2 - RATIO_WITHIN);
      boolean whole = indices.stream().anyMatch(part -> statement.wholeOf(part) == i);
      boolean outOf =
          i > RATIO_WITHIN
              && statement.lengthAt(WordList.RATIO, i - RATIO_WITHIN) == RATIO_WITHIN
              && indices.contains(i - RATIO_WITHIN - 1);
      return direct || outOf || each || whole;
    }

    private boolean at(WordList list, int i) {
      return statement.lengthAt(list, i) > 0;
    }

    private Role role(int n) {
      int index = indices.get(n);
      if (arrowAfter(n)) {
        return Role.FROM;
      }
      if (tokens.get(index).percent()
              && at(WordList.MORE, index + 1)
              && !movesOn(n)
              && roleBefore(n) != Role.FROM
          || movedFromStated(n)
          || movedBy(n)) {
        return Role.BY;
      }
      Role before = roleBefore(n);
      boolean ofNext = before == Role.BY && n + 1 < indices.size() && endsNow(indices.get(n + 1));
      return before != Role.FROM && !ofNext && nowAfter(n) ? Role.FROM : before;
    }

    /** "640 kWh, down 20 %": a share behind a number of another kind says how far that goes. */
    private boolean movedFromStated(int n) {
      return n == 1
          && tokens.get(indices.get(1)).percent()
          && !alike(0, 1)
          && direction(indices.get(1) - 1)
          && tokens.get(indices.get(1) - 2).norm().equals(",");
    }

    /** "Rise 15 points to 60 %": how far, right behind which way. */
    private boolean movedBy(int n) {
      int index = indices.get(n);
      return n + 1 < indices.size()
          && index > 0
          && direction(index - 1)
          && !at(WordList.TO, index - 1)
          && index + 2 < indices.get(n + 1)
          && tokens.get(index + 1).isWord()
          && at(WordList.TO, index + 2);
    }

    private int endBefore(int n) {
      return n == 0 ? 0 : indices.get(n - 1) + 1;
    }

    private int beginAfter(int n) {
      return n + 1 < indices.size() ? indices.get(n + 1) : tokens.size();
    }

    private boolean arrowAfter(int n) {
      for (int i = indices.get(n) + 1; i < beginAfter(n); i++) {
        if (tokens.get(i).isArrow()) {
          return true;
        }
      }
      return false;
    }

    /** What the nearest telling word before the number says, within the clause. */
    private Role roleBefore(int n) {
      Role phrase = phraseBefore(indices.get(n));
      if (phrase != Role.NONE) {
        return phrase;
      }
      for (int i = indices.get(n) - 1; i >= endBefore(n); i--) {
        if (boundary(i)) {
          return Role.NONE;
        }
        Role role = cue(i, indices.get(n));
        if (role != Role.NONE) {
          return role;
        }
      }
      return Role.NONE;
    }

    /** "Au lieu de", whose last word alone would mean "by". */
    private Role phraseBefore(int number) {
      for (int length = LONGEST_PHRASE; length > 1; length--) {
        int begin = number - length;
        if (begin >= 0 && statement.lengthAt(WordList.FROM, begin) == length) {
          return Role.FROM;
        }
        if (begin >= 0 && statement.lengthAt(WordList.NOW, begin) == length && !ofNoun(begin)) {
          return Role.FROM;
        }
        if (begin >= 0 && statement.lengthAt(WordList.TO, begin) == length) {
          return Role.TO;
        }
      }
      return Role.NONE;
    }

    private Role cue(int i, int number) {
      if (tokens.get(i).isArrow()) {
        return Role.TO;
      }
      if (fits(WordList.NOW, i, number) && !ofNoun(i)
          || fits(WordList.FROM, i, number) && !sinceDate(i) && !fromEach(i, number)) {
        return Role.FROM;
      }
      if (i == number - statement.lengthAt(WordList.BY, i)) {
        return i > 0 && endsNow(i) ? Role.FROM : Role.BY;
      }
      if (fits(WordList.TO, i, number)) {
        return saysNow(i) ? Role.FROM : Role.TO;
      }
      return Role.NONE;
    }

    /** "Sickness, actuellement à 9 %": a phrase for today begins its clause and ends here. */
    private boolean saysNow(int i) {
      int now = i > 0 ? beginOfNow(i) : -1;
      return now == 0 || now > 0 && tokens.get(now - 1).isMark() && !tokens.get(now - 1).isArrow();
    }

    /** "A stand at 5 fairs": behind an article it is no verb. */
    private boolean ofNoun(int i) {
      return i > 0
          && statement.lengthAt(WordList.NOW, i) > 1
          && statement.lengthAt(WordList.ONE, i - 1) > 0;
    }

    /** "From next year" says when. */
    private boolean sinceDate(int i) {
      int after = i + statement.lengthAt(WordList.FROM, i);
      return at(WordList.MONTH, after) || at(WordList.DATE, after);
    }

    /** "From each of the two sales desks": whose it is, and not where it was. */
    private boolean fromEach(int i, int number) {
      int after = i + statement.lengthAt(WordList.FROM, i);
      return at(WordList.SOURCE, i)
          && after < number
          && at(WordList.TIMES, after)
          && at(WordList.DEFINITE, after);
    }

    /** Whether a phrase of the list begins here and ends before the number. */
    private boolean fits(WordList list, int i, int number) {
      int length = statement.lengthAt(list, i);
      return length > 0 && i + length <= number;
    }

    /**
     * A colon parts nothing here, "(now: 55 %)", nor a comma behind a first word, "(now, 55 %)",
     * nor the bracket in "than today (55 %)".
     */
    private boolean boundary(int i) {
      Token token = tokens.get(i);
      return Statement.endsClause(token) && !token.norm().equals(":") && !introduced(i)
          || statement.lengthAt(WordList.AND, i) > 0;
    }

    private boolean introduced(int mark) {
      int now = beginOfNow(mark);
      boolean begins = now == 0 || now > 0 && tokens.get(now - 1).isMark();
      boolean compares = now > 0 && at(WordList.THAN, now - 1);
      boolean bounds = now > 0 && at(WordList.TO, now - 1);
      return tokens.get(mark).norm().equals(",") && (begins || bounds)
          || tokens.get(mark).norm().equals("(") && compares;
    }

    private boolean endsNow(int end) {
      return beginOfNow(end) >= 0;
    }

    /** Where a phrase for today begins that ends before a token; below 0 when none does. */
    private int beginOfNow(int end) {
      for (int length = Math.min(LONGEST_PHRASE, end); length > 0; length--) {
        if (statement.lengthAt(WordList.NOW, end - length) == length) {
          return end - length;
        }
      }
      return -1;
    }

    private boolean nowAfter(int n) {
      for (int i = indices.get(n) + 1; i < beginAfter(n) && !boundary(i); i++) {
        if (at(WordList.NOW, i) && !describes(i) || beforeAtTheEnd(i)) {
          return true;
        }
        boolean pace = at(WordList.TIMES, i) && at(WordList.TIME_UNIT, i + 1);
        boolean another = beginAfter(n) < tokens.size();
        if (!pace && another && (at(WordList.TO, i) || at(WordList.FROM, i))) {
          return nowInApposition(n);
        }
      }
      return nowInApposition(n);
    }

    /** "52 % arrive complete, that is where we stand": a clause of its own, without a number. */
    private boolean nowInApposition(int n) {
      int mark = statement.endOfClause(indices.get(n));
      int end = mark < tokens.size() ? statement.endOfClause(mark + 1) : mark;
      return end <= beginAfter(n)
          && IntStream.range(mark + 1, end)
              .anyMatch(i -> statement.lengthAt(WordList.NOW, i) >= SENTENCE);
    }

    /** "80 % of current customers", "more than last year": it says who or than when. */
    private boolean describes(int i) {
      return at(WordList.THAN, i - 1)
          || at(WordList.NOW_ADJECTIVE, i) && i + 1 < tokens.size() && tokens.get(i + 1).isWord();
    }

    /** "20 % before, 50 % after", but not "20 % before June", "20 % the evening before". */
    private boolean beforeAtTheEnd(int i) {
      boolean dayBefore = i > 1 && at(WordList.ARTICLE, i - 2) && !at(WordList.TIME_UNIT, i - 1);
      return at(WordList.BEFORE, i) && !dayBefore && (i + 1 == tokens.size() || boundary(i + 1));
    }

    /**
     * "de 5 a 2", "von 3 % auf 5 %": the first word means "from" only where the second follows, for
     * by itself it also means "of".
     */
    private void correctPairs() {
      for (int n = 0; n + 1 < roles.size(); n++) {
        int before = indices.get(n) - 1;
        boolean certain =
            before == statement.first() + 1
                && at(WordList.DEFINITE, before)
                && at(WordList.FROM_PAIR, before - 1);
        if (before >= 0
            && (at(WordList.FROM_PAIR, before) || certain)
            && roles.get(n) != Role.FROM
            && roles.get(n + 1) == Role.TO) {
          roles.set(n, Role.FROM);
        }
      }
    }

    /**
     * "Pick errors, 6.2 to 1.5": two numbers with nothing but "to" between them, behind a mark,
     * falling, or both with their percent sign; otherwise they might be a range.
     */
    private void correctNeighbours() {
      for (int n = 0; n + 1 < roles.size(); n++) {
        int from = indices.get(n);
        int to = indices.get(n + 1);
        boolean neighbours = to == from + 2 && at(WordList.TO, from + 1);
        boolean falls =
            tokens.get(from).number().orElseThrow().compareTo(tokens.get(to).number().orElseThrow())
                > 0;
        boolean behindMark =
            from > 0 && tokens.get(from - 1).isMark() || behindName(from) && ends(to + 1);
        boolean shares = tokens.get(from).percent() && tokens.get(to).percent();
        boolean pair =
            neighbours
                && alike(n, n + 1)
                && (falls || behindMark || shares)
                && roles.get(n) == Role.NONE;
        if (pair || movesOn(n)) {
          roles.set(n, Role.FROM);
          roles.set(n + 1, Role.TO);
        }
      }
    }

    /** "NPS 32": nothing but the name of a measure before the number. */
    private boolean behindName(int number) {
      int first = statement.first();
      return number > first && first + statement.lengthAt(WordList.KPI, first) == number;
    }

    private boolean ends(int i) {
      return i >= tokens.size() || boundary(i);
    }

    /** "12 days down to 4": nothing between two numbers but a unit and which way it goes. */
    private boolean movesOn(int n) {
      if (n + 1 >= indices.size()) {
        return false;
      }
      int to = indices.get(n + 1);
      int way = indices.get(n) + 1;
      while (way < to && ofUnit(way)) {
        way++;
      }
      int begin = way;
      return to - begin <= 2
          && begin < to
          && direction(begin)
          && IntStream.range(begin, to).anyMatch(i -> fits(WordList.TO, i, to));
    }

    private boolean ofUnit(int i) {
      return at(WordList.TIME_UNIT, i) || at(WordList.TIMES, i) || at(WordList.PERCENT, i);
    }

    private boolean direction(int i) {
      return at(WordList.UP, i) || at(WordList.DOWN, i);
    }

    /** "Sick leave (9 % today) is at 6 % in December": where it stands is said but once. */
    private void correctTwice() {
      if (roles.equals(List.of(Role.FROM, Role.FROM)) && alike(0, 1)) {
        roles.set(1, Role.TO);
      }
    }

    /** "Halve the 40 complaints a month", "Raise the 61 % rate", "Von 6 % senken". */
    private void correctCertain() {
      if (roles.size() != 1 || roles.get(0) != Role.NONE || indices.get(0) == 0) {
        return;
      }
      int number = indices.get(0);
      if (kept(number)) {
        return;
      }
      Token token = tokens.get(number);
      boolean way = statement.has(WordList.UP) || statement.has(WordList.DOWN);
      boolean changes =
          statement.verb(WordList.MULTIPLY).isPresent()
              || statement.has(WordList.PART)
              || way
                  && (statement.verb(WordList.GAIN).isEmpty()
                      || at(WordList.GET, statement.first()) && ofScale(token))
              || statement.verb(WordList.FLAT).isPresent() && ofScale(token);
      boolean many = ofScale(token) || token.number().orElseThrow().compareTo(FEW) > 0;
      boolean counted =
          number + 1 < tokens.size()
              && tokens.get(number + 1).isWord()
              && !at(WordList.ABOUT_THING, number + 1)
              && !token.percent();
      boolean certain =
          at(WordList.DEFINITE, number - 1)
              && many
              && number - 1
                  <= Math.max(
                      afterVerb(),
                      statement.first() + statement.lengthAt(WordList.GET, statement.first()));
      boolean whence =
          at(WordList.FROM_PAIR, number - 1)
              && number > afterVerb()
              && !at(WordList.BY, number - 1)
              && !counted;
      if (changes && (certain || whence || possessed(number))) {
        roles.set(0, Role.FROM);
      }
    }

    /** "No baja del 80 %". */
    private boolean kept(int number) {
      return IntStream.rangeClosed(2, Math.min(LONGEST_PHRASE, number))
          .anyMatch(length -> statement.lengthAt(WordList.KEEP, number - length) == length);
    }

    /** A share, or a number with decimals: how much, and not how many. */
    private static boolean ofScale(Token token) {
      return token.percent() || token.number().orElseThrow().stripTrailingZeros().scale() > 0;
    }

    /** "Lower our churn of 6 %", "Improve our rating of 3.4". */
    private boolean possessed(int number) {
      return at(WordList.RATIO, number - 1)
          && !at(WordList.BY, number - 1)
          && at(WordList.DEFINITE, afterVerb())
          && statement.verb(WordList.GAIN).isEmpty();
    }

    /** "4.2 % in the first quarter, below 1 % in the last": the first number has a date. */
    private void correctDated() {
      if (roles.size() == 2
          && roles.get(0) == Role.NONE
          && roles.get(1) != Role.BY
          && roles.get(1) != Role.FROM
          && alike(0, 1)
          && (datedAfter(indices.get(0), indices.get(1)) || laterDated())) {
        roles.set(0, Role.FROM);
        roles.set(1, Role.TO);
      }
    }

    /** "22 %; by year-end 35 %". */
    private boolean laterDated() {
      int mark = statement.endOfClause(indices.get(0));
      int to = indices.get(1);
      return mark + 1 < to
          && tokens.get(mark).norm().equals(";")
          && IntStream.range(mark + 1, to).anyMatch(this::dated);
    }

    /** "3.2 %, goal: 1 %", "to 5 % (11 % in May)". */
    private void correctAimed() {
      if (roles.size() != 2 || roles.contains(Role.FROM) || roles.contains(Role.BY)) {
        return;
      }
      int from = indices.get(0);
      int to = indices.get(1);
      boolean aimed =
          find(WordList.AIM, from + 1, to) >= 0 || find(WordList.WISHED, from + 1, to) >= 0;
      int bracket = find("(", from + 1, to);
      boolean dated =
          bracket >= 0
              && (dated(to - 1)
                  || to - 2 > bracket && dated(to - 2)
                  || datedAfter(to, tokens.size()));
      if (roles.get(0) == Role.NONE && (aimed || datedBefore(from) && !dated)) {
        roles.set(0, Role.FROM);
        roles.set(1, Role.TO);
      } else if (dated && roles.get(1) == Role.NONE) {
        roles.set(1, Role.FROM);
        roles.set(0, Role.TO);
      }
    }

    /** "In a minute 80 % (Q2: 55 %)", "Fewer breakdowns (52 in autumn)". */
    private void correctBracketed() {
      int n = roles.size() - 1;
      if (n < 0 || roles.contains(Role.FROM) || roles.get(n) != Role.NONE) {
        return;
      }
      int number = indices.get(n);
      int begin = number;
      while (begin > endBefore(n) && !tokens.get(begin).norm().equals("(")) {
        begin--;
      }
      int end = statement.endOfClause(number);
      boolean bracket =
          tokens.get(begin).norm().equals("(") && end < tokens.size() && begin > statement.first();
      boolean dated =
          datedBefore(number)
              || IntStream.range(number + 1, end).anyMatch(this::dated)
                  && find(WordList.BY, number, end) < 0;
      if (bracket && dated && (n > 0 || moving())) {
        roles.set(n, Role.FROM);
        if (n > 0 && !roles.contains(Role.TO) && roles.get(0) == Role.NONE) {
          roles.set(0, Role.TO);
        }
      }
    }

    private boolean moving() {
      return List.of(WordList.UP, WordList.DOWN, WordList.CHANGE, WordList.MORE).stream()
          .anyMatch(statement::has);
    }

    private int find(WordList list, int from, int to) {
      return IntStream.range(from, to).filter(i -> at(list, i)).findFirst().orElse(-1);
    }

    private int find(String mark, int from, int to) {
      return IntStream.range(from, to)
          .filter(i -> tokens.get(i).norm().equals(mark))
          .findFirst()
          .orElse(-1);
    }

    private boolean dated(int i) {
      return i >= 0
          && (at(WordList.MONTH, i)
              || at(WordList.DATE, i)
              || QUARTER.matcher(tokens.get(i).norm()).matches()
              || tokens.get(i).isNumber() && isYear(tokens.get(i)));
    }

    /** "2025: 140", "letzten Winter 31", but not "by winter 31". */
    private boolean datedBefore(int number) {
      int date = number > 0 && tokens.get(number - 1).norm().equals(":") ? number - 2 : number - 1;
      return dated(date) && (date == 0 || !at(WordList.TO, date - 1) && !at(WordList.BY, date - 1));
    }

    private boolean datedAfter(int from, int to) {
      for (int i = from + 1; i < to; i++) {
        if (boundary(i)) {
          return false;
        }
        if (at(WordList.DATED, i) && !indices.contains(i + 1) && statement.datedAt(i + 1)) {
          return true;
        }
      }
      return false;
    }

    /** "Satisfaction is 6.8 and should rise", "At 19 %, too many flats are empty". */
    private void correctWished() {
      if (roles.size() == 1 && (roles.get(0) == Role.NONE || stands(indices.get(0)) || tooFew())) {
        if (statement.has(WordList.TOO) || certainAndWished(indices.get(0))) {
          roles.set(0, Role.FROM);
        }
        for (int i = indices.get(0) + 1; i + 1 < tokens.size(); i++) {
          boolean begins = boundary(i) || at(WordList.AND, i);
          if (begins
              && (wishedFrom(i + 1) || tooFew() && find(WordList.WISHED, i, tokens.size()) > 0)) {
            roles.set(0, Role.FROM);
          }
        }
      }
    }

    /** "Only 22 %". */
    private boolean tooFew() {
      int number = indices.get(0);
      return IntStream.range(statement.first(), number)
          .anyMatch(i -> at(WordList.ONLY, i) && number - i <= NAMED_BEFORE);
    }

    /** "The gap to the leader is 9 points": what stands before "to" has nothing to do with it. */
    private boolean stands(int number) {
      return number > 0
          && roles.get(0) == Role.TO
          && at(WordList.GROWS, number - 1)
          && !at(WordList.TO, number - 1);
    }

    /** "Our 1.9 stars must improve". */
    private boolean certainAndWished(int number) {
      return number == statement.first() + 1
          && at(WordList.DEFINITE, statement.first())
          && ofScale(tokens.get(number))
          && find(WordList.WISHED, number, tokens.size()) >= 0;
    }

    private boolean wishedFrom(int i) {
      return at(WordList.WISHED, i)
          || at(WordList.WISHED, i + 1)
          || i > 0
              && tokens.get(i - 1).norm().equals(";")
              && IntStream.range(i, Math.min(i + NAMED_BEFORE, tokens.size()))
                  .anyMatch(more -> at(WordList.MORE, more));
    }

    /** Where the object of the verb begins. */
    private int afterVerb() {
      int first = statement.first();
      return first
          + IntStream.of(
                  statement.lengthAt(WordList.MULTIPLY, first),
                  statement.lengthAt(WordList.CHANGE, first),
                  statement.lengthAt(WordList.FLAT, first))
              .max()
              .orElse(0);
    }

    /** "The list of 1,400 patients shrinks to 600". */
    private void correctMoves() {
      boolean moves =
          statement.has(WordList.UP)
              || statement.has(WordList.DOWN)
              || statement.has(WordList.CHANGE)
              || statement.has(WordList.BECOME);
      for (int n = 0; n + 1 < roles.size() && moves && !roles.contains(Role.FROM); n++) {
        if (roles.get(n) == Role.NONE
            && roles.get(n + 1) == Role.TO
            && amount(indices.get(n))
            && alike(n, n + 1)) {
          roles.set(n, Role.FROM);
        }
      }
    }

    /** "Feedback from 300 parents": nothing moves, so nothing moves from there. */
    private void correctSource() {
      boolean moves =
          statement.has(WordList.UP)
              || statement.has(WordList.DOWN)
              || statement.has(WordList.CHANGE) && statement.verb(WordList.GAIN).isEmpty();
      boolean alone = roles.size() == 1 && roles.get(0) == Role.FROM;
      if (alone && !moves && ofSource(indices.get(0))) {
        roles.set(0, Role.NONE);
      }
    }

    /** "61 % in the last batch, 85 % in the next", "33 days until then; we get that to 12". */
    private void correctPast() {
      int n = roles.size() - 2;
      if (n < 0
          || n > 1
          || roles.contains(Role.FROM)
          || roles.contains(Role.BY)
          || !alike(n, n + 1)
          || n > 0 && alike(0, 1)) {
        return;
      }
      int one = indices.get(n);
      int other = indices.get(n + 1);
      boolean past = past(one, other) || past(statement.first() - 1, one);
      boolean afterwards = !past && past(other, statement.endOfClause(other));
      boolean parted =
          roles.get(n + 1) == Role.TO && find(";", one + 1, other) > 0 && roles.get(n) == Role.NONE;
      if (past || parted) {
        roles.set(n, Role.FROM);
        roles.set(n + 1, Role.TO);
      } else if (afterwards) {
        roles.set(n + 1, Role.FROM);
        roles.set(n, Role.TO);
      }
    }

    /** Whether a word for what was before stands between two tokens. */
    private boolean past(int from, int to) {
      int past = find(WordList.PAST, from + 1, to);
      return past >= 0 && !at(WordList.TIME_UNIT, past + statement.lengthAt(WordList.PAST, past));
    }

    /** Behind "from", and before the word that it counts. */
    private boolean ofSource(int i) {
      return i > statement.first()
          && at(WordList.SOURCE, i - 1)
          && !tokens.get(i).percent()
          && tokens.get(i).number().orElseThrow().stripTrailingZeros().scale() <= 0
          && i + 1 < tokens.size()
          && tokens.get(i + 1).isWord()
          && !at(WordList.TIME_UNIT, i + 1);
    }

    /** "Fewer than the 55 complaints of the autumn": a certain number was there before. */
    private void correctThanThe() {
      int last = roles.size() - 1;
      if (roles.isEmpty() || roles.contains(Role.FROM) || roles.contains(Role.BY)) {
        return;
      }
      int number = indices.get(last);
      if (number > 1
          && at(WordList.DEFINITE, number - 1)
          && at(WordList.THAN, number - 2)
          && !at(WordList.ABOUT_THING, number - 2)
          && statement.has(WordList.MORE)) {
        roles.set(last, Role.FROM);
      }
    }

    /** "Crates lost: 410 a month, to be 100": what is stated first is how things are. */
    private void correctStated() {
      if (roles.equals(List.of(Role.NONE, Role.BY)) && movedFromStated(1)) {
        roles.set(0, Role.FROM);
      }
      if (!roles.equals(List.of(Role.NONE, Role.TO)) || !alike(0, 1)) {
        return;
      }
      int from = indices.get(0);
      int to = indices.get(1);
      boolean parted = IntStream.range(from + 1, to).anyMatch(this::boundary);
      boolean times = at(WordList.TIME_UNIT, to + 1) && !at(WordList.TIME_UNIT, from + 1);
      boolean article = from > 1 && at(WordList.ARTICLE, from - 1) && behindMark(from - 1);
      if (parted && (article || behindMark(from)) && !times) {
        roles.set(0, Role.FROM);
      }
    }

    private boolean behindMark(int i) {
      return i > 0 && List.of(":", ",", "(").contains(tokens.get(i - 1).norm());
    }

    /** A number at the start, behind a mark, behind an article or behind "of". */
    private boolean amount(int i) {
      return i == statement.first()
          || behindMark(i)
          || at(WordList.ARTICLE, i - 1)
          || at(WordList.RATIO, i - 1) && !at(WordList.PLACE, i - 1);
    }

    /** Whether both numbers are shares, or neither is: a share and a time are of two measures. */
    private boolean alike(int one, int other) {
      return tokens.get(indices.get(one)).percent() == tokens.get(indices.get(other)).percent();
    }

    /** The number right behind the one where it stands, for others may say who is counted. */
    private Optional<BigDecimal> afterBaseline() {
      int n = roles.indexOf(Role.FROM);
      return n >= 0 && n + 1 < roles.size() && roles.get(n + 1) == Role.TO
          ? tokens.get(indices.get(n + 1)).number()
          : Optional.empty();
    }

    private Optional<BigDecimal> first(Role role) {
      int n = roles.indexOf(role);
      return n < 0 ? Optional.empty() : tokens.get(indices.get(n)).number();
    }

    /** "By 10 points to 45", "by 10 % to 5.5 million": from where it must have come. */
    private Optional<BigDecimal> whence() {
      int to = roles.indexOf(Role.TO);
      if (to < 0) {
        return Optional.empty();
      }
      Token reached = tokens.get(indices.get(to));
      return change()
          .filter(by -> !by.percent() || !reached.percent())
          .flatMap(by -> by.until(reached.number().orElseThrow()));
    }

    /** The first number in a role that can be where a measure goes, given where it stands. */
    private Optional<BigDecimal> reached(Role role) {
      int from = roles.indexOf(Role.FROM);
      return IntStream.range(0, roles.size())
          .filter(n -> roles.get(n) == role && (from < n || sameMeasure(from, n)))
          .mapToObj(n -> tokens.get(indices.get(n)).number().orElseThrow())
          .findFirst();
    }

    /** A share does not go to a time: "who lapse within a year, 29 % at present". */
    private boolean sameMeasure(int one, int other) {
      boolean share = tokens.get(indices.get(one)).percent();
      return !share || alike(one, other) || !at(WordList.TIME_UNIT, indices.get(other) + 1);
    }

    private Optional<Change> change() {
      int n = roles.indexOf(Role.BY);
      if (n < 0) {
        return Optional.empty();
      }
      Token token = tokens.get(indices.get(n));
      BigDecimal amount = token.number().get();
      boolean down = statement.has(WordList.DOWN);
      return Optional.of(new Change(down ? amount.negate() : amount, token.percent()));
    }
  }
}
