package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Candidate.Kind;
import io.bearings.kpi.formula.Known.KnownField;
import io.bearings.okr.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what can be written at a place, by what stands before it. */
final class Completing {
  private static final Pattern KPI_BEGUN = Pattern.compile("kpi-[0-9]*");

  /** A bracket that is open at the cursor: what was called, and how many commas came since. */
  private static final class Open {
    private final String called;
    private int commas;

    private Open(String called) {
      this.called = called;
    }
  }

  private final String text;
  private final int cursor;
  private final Known known;
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<Integer> quote = Optional.empty();

  Completing(String text, int cursor, Known known) {
    this.text = text;
    this.cursor = Math.min(Math.max(cursor, 0), text.length());
    this.known = known;
  }

  Completion completion() {
    if (text.length() > Limits.TEXT) {
      return nothing();
    }
    readUpToCursor();
    if (quote.isPresent()) {
      return inQuotes(quote.get());
    }
    int from = begunAt();
    if (endsOperand(blanksBefore(from))) {
      return nothing();
    }
    int to = cursor;
    while (to < text.length() && isWord(text.charAt(to))) {
      to++;
    }
    String part = text.substring(from, cursor).toLowerCase(Locale.ROOT);
    return new Completion(
        new Span(from, to - from),
        ranked(slots().map(this::inBrackets).orElseGet(() -> operands(part)), part));
  }

  /** Where the word or the key begins that the cursor is in or behind. */
  private int begunAt() {
    int word = wordBefore(cursor);
    int key = word > 0 && text.charAt(word - 1) == '-' ? wordBefore(word - 1) : word;
    boolean isKey =
        KPI_BEGUN.matcher(text.substring(key, cursor).toLowerCase(Locale.ROOT)).matches();
    return isKey ? key : word;
  }

  private int wordBefore(int end) {
    int from = end;
    while (from > 0 && isWord(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private int blanksBefore(int end) {
    int from = end;
    while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private boolean endsOperand(int end) {
    return end > 0 && (isWord(text.charAt(end - 1)) || ")%\"'".indexOf(text.charAt(end - 1)) >= 0);
  }

  private static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private Completion nothing() {
    return new Completion(new Span(cursor, 0), List.of());
  }

  private void readUpToCursor() {
    for (int at = 0; at < cursor; at++) {
      char character = text.charAt(at);
      if (quote.isPresent()) {
        if (character == '\\') {
          at++;
        } else if (character == text.charAt(quote.get())) {
          quote = Optional.empty();
        }
      } else if (character == '"' || character == '\'') {
        quote = Optional.of(at);
      } else {
        readSign(character, at);
      }
    }
  }

  private void readSign(char character, int at) {
    if (character == '(') {
      int end = blanksBefore(at);
      open.push(new Open(text.substring(wordBefore(end), end).toLowerCase(Locale.ROOT)));
    } else if (character == ')' && !open.isEmpty()) {
      open.pop();
    } else if (character == ',' && !open.isEmpty()) {
      open.element().commas++;
    }
  }

  /** What can stand where the cursor is; absent where it is not in the brackets of a metric. */
  private Optional<List<Slot>> slots() {
    Optional<Signature> signature =
        open.isEmpty() ? Optional.empty() : Catalogue.find(open.element().called);
    if (signature.isEmpty()) {
      return open.isEmpty() || !Names.INSIDE.contains(open.element().called)
          ? Optional.empty()
          : Optional.of(List.of());
    }
    List<Slot> required = signature.get().required();
    int index = open.element().commas;
    return Optional.of(
        index < required.size() ? List.of(required.get(index)) : signature.get().optional());
  }

  private Completion inQuotes(int from) {
    boolean field = slots().orElse(List.of()).contains(Slot.FIELD);
    if (!field) {
      return nothing();
    }
    String part = text.substring(from + 1, cursor).toLowerCase(Locale.ROOT);
    char quoteUsed = text.charAt(from);
    int to = cursor;
    while (to < text.length() && (isWord(text.charAt(to)) || text.charAt(to) == ' ')) {
      to++;
    }
    List<Candidate> fields =
        known.fields().stream().map(it -> field(it, escaped(it.name(), quoteUsed))).toList();
    return new Completion(new Span(from + 1, to - from - 1), ranked(fields, part));
  }

  private static Candidate field(KnownField field, String insert) {
    return new Candidate(
        Kind.FIELD,
        field.name(),
        insert,
        insert.length(),
        Message.of("bearings.formula.means.field", field.id(), field.quantity().text()));
  }

  private static String escaped(String name, char quote) {
    return name.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
  }

  private List<Candidate> inBrackets(List<Slot> slots) {
    List<Candidate> candidates = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot == Slot.FIELD) {
        candidates.addAll(fields());
      } else if (slot == Slot.DURATION) {
        Catalogue.durations().forEach(it -> candidates.add(plain(Kind.METRIC, it)));
      } else if (slot == Slot.JQL || slot == Slot.STATUSES || slot == Slot.LIMIT) {
        candidates.add(new Candidate(Kind.WORD, "\"\"", "\"\"", 1, Texts.slot(slot)));
      }
      slot.words().forEach(it -> candidates.add(plain(Kind.WORD, it)));
      slot.calls().forEach(it -> candidates.add(inside(it)));
    }
    return candidates;
  }

  private List<Candidate> fields() {
    return known.fields().stream()
        .map(it -> field(it, '"' + escaped(it.name(), '"') + '"'))
        .toList();
  }

  private List<Candidate> operands(String part) {
    List<Candidate> candidates = new ArrayList<>();
    Catalogue.all().values().forEach(it -> candidates.add(signature(it)));
    Names.ARITHMETIC.forEach(it -> candidates.add(call(Kind.FUNCTION, it)));
    for (Input input : Input.values()) {
      candidates.add(plain(Kind.INPUT, input.word()));
    }
    known
        .kpisLike(part, Completion.MOST)
        .forEach(
            it ->
                candidates.add(
                    new Candidate(
                        Kind.KPI,
                        it.key() + " " + it.name(),
                        it.key(),
                        it.key().length(),
                        Message.of("bearings.formula.means.kpi", it.name()))));
    return candidates;
  }

  private static Candidate signature(Signature signature) {
    Kind kind = signature.kind() == Signature.Kind.PRIMITIVE ? Kind.PRIMITIVE : Kind.METRIC;
    return signature.standsAlone() ? plain(kind, signature.name()) : call(kind, signature.name());
  }

  private static Candidate plain(Kind kind, String name) {
    return new Candidate(kind, name, name, name.length(), Catalogue.meaning(name));
  }

  private static Candidate call(Kind kind, String name) {
    return new Candidate(kind, name, name + "()", name.length() + 1, Catalogue.meaning(name));
  }

  private static Candidate inside(String name) {
    return new Candidate(
        Kind.WORD, name, name + "(\"\")", name.length() + 2, Catalogue.meaning(name));
  }

  private static List<Candidate> ranked(List<Candidate> candidates, String part) {
    return candidates.stream()
        .filter(it -> lower(it).contains(part))
        .sorted(Comparator.comparing(it -> !lower(it).startsWith(part)))
        .limit(Completion.MOST)
        .toList();
  }

  private static String lower(Candidate candidate) {
    return candidate.name().toLowerCase(Locale.ROOT);
  }
}
