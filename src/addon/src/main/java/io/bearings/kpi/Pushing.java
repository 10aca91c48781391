package io.bearings.kpi;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Texts;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that other systems push. Each has a token for one KPI, which can do nothing else. The
 * token is shown once; what is kept of it is a hash, from which nobody gets back to it.
 */
@Named
public final class Pushing {
  /** How many tokens of one KPI are in force at most. */
  static final int TOKENS = 20;

  /** How many values are pushed at once. */
  static final int VALUES = 1_000;

  private static final String PREFIX = "bpt_";
  private static final int RANDOM_BYTES = 32;

  private final KpiSight sight;
  private final KpiSheets sheets;
  private final PushTokens tokens;
  private final Measuring measuring;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public Pushing(
      KpiSight sight, KpiSheets sheets, PushTokens tokens, Measuring measuring, Clock clock) {
    this.sight = sight;
    this.sheets = sheets;
    this.tokens = tokens;
    this.measuring = measuring;
    this.clock = clock;
  }

  /**
   * A new token.
   *
   * @param secret what the other system is to show; told only this once
   */
  public record Made(PushToken token, String secret) {}

  /**
   * The tokens of a KPI that are in force, oldest first.
   *
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Forbidden when the person may not let others push
   */
  public List<PushToken> tokens(Person who, long id) {
    sight.permitted(who, id, Operation.EDIT_KPI);
    return inForce(id);
  }

  private List<PushToken> inForce(long id) {
    return tokens.ofKpi(id).stream().filter(PushToken::isValid).toList();
  }

  /**
   * Makes a token.
   *
   * @param name what people call it
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Forbidden when the person may not let others push
   * @throws Refusal.Invalid naming {@code name} when it is no good one, or there are too many; or
   *     when the KPI is archived or computed
   */
  public Made make(Writer writer, long id, String name) {
    KpiSheet sheet = sight.permitted(writer.who(), id, Operation.EDIT_KPI).sheet();
    KpiPlanning.requireInUse(sheet);
    if (!sheet.content().source().isGiven()) {
      throw new Refusal.Invalid(Message.of("bearings.error.kpi.computed"));
    }
    Optional<Message> problem =
        name.isBlank()
            ? Optional.of(Message.of("bearings.error.required"))
            : Texts.lineProblem(name, KpiRules.LABEL_LENGTH);
    if (problem.isEmpty() && inForce(id).size() >= TOKENS) {
      problem = Optional.of(Message.of("bearings.error.tooMany", TOKENS));
    }
    if (problem.isPresent()) {
      throw new Refusal.Invalid(Map.of("name", problem.get()));
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    PushToken token =
        tokens.add(id, name.strip(), hash(secret), new Edit(writer.who(), clock.instant()));
    return new Made(token, secret);
  }

  /**
   * Makes a token worthless, for ever.
   *
   * @throws Refusal.NotFound when the person may not see the KPI, or there is no such token
   * @throws Refusal.Forbidden when the person may not let others push
   */
  public void revoke(Writer writer, long id, long tokenId) {
    sight.permitted(writer.who(), id, Operation.EDIT_KPI);
    if (!tokens.revoke(id, tokenId, new Edit(writer.who(), clock.instant()))) {
      throw new Refusal.NotFound(String.valueOf(tokenId));
    }
  }

  /**
   * Records values that somebody with a token pushes, all or none.
   *
   * @param secret what was shown
   * @throws Refusal.Forbidden when no token in force of this KPI was shown; whether there is such a
   *     KPI is not told
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Measuring.Entered push(long id, String secret, List<MeasurementDraft> values) {
    String hash = hash(secret);
    PushToken token =
        tokens
            .withHash(hash)
            .filter(PushToken::isValid)
            .filter(it -> it.kpiId() == id)
            .orElseThrow(Refusal.Forbidden::new);
    KpiSheet sheet = sheets.sheet(id).orElseThrow(Refusal.Forbidden::new);
    if (values.size() > VALUES) {
      throw new Refusal.Invalid(Map.of("values", Message.of("bearings.error.tooMany", VALUES)));
    }
    Measuring.Entered entered = measuring.push(sheet, values);
    tokens.used(token, clock.instant());
    return entered;
  }

  /** Two secrets that differ have hashes that differ throughout, so a look-up tells nothing. */
  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
