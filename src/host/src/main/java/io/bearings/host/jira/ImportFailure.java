package io.bearings.host.jira;

/**
 * A file cannot be imported; nothing of it was kept. The message names the file and, where the
 * fault is inside, its line, column and JSON path.
 */
public final class ImportFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImportFailure(String message) {
    super(message);
  }

  ImportFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
