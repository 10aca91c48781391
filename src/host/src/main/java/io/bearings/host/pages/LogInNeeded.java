package io.bearings.host.pages;

/** The page is only for people who are logged in, and nobody is. */
final class LogInNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LogInNeeded() {
    super("Log-in needed", null, false, false);
  }
}
