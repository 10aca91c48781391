package io.bearings.host.db;

/**
 * The database cannot be opened; the message names its address, without password, and the cause.
 */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
