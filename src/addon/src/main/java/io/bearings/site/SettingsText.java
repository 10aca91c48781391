package io.bearings.site;

import io.bearings.okr.Refusal;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import java.util.Map;

/** How settings stand in a file. */
public interface SettingsText {

  /** The text of a file. */
  String written(Map<SiteSetting, SettingValue> values);

  /**
   * What the text of a file says; a setting that it does not name is not in the map.
   *
   * @throws Refusal.Invalid when it is no such file, or naming all that is wrong in it
   */
  Map<SiteSetting, SettingValue> read(String text);
}
