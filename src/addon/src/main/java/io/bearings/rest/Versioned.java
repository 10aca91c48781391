package io.bearings.rest;

/** Something whose version is its entity tag, so that a client can save with {@code If-Match}. */
interface Versioned {
  /** Counts the changes; somebody who saves names the version that they saw. */
  int version();
}
