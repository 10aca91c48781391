package io.bearings.systemtests.tour;

import io.bearings.systemtests.harness.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  /** The release of Chromium that drew the pictures; another one draws letters otherwise. */
  private static final Path DRAWN_BY = Artifacts.sources("src/test/pictures/drawn-by.txt");

  private final Path folder;
  private final Look look;
  private final boolean comparable;

  /**
   * @param release of the browser that draws today
   */
  Accepted(Look look, String release) {
    this.folder = Artifacts.sources("src/test/pictures").resolve(look.toString());
    this.look = look;
    if (ACCEPT) {
      write(DRAWN_BY, (release + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    String drawnBy = new String(read(DRAWN_BY), StandardCharsets.US_ASCII).strip();
    comparable = drawnBy.equals(release);
    if (!comparable) {
      System.err.println(
          "PICTURES ARE NOT COMPARED at "
              + look
              + ": Chromium "
              + drawnBy
              + " drew the accepted ones, this is Chromium "
              + release
              + ". Look at the screens and accept them anew with -Dtour.accept=true.");
    }
  }

  /**
   * What is wrong with a picture in words, with where to see it; empty when it is as accepted, or
   * another release of Chromium drew what was accepted, which was said aloud.
   */
  Optional<String> compare(String name, byte[] png) {
    if (!comparable) {
      return Optional.empty();
    }
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
    write(file, picture.png());
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
