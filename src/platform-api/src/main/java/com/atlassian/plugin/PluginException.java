package com.atlassian.plugin;

/**
 * Something about a plugin is wrong.
 *
 * <p>Source and confidence: Atlassian plugin framework; M.
 */
public class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PluginException() {}

  public PluginException(String message) {
    super(message);
  }

  public PluginException(String message, Throwable cause) {
    super(message, cause);
  }

  public PluginException(Throwable cause) {
    super(cause);
  }
}
