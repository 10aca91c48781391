package io.bearings.connect.acts;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * Where sealed secrets are kept. Every call is one transaction, and throws {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface SealedSecrets {

  /** The sealed secret of a KPI. */
  Optional<String> ofKpi(long kpiId);

  /** Keeps the first secret of a KPI, unless there is one. */
  void addIfAbsent(long kpiId, String sealed, Instant at);

  /** Keeps another secret of a KPI that has one. */
  void replace(long kpiId, String sealed, Instant at);
}
