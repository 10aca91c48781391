package io.bearings.systemtests.tour;

import io.bearings.systemtests.harness.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The pictures that somebody looked at and accepted, in {@code src/test/pictures}. With {@code
 * -Dtour.accept=true} what differs is accepted instead of reported.
 */
final class Accepted {
  /** One letter of usual size has about forty pixels. */
  private static final long MOST_PIXELS = 20;

  private static final boolean ACCEPT = Boolean.getBoolean("tour.accept");
  private static final String PNG = ".png";

  private final Path folder;
  private final Look look;

  Accepted(Look look) {
    this.folder = Artifacts.sources("src/test/pictures").resolve(look.toString());
    this.look = look;
  }

  /** What is wrong with a picture in words, with where to see it; empty when it is as accepted. */
  Optional<String> compare(String name, byte[] png) {
    Picture actual = Picture.of(png);
    Path file = folder.resolve(name + PNG);
    if (!Files.exists(file)) {
      return ACCEPT ? accept(file, actual) : report(name, actual, "no picture is accepted yet");
    }
    Picture accepted = Picture.of(read(file));
    Optional<Picture.Difference> difference = actual.from(accepted, MOST_PIXELS);
    if (difference.isEmpty()) {
      return Optional.empty();
    }
    if (ACCEPT) {
      return accept(file, actual);
    }
    write(written(name, "accepted"), accepted);
    write(written(name, "difference"), difference.get().shown());
    return report(name, actual, difference.get().words());
  }

  /** The names of what is accepted. */
  Set<String> names() {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(
          files.map(each -> each.getFileName().toString().replace(PNG, "")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> accept(Path file, Picture actual) {
    write(file, actual.reduced());
    return Optional.empty();
  }

  private Optional<String> report(String name, Picture actual, String what) {
    Path file = written(name, "actual");
    write(file, actual);
    return Optional.of(
        name + " at " + look + ": " + what + "; see " + file + " (-Dtour.accept=true accepts it)");
  }

  private Path written(String name, String kind) {
    return Artifacts.output("tour").resolve(name + "-" + look + "-" + kind + PNG);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, Picture picture) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, picture.png());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
