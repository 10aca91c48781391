package io.bearings.site;

import io.bearings.okr.SettingValue;
import io.bearings.okr.UnitSetting;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a file says about a unit.
 *
 * @param place the names from the unit at the top down to its own
 * @param values what its settings say; one that is missing stays as it is
 * @param lines where that stands in the file, by the names of settings in files; empty for a file
 *     that is yet to be written
 */
public record UnitEntry(
    List<String> place, Map<UnitSetting, SettingValue> values, Map<String, Integer> lines) {
  /** What the line of the whole entry is kept by. */
  public static final String WHOLE = "";

  public UnitEntry {
    place = List.copyOf(place);
    Map<UnitSetting, SettingValue> ordered = new EnumMap<>(UnitSetting.class);
    ordered.putAll(values);
    values = Collections.unmodifiableMap(ordered);
    lines = Map.copyOf(lines);
  }

  /** An entry that is to be written. */
  UnitEntry(List<String> place, Map<UnitSetting, SettingValue> values) {
    this(place, values, Map.of());
  }

  /** What the unit is called. */
  public String name() {
    return place.get(place.size() - 1);
  }

  /** The place of the unit above; empty at the top. */
  public List<String> parent() {
    return place.subList(0, place.size() - 1);
  }

  /** The place as a sentence names it. */
  String title() {
    return title(place);
  }

  /** A place as a sentence names it. */
  static String title(List<String> place) {
    return String.join(" / ", place);
  }

  /** Where a setting stands, or else the entry. */
  int line(String setting) {
    return lines.getOrDefault(setting, lines.getOrDefault(WHOLE, 0));
  }
}
