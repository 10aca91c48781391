package io.bearings.coach;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The word lists of one language, from {@code coach/xx.properties} (UTF-8). */
final class Words {
  private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, read(language));
    }
  }

  private static final int SHORT = 3;
  private static final String AND = "und";
  private static final String EIN = "ein";

  private final boolean verbLast;
  private final String letters;
  private final List<String> infinitives;
  private final List<String> kpiSuffixes;
  private final List<String> noKpiSuffixes;
  private final List<String> participles;
  private final Pattern done;
  private final boolean headLast;
  private final Map<WordList, Phrases> lists = new EnumMap<>(WordList.class);
  private final Map<String, BigDecimal> numbers;
  private final Map<String, BigDecimal> largeNumbers;
  private final Map<String, BigDecimal> timesNumbers;
  private final Map<String, BigDecimal> weakNumbers;
  private final Map<String, BigDecimal> shares;
  private final Phrases shareWords;
  private final Phrases weakShareWords;
  private final Map<String, String> plain = new LinkedHashMap<>();
  private final Map<String, String> endingsOfOurs = new LinkedHashMap<>();

  private Words(Properties file) {
    verbLast = Boolean.parseBoolean(file.getProperty("verb.last"));
    letters = file.getProperty("letters");
    infinitives = entries(file, "infinitive");
    kpiSuffixes = entries(file, "kpi.suffix").stream().map(Tokens::norm).toList();
    noKpiSuffixes = entries(file, "kpi.suffix.not").stream().map(Tokens::norm).toList();
    participles = entries(file, "participle");
    done = Pattern.compile(file.getProperty("done.form"));
    headLast = Boolean.parseBoolean(file.getProperty("head.last"));
    for (WordList list : WordList.values()) {
      lists.put(list, new Phrases(entries(file, list.key())));
    }
    numbers = numbers(file, "numbers");
    largeNumbers = numbers(file, "numbers.large");
    timesNumbers = numbers(file, "numbers.times");
    weakNumbers = numbers(file, "numbers.weak");
    shares = numbers(file, "numbers.share");
    shareWords = new Phrases(shares.keySet());
    Map<String, BigDecimal> weak = numbers(file, "numbers.share.weak");
    weakShareWords = new Phrases(weak.keySet());
    shares.putAll(weak);
    entries(file, "plain").forEach(entry -> pair(entry, plain::put));
    entries(file, "we.ending").forEach(entry -> pair(entry, endingsOfOurs::put));
  }

  private static Map<String, BigDecimal> numbers(Properties file, String key) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    entries(file, key)
        .forEach(
            entry ->
                pair(
                    entry, (word, value) -> numbers.put(Tokens.norm(word), new BigDecimal(value))));
    return numbers;
  }

  private static void pair(String entry, BiConsumer<String, String> to) {
    int equals = entry.indexOf('=');
    to.accept(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
  }

  private static List<String> entries(Properties file, String key) {
    String value = file.getProperty(key);
    if (value == null) {
      throw new IllegalStateException("No list " + key);
    }
    return Arrays.stream(value.split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private static Words read(Language language) {
    String name = "/coach/" + language.code() + ".properties";
    try (InputStream file = Words.class.getResourceAsStream(name);
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      return new Words(properties);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  static Words of(Language language) {
    return ALL.get(language);
  }

  Phrases list(WordList list) {
    return lists.get(list);
  }

  /** What a word for a number is worth. */
  Optional<BigDecimal> number(String norm) {
    return Optional.ofNullable(numbers.get(norm)).or(() -> joined(norm));
  }

  /** "Fünfundzwanzig", in languages that write so. */
  private Optional<BigDecimal> joined(String norm) {
    int at = verbLast ? norm.indexOf(AND, 1) : -1;
    if (at < 0) {
      return Optional.empty();
    }
    String head = norm.substring(0, at);
    BigDecimal ones = head.equals(EIN) ? BigDecimal.ONE : numbers.get(head);
    BigDecimal tens = numbers.get(norm.substring(at + AND.length()));
    return ones == null || tens == null ? Optional.empty() : Optional.of(ones.add(tens));
  }

  /** How many tokens from this one on are a share in words, like "two thirds"; 0 for none. */
  int shareLength(List<Token> tokens, int index) {
    return shareWords.lengthAt(tokens, index);
  }

  /** The same for what is a share only where a number is expected: "a third". */
  int weakShareLength(List<Token> tokens, int index) {
    return weakShareWords.lengthAt(tokens, index);
  }

  /** What a share in words is worth, in percent. */
  BigDecimal share(List<Token> tokens) {
    return shares.get(tokens.stream().map(Token::norm).collect(Collectors.joining(" ")));
  }

  /** What a word like "million" multiplies the number before it by. */
  Optional<BigDecimal> largeNumber(String norm) {
    return Optional.ofNullable(largeNumbers.get(norm));
  }

  /** What a word like "twice" is worth before "a week". */
  Optional<BigDecimal> timesNumber(String norm) {
    return Optional.ofNullable(timesNumbers.get(norm));
  }

  /** What a word like "one" is worth where a number is expected; elsewhere it is no number. */
  Optional<BigDecimal> weakNumber(String norm) {
    return Optional.ofNullable(weakNumbers.get(norm));
  }

  /** The infinitive of a verb as those say it who do it, by its ending: "visitamos". */
  Optional<String> infinitiveOfOurs(String norm) {
    return endingsOfOurs.entrySet().stream()
        .filter(ending -> norm.endsWith(ending.getKey()))
        .map(
            ending ->
                norm.substring(0, norm.length() - ending.getKey().length()) + ending.getValue())
        .findFirst();
  }

  /** Plain words for words that few people understand. */
  Map<String, String> plain() {
    return plain;
  }

  /** Whether a text has a letter that tells this language from the others. */
  boolean tellingLetter(String text) {
    return text.chars()
        .map(Character::toLowerCase)
        .anyMatch(letter -> letters.indexOf(letter) >= 0);
  }

  /** Whether a word has the form in which wishes are written, where there is such a form. */
  boolean infinitive(String norm) {
    return norm.length() > SHORT && infinitives.stream().anyMatch(norm::endsWith);
  }

  /** Whether a word has the form of what was done, where there is such a form. */
  boolean participle(Token word) {
    String text = word.text().toLowerCase(Locale.ROOT);
    return text.length() > SHORT && participles.stream().anyMatch(text::endsWith);
  }

  /** Whether a word looks like what was done to several things: "laid", "verlegt", "posés". */
  boolean doneByForm(Token word) {
    return word.isWord() && done.matcher(word.text().toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether the last of several nouns says what a thing is: "training videos". */
  boolean headLast() {
    return headLast;
  }

  /** Whether wishes are written in a form that shows. */
  boolean infinitivesShow() {
    return !infinitives.isEmpty();
  }

  /** Whether a word is a measure by what it is put together from. */
  boolean namesMeasure(String norm) {
    return kpiSuffixes.stream().anyMatch(norm::endsWith)
        && noKpiSuffixes.stream().noneMatch(norm::endsWith);
  }

  /** Whether a wish ends with its verb, as in German. */
  boolean verbLast() {
    return verbLast;
  }
}
