package io.bearings.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bearings.okr.Message;
import io.bearings.okr.SettingRange;
import io.bearings.okr.SettingValue;
import io.bearings.okr.Texts;
import io.bearings.okr.UnitRules;
import io.bearings.okr.UnitSetting;
import io.bearings.rest.FileTree.Said;
import io.bearings.site.UnitEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units in a file of settings: a list of objects, each with the name of the unit, the place of
 * the unit above, and what its settings say. Everything that is wrong is told with the unit and the
 * line.
 */
final class UnitsOfFile {
  /** The most units of one file. */
  static final int MOST = 5_000;

  /** The longest text in an entry, in UTF-16 units. */
  private static final int LENGTH = UnitRules.NAME_LENGTH;

  private static final String UNITS = "units";
  private static final String NAME = "name";
  private static final String PARENT = "parent";
  private static final String ID = "id";

  private final Map<String, Message> problems;

  private UnitsOfFile(Map<String, Message> problems) {
    this.problems = problems;
  }

  static void write(JsonGenerator json, List<UnitEntry> units) throws IOException {
    json.writeArrayFieldStart(UNITS);
    for (UnitEntry unit : units) {
      json.writeStartObject();
      json.writeStringField(NAME, unit.name());
      json.writeFieldName(PARENT);
      SettingsFile.writeTexts(json, unit.parent());
      for (Map.Entry<UnitSetting, SettingValue> each : unit.values().entrySet()) {
        json.writeFieldName(each.getKey().fileName());
        SettingsFile.write(json, each.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, SettingValue.Boards boards) throws IOException {
    json.writeStartArray();
    for (SettingValue.Board each : boards.boards()) {
      json.writeStartObject();
      json.writeNumberField(ID, each.id());
      if (each.name().isPresent()) {
        json.writeStringField(NAME, each.name().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * What the units of a file say.
   *
   * @param problems takes all that is wrong, by path
   */
  static List<UnitEntry> read(Said units, Map<String, Message> problems) {
    if (!(units.value() instanceof List<?> list)) {
      problems.putIfAbsent(UNITS, Message.of("bearings.error.settingsFile.noUnits"));
      return List.of();
    }
    if (list.size() > MOST) {
      problems.putIfAbsent(UNITS, Message.of("bearings.error.tooMany", MOST));
      return List.of();
    }
    UnitsOfFile reading = new UnitsOfFile(problems);
    List<UnitEntry> entries = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      reading.entry(UNITS + "[" + i + "]", (Said) list.get(i)).ifPresent(entries::add);
    }
    return entries;
  }

  private Optional<UnitEntry> entry(String path, Said said) {
    if (!(said.value() instanceof Map<?, ?> object)) {
      problems.put(
          path,
          Message.of(
              "bearings.error.settingsFile.atLine",
              said.line(),
              Message.of("bearings.error.noObjectField")));
      return Optional.empty();
    }
    Entry entry = new Entry(path, said.line(), object);
    return entry.read();
  }

  /** One unit. */
  private final class Entry {
    private final String path;
    private final Map<?, ?> object;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<UnitSetting, SettingValue> values = new EnumMap<>(UnitSetting.class);

    private Entry(String path, int line, Map<?, ?> object) {
      this.path = path;
      this.object = object;
      lines.put(UnitEntry.WHOLE, line);
    }

    private Optional<UnitEntry> read() {
      List<String> place = new ArrayList<>(parent());
      place.add(name());
      object.forEach((name, said) -> setting((String) name, (Said) said));
      return place.contains("")
          ? Optional.empty()
          : Optional.of(new UnitEntry(place, values, lines));
    }

    private String name() {
      Optional<Said> said = said(NAME);
      Optional<String> name = said.flatMap(this::text);
      if (name.filter(each -> !each.isEmpty()).isEmpty()) {
        problem(
            NAME,
            said.flatMap(this::badText).orElseGet(() -> Message.of("bearings.error.required")));
      }
      return name.orElse("");
    }

    /** Absent beside the problem where it is no text of one line that can be kept. */
    private Optional<String> text(Said said) {
      return said.value() instanceof String text && Texts.lineProblem(text, LENGTH).isEmpty()
          ? Optional.of(text.strip())
          : Optional.empty();
    }

    private List<String> parent() {
      Optional<Said> said = said(PARENT);
      Optional<List<String>> names = said.flatMap(this::texts);
      if (names.isEmpty() || names.get().contains("")) {
        problem(PARENT, Message.of("bearings.error.settingsFile.noPlace"));
      }
      return names.orElse(List.of());
    }

    private Optional<Said> said(String name) {
      Optional<Said> said = Optional.ofNullable((Said) object.get(name));
      said.ifPresent(each -> lines.put(name, each.line()));
      return said;
    }

    private Optional<List<String>> texts(Said said) {
      if (!(said.value() instanceof List<?> list)) {
        return Optional.empty();
      }
      List<String> texts = list.stream().flatMap(each -> text((Said) each).stream()).toList();
      return texts.size() == list.size() ? Optional.of(texts) : Optional.empty();
    }

    private void setting(String name, Said said) {
      if (name.equals(NAME) || name.equals(PARENT)) {
        return;
      }
      lines.put(name, said.line());
      Optional<UnitSetting> setting = UnitSetting.called(name);
      if (setting.isEmpty()) {
        problem(name, Message.of("bearings.error.settingsFile.unknown"));
        return;
      }
      Optional<SettingValue> value = value(setting.get().range(), said);
      if (value.isPresent()) {
        values.put(setting.get(), value.get());
      } else {
        problem(name, badText(said).orElseGet(() -> SettingsFile.wrongType(setting.get().range())));
      }
    }

    /** What is wrong with a text, or with one of a list, that could not be kept anywhere. */
    private Optional<Message> badText(Said said) {
      if (said.value() instanceof List<?> list) {
        return list.stream().flatMap(each -> badText((Said) each).stream()).findFirst();
      }
      return said.value() instanceof String text
          ? Texts.lineProblem(text, LENGTH)
          : Optional.empty();
    }

    private Optional<SettingValue> value(SettingRange range, Said said) {
      if (range instanceof SettingRange.Perhaps perhaps) {
        return said.value().equals(Optional.empty())
            ? Optional.of(SettingRange.Perhaps.NONE)
            : value(perhaps.range(), said);
      }
      if (range instanceof SettingRange.BoardList) {
        return boards(said);
      }
      if (range instanceof SettingRange.Some) {
        return texts(said).map(SettingValue.Names::new);
      }
      if (range instanceof SettingRange.Named || range instanceof SettingRange.OneOf) {
        return range instanceof SettingRange.Named && said.value().equals(Optional.empty())
            ? Optional.of(SettingRange.Perhaps.NONE)
            : text(said).map(SettingValue::name);
      }
      return SettingsFile.value(range, said);
    }

    private Optional<SettingValue> boards(Said said) {
      if (!(said.value() instanceof List<?> list)) {
        return Optional.empty();
      }
      List<SettingValue.Board> boards =
          list.stream().flatMap(each -> board((Said) each).stream()).toList();
      return boards.size() == list.size()
          ? Optional.of(new SettingValue.Boards(boards))
          : Optional.empty();
    }

    private Optional<SettingValue.Board> board(Said said) {
      if (!(said.value() instanceof Map<?, ?> board)
          || !board.keySet().stream().allMatch(key -> key.equals(ID) || key.equals(NAME))
          || !(board.get(ID) instanceof Said id)) {
        return Optional.empty();
      }
      Optional<Said> name = Optional.ofNullable((Said) board.get(NAME));
      Optional<String> text = name.flatMap(this::text);
      return text.isPresent() == name.isPresent()
          ? id(id).map(each -> new SettingValue.Board(each, text))
          : Optional.empty();
    }

    private Optional<Long> id(Said said) {
      try {
        return said.value() instanceof BigDecimal number
            ? Optional.of(number.longValueExact())
            : Optional.empty();
      } catch (ArithmeticException e) {
        return Optional.empty();
      }
    }

    private void problem(String field, Message problem) {
      problems.putIfAbsent(
          path + "." + field,
          Message.of(
              "bearings.error.settingsFile.inUnit",
              said(NAME).flatMap(this::text).orElse("?"),
              lines.getOrDefault(field, lines.get(UnitEntry.WHOLE)),
              problem));
    }
  }
}
