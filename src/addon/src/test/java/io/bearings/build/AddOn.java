package io.bearings.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build puts into the jar. */
record AddOn(Path classes) {
  /** The add-on that this build makes. */
  static final AddOn BUILT = new AddOn(Path.of("target", "classes"));

  /** A file of the jar by its path, with or without a leading slash. */
  Path file(String path) {
    return classes.resolve(path.startsWith("/") ? path.substring(1) : path);
  }

  boolean has(String path) {
    return Files.exists(file(path));
  }

  /** The paths of all files whose names end like this, sorted. */
  List<String> filesEndingWith(String end) {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(end))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + classes, e);
    }
  }

  String text(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  byte[] bytes(String path) {
    try {
      return Files.readAllBytes(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /** The binary names of all classes, without package-info. */
  List<String> classNames() {
    return filesEndingWith(".class").stream()
        .filter(path -> !path.endsWith("package-info.class"))
        .map(path -> path.substring(0, path.length() - ".class".length()).replace('/', '.'))
        .toList();
  }

  /** Loads a class without initialising it. */
  Class<?> load(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Not on the class path: " + name, e);
    }
  }

  /** Whether the class is in the jar, or one that the add-on can see. */
  boolean knowsClass(String name) {
    String path = name.replace('.', '/') + ".class";
    return has(path) || Thread.currentThread().getContextClassLoader().getResource(path) != null;
  }
}
