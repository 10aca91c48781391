package io.bearings.host.pages;

/** A time as a person reads it and as a machine does. */
public record Moment(String text, String iso) {
  /** No time at all. */
  static final Moment NONE = new Moment("", "");
}
