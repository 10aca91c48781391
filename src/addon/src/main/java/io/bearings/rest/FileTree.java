package io.bearings.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON file that a person may have written: one object whose values know the line where they
 * stand, with the names that are there twice.
 */
final class FileTree {
  /** The most values of one file. */
  static final int VALUES = 250_000;

  private final Map<String, Message> problems = new LinkedHashMap<>();
  private final JsonParser parser;
  private int values;

  private FileTree(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * A value and the line where it begins.
   *
   * @param value a map of such values by their names, a list of them, a text, a {@link
   *     java.math.BigDecimal}, a {@link Boolean}, or an empty {@link Optional} for null
   */
  record Said(Object value, int line) {}

  /**
   * What a file says.
   *
   * @param problems what is wrong with names of it, by their path, such as {@code units[3].lead}
   */
  record Tree(Map<String, Said> root, Map<String, Message> problems) {}

  /**
   * Reads a file.
   *
   * @param most its most UTF-16 units
   * @throws Refusal.Invalid when it is too large or no JSON object
   */
  static Tree read(JsonFactory json, String text, int most) {
    if (text.length() > most) {
      throw large(most);
    }
    try (JsonParser parser = json.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw noObject();
      }
      FileTree tree = new FileTree(parser);
      Map<String, Said> root = tree.object("");
      if (parser.nextToken() != null) {
        throw noObject();
      }
      return new Tree(root, tree.problems);
    } catch (JsonProcessingException e) {
      JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
      throw new Refusal.Invalid(
          Message.of("bearings.error.settingsFile.noJson", at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory", e);
    }
  }

  private static Refusal noObject() {
    return new Refusal.Invalid(Message.of("bearings.error.settingsFile.noObject"));
  }

  private static Refusal large(int most) {
    return new Refusal.Invalid(Message.of("bearings.error.settingsFile.large", most / 1024));
  }

  private Map<String, Said> object(String path) throws IOException {
    Map<String, Said> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (object.containsKey(name)) {
        problems.put(path + name, Message.of("bearings.error.settingsFile.twice"));
      }
      object.put(name, said(path + name));
    }
    return object;
  }

  private Said said(String path) throws IOException {
    values++;
    if (values > VALUES) {
      throw new Refusal.Invalid(Message.of("bearings.error.settingsFile.values", VALUES));
    }
    int line = parser.currentTokenLocation().getLineNr();
    return new Said(value(path), line);
  }

  /** Null is kept as an absent value, so that a name with it counts as said. */
  private Object value(String path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(path + ".");
      case START_ARRAY -> array(path);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> Optional.empty();
    };
  }

  private List<Said> array(String path) throws IOException {
    List<Said> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(said(path + "[" + array.size() + "]"));
    }
    return array;
  }
}
