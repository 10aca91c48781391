package io.bearings.kpi;

import io.bearings.okr.Objectives.Edit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps hashes of tokens as the database does. */
public final class TokensInMemory implements PushTokens {
  private final Map<String, PushToken> tokens = new LinkedHashMap<>();

  @Override
  public PushToken add(long kpiId, String label, String hash, Edit by) {
    PushToken token =
        new PushToken(
            tokens.size() + 1,
            kpiId,
            label,
            by.who().key(),
            by.when(),
            Optional.empty(),
            Optional.empty());
    tokens.put(hash, token);
    return token;
  }

  @Override
  public Optional<PushToken> withHash(String hash) {
    return Optional.ofNullable(tokens.get(hash));
  }

  /** All hashes. */
  Set<String> hashes() {
    return tokens.keySet();
  }

  @Override
  public List<PushToken> ofKpi(long kpiId) {
    return tokens.values().stream().filter(each -> each.kpiId() == kpiId).toList();
  }

  @Override
  public boolean revoke(long kpiId, long id, Edit by) {
    boolean valid = ofKpi(kpiId).stream().anyMatch(each -> each.id() == id && each.isValid());
    if (valid) {
      PushToken.Revocation revocation = new PushToken.Revocation(by.who().key(), by.when());
      tokens.replaceAll(
          (hash, each) ->
              each.id() == id
                  ? new PushToken(
                      id,
                      kpiId,
                      each.label(),
                      each.madeBy(),
                      each.madeAt(),
                      each.usedAt(),
                      Optional.of(revocation))
                  : each);
    }
    return valid;
  }

  @Override
  public void used(PushToken token, Instant at) {
    tokens.replaceAll(
        (hash, each) ->
            each.id() == token.id()
                ? new PushToken(
                    each.id(),
                    each.kpiId(),
                    each.label(),
                    each.madeBy(),
                    each.madeAt(),
                    Optional.of(at.truncatedTo(ChronoUnit.MINUTES)),
                    each.revoked())
                : each);
  }
}
