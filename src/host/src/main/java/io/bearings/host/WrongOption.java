package io.bearings.host;

/** The host was started with an option that it does not understand; the message names it. */
public final class WrongOption extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongOption(String option, String reason) {
    super("option " + option + ": " + reason);
  }
}
