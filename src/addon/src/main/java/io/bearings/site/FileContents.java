package io.bearings.site;

import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of settings says.
 *
 * @param settings those of the site; what it does not name stays as it is
 * @param units each of the units that it names
 */
public record FileContents(Map<SiteSetting, SettingValue> settings, List<UnitEntry> units) {
  public FileContents {
    Map<SiteSetting, SettingValue> ordered = new EnumMap<>(SiteSetting.class);
    ordered.putAll(settings);
    settings = Collections.unmodifiableMap(ordered);
    units = List.copyOf(units);
  }

  /** A file that says nothing of units. */
  public FileContents(Map<SiteSetting, SettingValue> settings) {
    this(settings, List.of());
  }
}
