package io.bearings.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.bearings.okr.Field;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON object of a request, read field by field. How strict a Jira's own reader is, and what it
 * answers, is not known; so this one finds every field that is unknown or of the wrong type, and
 * refuses them all at once in {@link #finish()}.
 */
final class Body {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final int DAY_LENGTH = "2026-11-22".length();

  private final String path;
  private final Map<?, ?> fields;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Body> inner = new ArrayList<>();
  private final Map<String, Message> problems = new LinkedHashMap<>();

  private Optional<Integer> versionElsewhere = Optional.empty();

  private Body(String path, Map<?, ?> fields) {
    this.path = path;
    this.fields = fields;
  }

  /**
   * The object that a text holds.
   *
   * @throws Refusal.Invalid when it is no JSON, or holds something else
   */
  static Body of(String json) {
    if (json == null || json.isBlank()) {
      throw new Refusal.Invalid(Message.of("bearings.error.noBody"));
    }
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      Object value = value(parser);
      if (!(value instanceof Map<?, ?> fields) || parser.nextToken() != null) {
        throw new Refusal.Invalid(Message.of("bearings.error.noObject"));
      }
      return new Body("", fields);
    } catch (JsonProcessingException e) {
      throw new Refusal.Invalid(problem(e));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory", e);
    }
  }

  private static Message problem(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    // Something that is nested without end breaks at no place in particular.
    return at == null
        ? Message.of("bearings.error.noObject")
        : Message.of("bearings.error.noJson", at.getLineNr(), at.getColumnNr());
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> null;
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /** A text; empty when it is missing. */
  String text(String name) {
    return optionalText(name).orElse("");
  }

  /** A text that may be missing or null. */
  Optional<String> optionalText(String name) {
    return field(name, String.class, "bearings.error.noText");
  }

  /** A number that may be missing or null. */
  Optional<BigDecimal> optionalNumber(String name) {
    return field(name, BigDecimal.class, "bearings.error.noNumber");
  }

  /** A number that must be there; 0 beside the problem when it is not. */
  BigDecimal number(String name) {
    Optional<BigDecimal> number = optionalNumber(name);
    if (number.isEmpty()) {
      problems.putIfAbsent(name, Message.of("bearings.error.required"));
    }
    return number.orElse(BigDecimal.ZERO);
  }

  /**
   * Takes a version from elsewhere, which counts where the body names none.
   *
   * @param version of the header {@code If-Match}
   */
  Body orVersion(Optional<Integer> version) {
    versionElsewhere = version;
    return this;
  }

  /** The version that somebody saw, which must be there. */
  int version() {
    if (versionElsewhere.isPresent() && optionalNumber("version").isEmpty()) {
      return versionElsewhere.get();
    }
    BigDecimal number = number("version");
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      problems.putIfAbsent("version", Message.of("bearings.error.noVersion"));
      return 0;
    }
  }

  /** One of some words, which may be missing or null. */
  <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> words) {
    Optional<String> text = optionalText(name);
    Optional<E> word =
        text.flatMap(
            given ->
                Arrays.stream(words.getEnumConstants())
                    .filter(each -> each.name().equals(given))
                    .findFirst());
    if (text.isPresent() && word.isEmpty()) {
      String all =
          Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
      problems.putIfAbsent(name, Message.of("bearings.error.noWord", all));
    }
    return word;
  }

  /** What issues weigh by, which may be missing or null. */
  Optional<WeightBy> optionalWeightBy(String name) {
    Optional<String> text = optionalText(name);
    Optional<WeightBy> weightBy = text.flatMap(WeightBy::of);
    if (text.isPresent() && weightBy.isEmpty()) {
      problems.putIfAbsent(name, Message.of("bearings.error.noWord", WeightBy.WORDS));
    }
    return weightBy;
  }

  /** One of some words, which must be there; the first of them beside the problem if it is not. */
  <E extends Enum<E>> E word(String name, Class<E> words) {
    Optional<E> word = optionalWord(name, words);
    if (word.isEmpty()) {
      problems.putIfAbsent(name, Message.of("bearings.error.required"));
    }
    return word.orElse(words.getEnumConstants()[0]);
  }

  /** The id of something, which must be there; 0 beside the problem when it is not. */
  long id(String name) {
    Optional<Long> id = optionalId(name);
    if (id.isEmpty()) {
      problems.putIfAbsent(name, Message.of("bearings.error.required"));
    }
    return id.orElse(0L);
  }

  /** A day as ISO text, which may be missing or null. */
  Optional<LocalDate> optionalDay(String name) {
    Optional<String> text = optionalText(name);
    try {
      // A year of more than four digits would be a longer text.
      return text.map(given -> LocalDate.parse(given.length() == DAY_LENGTH ? given : ""));
    } catch (DateTimeParseException e) {
      problems.putIfAbsent(name, Message.of("bearings.error.noDay"));
      return Optional.empty();
    }
  }

  /** The id of something, which may be missing or null. */
  Optional<Long> optionalId(String name) {
    return optionalNumber(name).flatMap(number -> id(name, number));
  }

  private Optional<Long> id(String name, BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException e) {
      problems.putIfAbsent(name, Message.of("bearings.error.noId"));
      return Optional.empty();
    }
  }

  /** Yes or no; no when it is missing or null. */
  boolean flag(String name) {
    return field(name, Boolean.class, "bearings.error.noFlag").orElse(false);
  }

  /** Yes or no, which may be missing or null. */
  Optional<Boolean> optionalFlag(String name) {
    return field(name, Boolean.class, "bearings.error.noFlag");
  }

  /** A list of texts that must be there. */
  List<String> texts(String name) {
    Optional<List<String>> texts = optionalTexts(name);
    if (texts.isEmpty()) {
      problems.putIfAbsent(name, Message.of("bearings.error.required"));
    }
    return texts.orElse(List.of());
  }

  /** A list of texts that may be missing or null. */
  Optional<List<String>> optionalTexts(String name) {
    return list(name).map(list -> texts(name, list));
  }

  private List<String> texts(String name, List<?> list) {
    List<String> texts = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof String text) {
        texts.add(text);
      } else {
        problems.putIfAbsent(name, Message.of("bearings.error.noTexts"));
      }
    }
    return texts;
  }

  /** A whole number that may be missing or null. */
  Optional<Integer> optionalWhole(String name) {
    return optionalNumber(name).flatMap(number -> whole(name, number));
  }

  private Optional<Integer> whole(String name, BigDecimal number) {
    try {
      return Optional.of(number.intValueExact());
    } catch (ArithmeticException e) {
      problems.putIfAbsent(name, Message.of("bearings.error.noWhole"));
      return Optional.empty();
    }
  }

  /** An object that may be missing or null. */
  Optional<Body> optionalObject(String name) {
    known.add(name);
    Object value = fields.get(name);
    if (value instanceof Map<?, ?> object) {
      Body found = new Body(path + name + ".", object);
      inner.add(found);
      return Optional.of(found);
    }
    if (value != null) {
      problems.put(name, Message.of("bearings.error.noObjectField"));
    }
    return Optional.empty();
  }

  /** A number that may be left out, or be emptied by null. */
  Field<BigDecimal> numberField(String name) {
    return new Field<>(fields.containsKey(name), optionalNumber(name));
  }

  /** A text that may be left out, or be emptied by null. */
  Field<String> textField(String name) {
    return new Field<>(fields.containsKey(name), optionalText(name));
  }

  /** The id of something that may be left out, or be emptied by null. */
  Field<Long> idField(String name) {
    return new Field<>(fields.containsKey(name), optionalId(name));
  }

  /** A day that may be left out, or be emptied by null. */
  Field<LocalDate> dayField(String name) {
    return new Field<>(fields.containsKey(name), optionalDay(name));
  }

  /** Whether a field is there, be it emptied by null. */
  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** A day as ISO text, which must be there; the first of 1970 beside the problem if it is not. */
  LocalDate day(String name) {
    Optional<LocalDate> day = optionalDay(name);
    if (day.isEmpty()) {
      problems.putIfAbsent(name, Message.of("bearings.error.required"));
    }
    return day.orElse(LocalDate.EPOCH);
  }

  /** Whether a field is there and emptied by null. */
  boolean isEmptied(String name) {
    known.add(name);
    return fields.containsKey(name) && fields.get(name) == null;
  }

  /** A list of ids; absent when it is missing or null. */
  Optional<List<Long>> optionalIds(String name) {
    return list(name).map(given -> ids(name, given));
  }

  private List<Long> ids(String name, List<?> given) {
    List<Long> ids = new ArrayList<>();
    for (Object each : given) {
      if (each instanceof BigDecimal number) {
        id(name, number).ifPresent(ids::add);
      } else {
        problems.putIfAbsent(name, Message.of("bearings.error.noId"));
      }
    }
    return ids;
  }

  /** An object whose fields are all texts, with names of the client's own; absent when missing. */
  Optional<Map<String, String>> optionalTextMap(String name) {
    known.add(name);
    Object value = fields.get(name);
    if (value instanceof Map<?, ?> object) {
      Map<String, String> texts = new LinkedHashMap<>();
      object.forEach(
          (key, each) -> {
            if (each instanceof String text) {
              texts.put(String.valueOf(key), text);
            } else {
              problems.put(name + "." + key, Message.of("bearings.error.noText"));
            }
          });
      return Optional.of(texts);
    }
    if (value != null) {
      problems.put(name, Message.of("bearings.error.noObjectField"));
    }
    return Optional.empty();
  }

  /** Takes note of a field that an answer of ours has, but that a request need not say. */
  void ignore(String... names) {
    known.addAll(List.of(names));
  }

  /** Whether a field is there, and not null. */
  boolean gives(String name) {
    known.add(name);
    return fields.get(name) != null;
  }

  /** A list of objects; empty when it is missing or null. */
  List<Body> objects(String name) {
    List<Body> objects = new ArrayList<>();
    for (Object each : list(name).orElse(List.of())) {
      if (each instanceof Map<?, ?> object) {
        objects.add(new Body(path + name + "[" + objects.size() + "].", object));
      } else {
        problems.putIfAbsent(name, Message.of("bearings.error.noObjects"));
      }
    }
    inner.addAll(objects);
    return objects;
  }

  private Optional<List<?>> list(String name) {
    known.add(name);
    Object value = fields.get(name);
    if (value instanceof List<?> list) {
      return Optional.of(list);
    }
    if (value != null) {
      problems.put(name, Message.of("bearings.error.noList"));
    }
    return Optional.empty();
  }

  private <T> Optional<T> field(String name, Class<T> type, String problem) {
    known.add(name);
    Object value = fields.get(name);
    if (value != null && !type.isInstance(value)) {
      problems.put(name, Message.of(problem));
    }
    return Optional.ofNullable(value).filter(type::isInstance).map(type::cast);
  }

  /**
   * Says that all fields have been read.
   *
   * @throws Refusal.Invalid naming every field that is unknown or wrong
   */
  void finish() {
    Map<String, Message> all = allProblems();
    if (!all.isEmpty()) {
      throw new Refusal.Invalid(all);
    }
  }

  private Map<String, Message> allProblems() {
    Map<String, Message> all = new LinkedHashMap<>();
    problems.forEach((name, problem) -> all.put(path + name, problem));
    for (Object name : fields.keySet()) {
      if (!known.contains(name)) {
        all.put(path + name, Message.of("bearings.error.unknownField"));
      }
    }
    inner.forEach(each -> all.putAll(each.allProblems()));
    return all;
  }
}
