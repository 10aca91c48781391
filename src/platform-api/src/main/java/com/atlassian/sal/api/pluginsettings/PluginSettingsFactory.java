package com.atlassian.sal.api.pluginsettings;

/**
 * Settings that live in the host.
 *
 * <p>Source and confidence: SP, MS, BA; H.
 */
public interface PluginSettingsFactory {
  PluginSettings createSettingsForKey(String key);

  PluginSettings createGlobalSettings();
}
