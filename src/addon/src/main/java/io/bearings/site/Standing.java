package io.bearings.site;

import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;

/**
 * How it stands with a setting.
 *
 * @param now what is in force
 * @param usual what was in force if nobody had decided
 */
public record Standing(SiteSetting setting, SettingValue now, SettingValue usual) {

  /** Whether somebody decided otherwise. */
  public boolean changed() {
    return !now.equals(usual);
  }
}
