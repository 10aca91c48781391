package com.atlassian.sal.api.pluginsettings;

/**
 * Named values: String, List of String, Map of String to String, or Properties. Not thread-safe;
 * make one per use.
 *
 * <p>Source and confidence: SP, MS, BA; H for use, M for return types, L for limits (key 100, text
 * 99,000 characters).
 */
public interface PluginSettings {
  Object get(String key);

  Object put(String key, Object value);

  Object remove(String key);
}
