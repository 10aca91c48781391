package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.BY_BERT;
import static io.bearings.store.SampleKpis.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.kpi.PushToken;
import io.bearings.okr.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Hashes of tokens, on each database. */
@RunWith(Parameterized.class)
public class StoredPushTokensTest {
  private static final String HASH = "0123456789abcdef".repeat(8);

  private final TestDatabase tables;
  private final StoredPushTokens tokens;

  public StoredPushTokensTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    tokens = new StoredPushTokens(tables.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    tables.close();
  }

  @Test
  public void findsATokenByItsHash() {
    PushToken token = tokens.add(7, "Build server", HASH, BY_ANNA);
    PushToken bare = tokens.add(7, "", "b", BY_BERT);
    tokens.add(8, "Other KPI", "c", BY_ANNA);
    assertThat(token)
        .isEqualTo(
            new PushToken(
                token.id(), 7, "Build server", "anna", NOW, Optional.empty(), Optional.empty()));
    assertThat(tokens.withHash(HASH)).contains(token);
    assertThat(tokens.withHash("d")).isEmpty();
    assertThat(tokens.ofKpi(7)).containsExactly(token, bare);
  }

  @Test
  public void twoTokensNeverHaveOneHash() {
    tokens.add(7, "", HASH, BY_ANNA);
    assertThatThrownBy(() -> tokens.add(8, "", HASH, BY_ANNA))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(tokens.ofKpi(8)).isEmpty();
  }

  @Test
  public void aRevokedTokenStaysWorthless() {
    PushToken token = tokens.add(7, "", HASH, BY_ANNA);
    assertThat(tokens.revoke(8, token.id(), BY_BERT)).isFalse();
    assertThat(token.isValid()).isTrue();
    assertThat(tokens.revoke(7, token.id(), BY_BERT)).isTrue();
    assertThat(tokens.revoke(7, token.id(), BY_ANNA)).isFalse();
    PushToken revoked = tokens.withHash(HASH).orElseThrow();
    assertThat(revoked.isValid()).isFalse();
    assertThat(revoked.revoked()).contains(new PushToken.Revocation("bert", BY_BERT.when()));
  }

  @Test
  public void remembersItsLastUseToTheMinute() {
    PushToken token = tokens.add(7, "", HASH, BY_ANNA);
    tokens.used(token, NOW.plusSeconds(61));
    PushToken used = tokens.withHash(HASH).orElseThrow();
    assertThat(used.usedAt()).contains(NOW.plusSeconds(60));
    tables.statements();
    tokens.used(used, NOW.plusSeconds(119));
    assertThat(tables.statements()).isZero();
    tokens.used(used, NOW.plusSeconds(120));
    assertThat(tokens.withHash(HASH).orElseThrow().usedAt()).contains(NOW.plusSeconds(120));
  }
}
