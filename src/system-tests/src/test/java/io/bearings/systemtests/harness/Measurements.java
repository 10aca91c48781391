package io.bearings.systemtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The figures of a run, for people: {@code target/measurements.txt}. */
public final class Measurements {
  private static final Path FILE = begin();

  private Measurements() {}

  /** Notes a number of things. */
  public static void note(String what, long number, String unit) {
    write("%-70s %8d %s%n".formatted(what, number, unit));
  }

  /** Notes how long something took. */
  public static void note(String what, Duration time) {
    write("%-70s %8.1f s%n".formatted(what, time.toMillis() / 1000.0));
  }

  private static synchronized void write(String line) {
    try {
      Files.writeString(FILE, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path begin() {
    Path file = Artifacts.output(".").normalize().resolve("measurements.txt");
    String machine =
        "%s %s, %d processors, tests on Java %s%n"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
    try {
      Files.writeString(file, machine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
