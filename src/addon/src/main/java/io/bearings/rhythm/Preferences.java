package io.bearings.rhythm;

import io.bearings.okr.Refusal;
import java.util.Map;

/**
 * Where it is kept how people want to be reminded. Every call is one transaction, and throws {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface Preferences {

  /** What people want who said so, by their user key: one statement. */
  Map<String, Preference> all();

  /** What a person wants. */
  Preference of(String personKey);

  /** Keeps what a person wants. */
  void save(String personKey, Preference preference);
}
