package io.bearings.okr;

/** How a change came about. */
public enum Tag {
  /** Somebody made it on a page. */
  MANUAL,
  /** A source that reads itself made it. */
  AUTOMATIC,
  /** A client made it through the API. */
  API
}
