package io.bearings.host;

/** The host cannot start; the message says why in one line that a person understands. */
final class CannotStart extends Exception {
  private static final long serialVersionUID = 1L;

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
