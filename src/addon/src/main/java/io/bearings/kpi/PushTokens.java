package io.bearings.kpi;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where tokens are kept, as hashes only. All calls throw {@link Refusal.Unavailable} while the
 * database cannot be used.
 */
public interface PushTokens {

  /**
   * Writes a token.
   *
   * @param label what it is called; perhaps empty
   * @param hash of the token, in letters and digits of ASCII, 128 at most; of no other token
   */
  PushToken add(long kpiId, String label, String hash, Edit by);

  /** The token with this hash, also a revoked one. */
  Optional<PushToken> withHash(String hash);

  /** The tokens of a KPI, oldest first, with those that were revoked. */
  List<PushToken> ofKpi(long kpiId);

  /**
   * Makes a token of a KPI worthless, for ever.
   *
   * @return whether it was not before; not either where the KPI has no such token
   */
  boolean revoke(long kpiId, long id, Edit by);

  /** Remembers when a token was used; at most once a minute, so that many pushes write little. */
  void used(PushToken token, Instant at);
}
