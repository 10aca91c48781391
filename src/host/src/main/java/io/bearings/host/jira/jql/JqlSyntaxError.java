package io.bearings.host.jira.jql;

/** A text is not JQL; the message says what is wrong and where. */
public final class JqlSyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final int character;

  JqlSyntaxError(String message, int line, int character) {
    super(
        "Error in the JQL Query: " + message + " (line " + line + ", character " + character + ")");
    this.line = line;
    this.character = character;
  }

  /** The line of what is wrong, from 1. */
  public int line() {
    return line;
  }

  /** The character in that line, from 1. */
  public int character() {
    return character;
  }
}
