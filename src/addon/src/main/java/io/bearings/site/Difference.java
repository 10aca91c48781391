package io.bearings.site;

import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;

/** What a setting says, and what it is to say or says since. */
public record Difference(SiteSetting setting, SettingValue before, SettingValue after) {}
