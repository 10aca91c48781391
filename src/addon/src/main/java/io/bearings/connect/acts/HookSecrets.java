package io.bearings.connect.acts;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/**
 * The secrets by which calls are signed, one for each KPI. They are kept sealed; nobody is shown
 * one but whoever makes it, once.
 */
@Named
public final class HookSecrets {
  private static final int BYTES = 32;
  private static final String PREFIX = "bhs_";

  private final SealedSecrets kept;
  private final Seal seal;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public HookSecrets(SealedSecrets kept, Seal seal, Clock clock) {
    this.kept = kept;
    this.seal = seal;
    this.clock = clock;
  }

  /** The secret of a KPI; one is made where there is none, so that no call goes out unsigned. */
  String ofKpi(long kpiId) {
    return kept.ofKpi(kpiId)
        .or(
            () -> {
              kept.addIfAbsent(kpiId, seal.seal(made()), clock.instant());
              return kept.ofKpi(kpiId);
            })
        .map(seal::open)
        .orElseThrow();
  }

  /** Makes a new secret for a KPI; the one before is void from now on. */
  String renew(long kpiId) {
    String secret = made();
    kept.addIfAbsent(kpiId, seal.seal(secret), clock.instant());
    kept.replace(kpiId, seal.seal(secret), clock.instant());
    return secret;
  }

  private String made() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return PREFIX + HexFormat.of().formatHex(bytes);
  }
}
