package io.bearings.host.runtime;

import io.bearings.host.osgi.BundleFramework;

/** A bundle of Jira's own that stands beside the add-on. */
public interface Companion {
  /** Nothing stands beside it. */
  Companion NONE = started -> {};

  /** The framework has started and offers Jira's services; the add-on is not installed yet. */
  void beforeAddOn(BundleFramework started);

  /** The add-on is enabled. */
  default void afterAddOn() {}
}
