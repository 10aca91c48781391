package com.atlassian.sal.api.lifecycle;

/**
 * Told when the host has started; only if exported as a service.
 *
 * <p>Source and confidence: BA, GR; H.
 */
public interface LifecycleAware {
  void onStart();

  default void onStop() {}
}
