package io.bearings.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingRange;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.site.SettingsText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Settings as a JSON file: {@code {"format": "bearings-settings", "version": 1, "settings": {…}}}.
 * People write such files by hand, so every name that is wrong, missing or there twice is told at
 * once, each by its name.
 */
@Component
class SettingsFile implements SettingsText {
  /** The longest file, in UTF-16 units. */
  static final int MOST = 256 * 1024;

  private static final JsonFactory JSON =
      new JsonFactory().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
  private static final String FORMAT = "format";
  private static final String OUR_FORMAT = "bearings-settings";
  private static final String VERSION = "version";
  private static final int OUR_VERSION = 1;
  private static final String SETTINGS = "settings";

  @Override
  public String written(Map<SiteSetting, SettingValue> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField(FORMAT, OUR_FORMAT);
      json.writeNumberField(VERSION, OUR_VERSION);
      json.writeObjectFieldStart(SETTINGS);
      for (Map.Entry<SiteSetting, SettingValue> each : new EnumMap<>(values).entrySet()) {
        json.writeFieldName(each.getKey().fileName());
        write(json, each.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, SettingValue value) throws IOException {
    if (value instanceof SettingValue.Amount amount) {
      json.writeNumber(amount.amount());
    } else if (value instanceof SettingValue.Truth truth) {
      json.writeBoolean(truth.truth());
    } else if (value instanceof SettingValue.Names names) {
      json.writeStartArray();
      for (String each : names.names()) {
        json.writeString(each);
      }
      json.writeEndArray();
    } else if (value.text().isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(value.text());
    }
  }

  @Override
  public Map<SiteSetting, SettingValue> read(String text) {
    if (text.length() > MOST) {
      throw whole(Message.of("bearings.error.settingsFile.large", MOST / 1024));
    }
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw whole(Message.of("bearings.error.settingsFile.noObject"));
      }
      Reading reading = new Reading();
      Map<String, Object> file = reading.object(parser, "");
      if (parser.nextToken() != null) {
        throw whole(Message.of("bearings.error.settingsFile.noObject"));
      }
      return reading.settings(file);
    } catch (JsonProcessingException e) {
      JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
      throw whole(
          Message.of("bearings.error.settingsFile.noJson", at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory", e);
    }
  }

  private static Refusal whole(Message problem) {
    return new Refusal.Invalid(problem);
  }

  /** One file with all that is wrong in it. */
  private static final class Reading {
    private final Map<String, Message> problems = new LinkedHashMap<>();

    private Map<String, Object> object(JsonParser parser, String path) throws IOException {
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (object.containsKey(name)) {
          problems.put(path + name, Message.of("bearings.error.settingsFile.twice"));
        }
        object.put(name, value(parser, path + name + "."));
      }
      return object;
    }

    /** Null is kept as an absent value, so that a name with it counts as said. */
    private Object value(JsonParser parser, String path) throws IOException {
      return switch (parser.currentToken()) {
        case START_OBJECT -> object(parser, path);
        case START_ARRAY -> array(parser, path);
        case VALUE_STRING -> parser.getText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
        case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
        default -> Optional.empty();
      };
    }

    private List<Object> array(JsonParser parser, String path) throws IOException {
      List<Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser, path));
      }
      return array;
    }

    private Map<SiteSetting, SettingValue> settings(Map<String, Object> file) {
      if (!OUR_FORMAT.equals(file.get(FORMAT))) {
        throw whole(Message.of("bearings.error.settingsFile.format", OUR_FORMAT));
      }
      if (!BigDecimal.valueOf(OUR_VERSION).equals(file.get(VERSION))) {
        throw whole(Message.of("bearings.error.settingsFile.version", OUR_VERSION));
      }
      file.keySet().stream()
          .filter(name -> !List.of(FORMAT, VERSION, SETTINGS).contains(name))
          .forEach(name -> problems.put(name, Message.of("bearings.error.unknownField")));
      Map<SiteSetting, SettingValue> values = new EnumMap<>(SiteSetting.class);
      if (file.get(SETTINGS) instanceof Map<?, ?> settings) {
        settings.forEach((name, value) -> add(values, (String) name, value));
      } else {
        problems.put(SETTINGS, Message.of("bearings.error.noObjectField"));
      }
      if (!problems.isEmpty()) {
        throw new Refusal.Invalid(withoutPath(problems));
      }
      return values;
    }

    /** A setting is known by its own name, wherever it stands. */
    private static Map<String, Message> withoutPath(Map<String, Message> problems) {
      Map<String, Message> named = new LinkedHashMap<>();
      problems.forEach(
          (path, problem) ->
              named.putIfAbsent(
                  path.startsWith(SETTINGS + ".") ? path.substring(SETTINGS.length() + 1) : path,
                  problem));
      return named;
    }

    private void add(Map<SiteSetting, SettingValue> values, String name, Object value) {
      Optional<SiteSetting> setting = SiteSetting.called(name);
      if (setting.isEmpty()) {
        problems.put(name, Message.of("bearings.error.settingsFile.unknown"));
        return;
      }
      Optional<SettingValue> said = value(setting.get().range(), value);
      if (said.isPresent()) {
        values.put(setting.get(), said.get());
      } else {
        problems.putIfAbsent(name, wrongType(setting.get().range()));
      }
    }

    private static Optional<SettingValue> value(SettingRange range, Object value) {
      if (range instanceof SettingRange.Number) {
        return value instanceof BigDecimal number
            ? Optional.of(new SettingValue.Amount(number))
            : Optional.empty();
      }
      if (range instanceof SettingRange.YesOrNo) {
        return value instanceof Boolean truth
            ? Optional.of(new SettingValue.Truth(truth))
            : Optional.empty();
      }
      if (range instanceof SettingRange.Field && Optional.empty().equals(value)) {
        return Optional.of(new SettingValue.Name(Optional.empty()));
      }
      if (range instanceof SettingRange.Field || range instanceof SettingRange.Weekday) {
        return value instanceof String name
            ? Optional.of(SettingValue.name(name))
            : Optional.empty();
      }
      return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
          ? Optional.of(new SettingValue.Names(list.stream().map(String.class::cast).toList()))
          : Optional.empty();
    }

    private static Message wrongType(SettingRange range) {
      if (range instanceof SettingRange.Number) {
        return Message.of("bearings.error.noNumber");
      }
      if (range instanceof SettingRange.YesOrNo) {
        return Message.of("bearings.error.noFlag");
      }
      return Message.of(
          range instanceof SettingRange.Field || range instanceof SettingRange.Weekday
              ? "bearings.error.noText"
              : "bearings.error.noTexts");
    }
  }
}
