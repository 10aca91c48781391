package io.bearings.store;

import java.sql.SQLException;

/** Somebody else wrote first what a transaction was about to write by what it had read. */
final class Outrun extends SQLException {
  private static final long serialVersionUID = 1;

  Outrun(String message) {
    super(message);
  }

  Outrun(String message, SQLException cause) {
    super(message, cause);
  }
}
