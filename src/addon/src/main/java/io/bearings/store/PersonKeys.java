package io.bearings.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How the key of a person becomes part of a unique key, which has less room than Jira gives it. */
final class PersonKeys {
  /** The longest unique text that all databases take. */
  private static final int LENGTH = 191;

  private PersonKeys() {}

  /**
   * A key of a person and something else; where both together are too long, a hash stands for the
   * person.
   *
   * @param rest short
   */
  static String natural(String personKey, String rest) {
    return personKey.length() + rest.length() <= LENGTH ? personKey + rest : hash(personKey) + rest;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
