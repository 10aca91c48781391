package io.bearings.host.db;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where the database is. {@link #toString()} shows no password, so that an address may be logged.
 */
public final class JdbcAddress {
  private static final Pattern SECRET =
      Pattern.compile("((?:password|sslpassword)=)[^&;]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern CREDENTIALS = Pattern.compile("(//[^/@:]*):[^/@]*@");

  private final String url;
  private final Database.Kind kind;

  private JdbcAddress(String url, Database.Kind kind) {
    this.url = url;
    this.kind = kind;
  }

  /** The H2 file of a data directory; it is made on first use. */
  public static JdbcAddress fileIn(Path home) {
    return of("jdbc:h2:file:" + home.toAbsolutePath().resolve("database").resolve("host"));
  }

  /**
   * An address as a person writes it.
   *
   * @throws IllegalArgumentException when it is neither {@code jdbc:h2:} nor {@code
   *     jdbc:postgresql:}
   */
  public static JdbcAddress of(String url) {
    Objects.requireNonNull(url, "url");
    if (url.startsWith("jdbc:postgresql:")) {
      return new JdbcAddress(url, Database.Kind.POSTGRESQL);
    }
    if (url.startsWith("jdbc:h2:")) {
      return new JdbcAddress(told(url), Database.Kind.H2);
    }
    throw new IllegalArgumentException(
        "Only jdbc:postgresql: and jdbc:h2: addresses are known, not " + withoutSecrets(url));
  }

  // H2 writes half a second late unless told otherwise: what was confirmed would be lost on a kill.
  // And it gives up after two seconds where other databases wait for whoever holds a lock; what
  // locks each other out for ever it tells at once, however long it would wait.
  private static String told(String url) {
    String upper = url.toUpperCase(Locale.ROOT);
    String result = url;
    if (!upper.contains(";WRITE_DELAY=")) {
      result += ";WRITE_DELAY=0";
    }
    if (!upper.contains(";DB_CLOSE_ON_EXIT=")) {
      result += ";DB_CLOSE_ON_EXIT=FALSE";
    }
    if (!upper.contains(";LOCK_TIMEOUT=")) {
      result += ";LOCK_TIMEOUT=60000";
    }
    return result;
  }

  private static String withoutSecrets(String url) {
    String shown = SECRET.matcher(url).replaceAll("$1***");
    return CREDENTIALS.matcher(shown).replaceAll("$1:***@");
  }

  Database.Kind kind() {
    return kind;
  }

  String url() {
    return url;
  }

  @Override
  public String toString() {
    return withoutSecrets(url);
  }
}
