package io.bearings.host.jira;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads JSON piece by piece and knows where it is, so that a refusal names line, column and path.
 * Each method reads one value and stands behind it.
 */
final class ImportParser implements AutoCloseable {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  // Jackson's own way to say where an object began; where it breaks off is said already.
  private static final Pattern START_MARKER = Pattern.compile("\\s*\\(start marker at .*\\)");

  private final String file;
  private final JsonParser json;
  private final Deque<Object> path = new ArrayDeque<>();

  ImportParser(String file, InputStream in) throws IOException {
    this.file = file;
    this.json = JSON.createParser(in);
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (JsonParseException e) {
      String message = START_MARKER.matcher(e.getOriginalMessage()).replaceAll("");
      throw new ImportFailure(
          file + ", " + at(e.getLocation()) + ": this is not JSON: " + message, e);
    } catch (JsonProcessingException e) {
      throw new ImportFailure(file + ", " + at(e.getLocation()) + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ImportFailure(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String at(JsonLocation location) {
    return "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** A refusal of what was just read. */
  ImportFailure wrong(String message) {
    return new ImportFailure(where() + ": " + message);
  }

  /** Where the parser is, as messages say it. */
  String where() {
    return file + ", " + at(json.currentTokenLocation()) + ": " + path();
  }

  private String path() {
    StringBuilder text = new StringBuilder();
    for (Iterator<Object> i = path.descendingIterator(); i.hasNext(); ) {
      Object step = i.next();
      if (step instanceof Integer) {
        text.append('[').append(step).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step);
      }
    }
    return text.isEmpty() ? "the file" : text.toString();
  }

  /** Reads the one value of the file, and nothing may follow it. */
  void document(Runnable value) {
    next();
    value.run();
    if (next() != null) {
      throw wrong("nothing may follow the closing brace");
    }
  }

  private JsonToken next() {
    return reading(json::nextToken);
  }

  private JsonToken current() {
    return json.currentToken();
  }

  private void require(JsonToken token, String wanted) {
    if (current() != token) {
      throw wrong("expected " + wanted + " but found " + found());
    }
  }

  private String found() {
    JsonToken token = current();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default ->
          token.asString() == null ? token.name().toLowerCase(Locale.ROOT) : token.asString();
    };
  }

  /** Reads an object; the consumer is called for each field and reads its value. */
  void object(Consumer<String> field) {
    require(JsonToken.START_OBJECT, "an object");
    while (next() == JsonToken.FIELD_NAME) {
      String name = reading(json::currentName);
      path.push(name);
      next();
      field.accept(name);
      path.pop();
    }
  }

  /** Reads a list; the supplier reads one element. */
  <T> List<T> list(Supplier<T> element) {
    List<T> elements = new ArrayList<>();
    each(() -> elements.add(element.get()));
    return elements;
  }

  /** Reads a list without keeping it; the work reads one element. */
  void each(Runnable element) {
    require(JsonToken.START_ARRAY, "a list");
    for (int i = 0; next() != JsonToken.END_ARRAY; i++) {
      path.push(i);
      element.run();
      path.pop();
    }
  }

  /** Reads a text, or null. */
  String text() {
    if (current() == JsonToken.VALUE_NULL) {
      return null;
    }
    require(JsonToken.VALUE_STRING, "a text");
    return storable(reading(json::getText));
  }

  private String storable(String text) {
    if (!FieldReader.isStorable(text)) {
      throw wrong("contains a character that cannot be stored");
    }
    return text;
  }

  /** Reads a text that must have something in it. */
  String requiredText() {
    String text = text();
    if (text == null || text.isBlank()) {
      throw wrong("must not be empty");
    }
    return text;
  }

  /** Reads a text of limited length, or null. */
  String text(int longest) {
    String text = text();
    if (text != null && text.length() > longest) {
      throw wrong("must have at most " + longest + " characters, this has " + text.length());
    }
    return text;
  }

  boolean truth() {
    if (current() != JsonToken.VALUE_TRUE && current() != JsonToken.VALUE_FALSE) {
      throw wrong("expected true or false but found " + found());
    }
    return current() == JsonToken.VALUE_TRUE;
  }

  /** Reads a text or a number, as it is written; null for null. */
  String textOrNumber() {
    if (current() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (current() != JsonToken.VALUE_STRING && !current().isNumeric()) {
      throw wrong("expected a text or a number but found " + found());
    }
    return storable(reading(json::getText));
  }

  /** Reads a point in time, or null. */
  Instant moment(Instant now) {
    String text = text();
    return text == null
        ? null
        : ImportDate.parse(text, now)
            .orElseThrow(
                () ->
                    wrong(
                        "'" + text + "' is no date such as 2012-08-31T17:59:02.161+0100 or P-1D"));
  }

  /** Passes over a value, whatever it is. */
  void skip() {
    reading(json::skipChildren);
  }

  ImportFailure unknownField() {
    return wrong("unknown field");
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
