package io.bearings.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingRange;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.rest.FileTree.Said;
import io.bearings.site.FileContents;
import io.bearings.site.SettingsText;
import io.bearings.site.UnitEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Settings as a JSON file: {@code {"format": "bearings-settings", "version": 2, "settings": {…},
 * "units": [{…}]}}. A file of version 1 says nothing of units, and is read as well. People write
 * such files by hand, so every name that is wrong, missing or there twice is told at once, each by
 * its name.
 */
@Component
class SettingsFile implements SettingsText {
  /** The longest file, in UTF-16 units. */
  static final int MOST = 4 * 1024 * 1024;

  private static final JsonFactory JSON =
      new JsonFactory().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
  private static final String FORMAT = "format";
  private static final String OUR_FORMAT = "bearings-settings";
  private static final String VERSION = "version";
  private static final int OUR_VERSION = 2;
  private static final BigDecimal WITHOUT_UNITS = BigDecimal.ONE;
  private static final String SETTINGS = "settings";
  private static final String UNITS = "units";

  @Override
  public String written(FileContents contents) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField(FORMAT, OUR_FORMAT);
      json.writeNumberField(VERSION, OUR_VERSION);
      json.writeObjectFieldStart(SETTINGS);
      for (Map.Entry<SiteSetting, SettingValue> each : contents.settings().entrySet()) {
        json.writeFieldName(each.getKey().fileName());
        write(json, each.getValue());
      }
      json.writeEndObject();
      if (!contents.units().isEmpty()) {
        UnitsOfFile.write(json, contents.units());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory", e);
    }
    return text.append('\n').toString();
  }

  static void write(JsonGenerator json, SettingValue value) throws IOException {
    if (value instanceof SettingValue.Amount amount) {
      json.writeNumber(amount.amount());
    } else if (value instanceof SettingValue.Truth truth) {
      json.writeBoolean(truth.truth());
    } else if (value instanceof SettingValue.Names names) {
      writeTexts(json, names.names());
    } else if (value instanceof SettingValue.Boards boards) {
      UnitsOfFile.write(json, boards);
    } else if (value.text().isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(value.text());
    }
  }

  static void writeTexts(JsonGenerator json, List<String> texts) throws IOException {
    json.writeStartArray();
    for (String each : texts) {
      json.writeString(each);
    }
    json.writeEndArray();
  }

  @Override
  public FileContents read(String text) {
    FileTree.Tree tree = FileTree.read(JSON, text, MOST);
    return new Reading(tree.problems()).contents(tree.root());
  }

  private static Refusal whole(Message problem) {
    return new Refusal.Invalid(problem);
  }

  /** One file with all that is wrong in it. */
  private static final class Reading {
    private final Map<String, Message> problems;

    private Reading(Map<String, Message> problems) {
      this.problems = new LinkedHashMap<>(problems);
    }

    private FileContents contents(Map<String, Said> file) {
      if (!OUR_FORMAT.equals(at(file, FORMAT))) {
        throw whole(Message.of("bearings.error.settingsFile.format", OUR_FORMAT));
      }
      Object version = at(file, VERSION);
      boolean withUnits = BigDecimal.valueOf(OUR_VERSION).equals(version);
      if (!withUnits && !WITHOUT_UNITS.equals(version)) {
        throw whole(Message.of("bearings.error.settingsFile.version", OUR_VERSION));
      }
      file.keySet().stream()
          .filter(name -> !List.of(FORMAT, VERSION, SETTINGS).contains(name))
          .filter(name -> !(withUnits && name.equals(UNITS)))
          .forEach(name -> problems.put(name, Message.of("bearings.error.unknownField")));
      Map<SiteSetting, SettingValue> values = new EnumMap<>(SiteSetting.class);
      if (at(file, SETTINGS) instanceof Map<?, ?> settings) {
        settings.forEach((name, value) -> add(values, (String) name, (Said) value));
      } else {
        problems.put(SETTINGS, Message.of("bearings.error.noObjectField"));
      }
      List<UnitEntry> units =
          withUnits && file.containsKey(UNITS)
              ? UnitsOfFile.read(file.get(UNITS), problems)
              : List.of();
      if (!problems.isEmpty()) {
        throw new Refusal.Invalid(withoutPath(problems));
      }
      return new FileContents(values, units);
    }

    private static Object at(Map<String, Said> file, String name) {
      return Optional.ofNullable(file.get(name)).map(Said::value).orElse(Optional.empty());
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

    private void add(Map<SiteSetting, SettingValue> values, String name, Said value) {
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
  }

  /** What a value says for a range; absent where it is of another type. */
  static Optional<SettingValue> value(SettingRange range, Said said) {
    Object value = said.value();
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
      return value instanceof String name ? Optional.of(SettingValue.name(name)) : Optional.empty();
    }
    return value instanceof List<?> list ? names(list) : Optional.empty();
  }

  private static Optional<SettingValue> names(List<?> list) {
    List<Object> values = list.stream().map(each -> ((Said) each).value()).toList();
    return values.stream().allMatch(String.class::isInstance)
        ? Optional.of(new SettingValue.Names(values.stream().map(String.class::cast).toList()))
        : Optional.empty();
  }

  /** What to say of a value that is of another type than its range. */
  static Message wrongType(SettingRange range) {
    if (range instanceof SettingRange.Perhaps perhaps) {
      return wrongType(perhaps.range());
    }
    if (range instanceof SettingRange.BoardList) {
      return Message.of("bearings.error.noBoards");
    }
    if (range instanceof SettingRange.Number) {
      return Message.of("bearings.error.noNumber");
    }
    if (range instanceof SettingRange.YesOrNo) {
      return Message.of("bearings.error.noFlag");
    }
    return Message.of(
        range instanceof SettingRange.Field
                || range instanceof SettingRange.Weekday
                || range instanceof SettingRange.Named
                || range instanceof SettingRange.OneOf
            ? "bearings.error.noText"
            : "bearings.error.noTexts");
  }
}
