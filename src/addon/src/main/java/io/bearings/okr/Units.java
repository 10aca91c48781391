package io.bearings.okr;

import java.util.List;
import java.util.Optional;

/**
 * Where units and the roles in them are kept. Every call is one transaction, and throws {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface Units {

  /** All units, archived ones too, oldest first. */
  List<Unit> all();

  /** The unit with this id. */
  Optional<Unit> unit(long id);
}
