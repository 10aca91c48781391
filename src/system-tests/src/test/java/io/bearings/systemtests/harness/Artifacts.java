package io.bearings.systemtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the build put what is tested, and where the tests put what they make. */
public final class Artifacts {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final String VERSION = System.getProperty("bearings.version", "0.1.0");
  private static final Pattern JAVA_VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private Artifacts() {}

  /** The add-on's jar. */
  public static Path addOn() {
    return built("addon/target/bearings-" + VERSION + ".jar");
  }

  /** The host's jar, with its libraries beside it. */
  public static Path host() {
    return built("host/target/host/bearings-host-" + VERSION + ".jar");
  }

  /** The classes of the signatures that the add-on is compiled against. */
  public static Path platformApi() {
    return built("platform-api/target/bearings-platform-api-" + VERSION + ".jar");
  }

  /** A program of the repository's {@code bin} directory. */
  public static Path script(String name) {
    return built("../bin/" + name);
  }

  /** A file or directory of the system tests' own sources. */
  public static Path sources(String relative) {
    return MODULE.resolve(relative).normalize();
  }

  /** A directory below {@code target}, made if it is not there. */
  public static Path output(String name) {
    try {
      return Files.createDirectories(MODULE.resolve("target").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where pictures for the guides are put: below {@code target}, or with {@code
   * -Dbearings.pictures=true} where the guides show them.
   */
  public static Path pictures() {
    return Boolean.getBoolean("bearings.pictures")
        ? MODULE.resolve("../../docs/images").normalize()
        : output("pictures");
  }

  /** An empty directory that only the caller uses. */
  public static Path freshDirectory(String prefix) {
    try {
      return Files.createTempDirectory(output("homes"), prefix + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The home of the JDK that runs the tests. */
  public static Path thisJdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /**
   * The home of the newest JDK on this machine: of those below {@code /usr/lib/jvm}, the one in
   * {@code BEARINGS_NEWEST_JDK}, and the one that runs the tests.
   */
  public static Path newestJdk() {
    Map<Integer, Path> byMajor = new TreeMap<>(Comparator.reverseOrder());
    byMajor.put(Runtime.version().feature(), thisJdk());
    Optional.ofNullable(System.getenv("BEARINGS_NEWEST_JDK"))
        .map(Path::of)
        .ifPresent(home -> major(home).ifPresent(major -> byMajor.put(major, home)));
    for (Path home : installed()) {
      major(home).ifPresent(major -> byMajor.putIfAbsent(major, home));
    }
    return byMajor.values().iterator().next();
  }

  /** The major version of the JDK in a directory; empty when there is none. */
  public static Optional<Integer> major(Path home) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    try {
      Matcher version = JAVA_VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Path> installed() {
    Path common = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(common)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(common)) {
      return homes.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path built(String relative) {
    Path path = MODULE.resolveSibling(relative).normalize();
    if (!Files.exists(path)) {
      throw new IllegalStateException("Not built yet: " + path + " (run mvn package -DskipTests)");
    }
    return path;
  }
}
