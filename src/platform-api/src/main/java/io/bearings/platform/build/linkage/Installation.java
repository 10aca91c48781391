package io.bearings.platform.build.linkage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The classes below a folder: in folders of classes, in jars and wars, and in jars within those.
 * Class files are only read, nothing is loaded or started.
 */
final class Installation implements Types {
  /** Where a class file is: in a file, or within archives in it, the innermost last. */
  private record Place(Path file, List<String> entries) {}

  /** The content of an entry, opened when it is needed. */
  @FunctionalInterface
  private interface Content {
    InputStream open() throws IOException;
  }

  private static final String WEB_CLASSES = "WEB-INF/classes/";

  private final Map<String, List<Place>> places = new HashMap<>();
  private final Map<String, List<TypeFacts>> known = new HashMap<>();
  private final List<String> unreadable = new ArrayList<>();

  private Installation() {}

  /** Notes where the classes below a folder are. */
  static Installation scan(Path folder) throws IOException {
    Installation installation = new Installation();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        installation.scanFile(file);
      }
    }
    return installation;
  }

  /** Archives that could not be read, with the reason. */
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /** The number of different classes. */
  int size() {
    return places.size();
  }

  @Override
  public List<TypeFacts> copiesOf(String name) {
    return known.computeIfAbsent(
        name, wanted -> places.getOrDefault(wanted, List.of()).stream().map(this::read).toList());
  }

  private void scanFile(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".class")) {
      if (isType(name)) {
        // A folder of classes may start anywhere above the file, so the file itself is asked.
        String type = TypeFacts.read(Files.readAllBytes(file)).name();
        add(type, new Place(file, List.of()));
      }
    } else if (isArchive(name)) {
      try (ZipFile archive = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(archive.entries())) {
          note(entry.getName(), file, List.of(), () -> archive.getInputStream(entry));
        }
      } catch (ZipException e) {
        unreadable.add(file + ": " + e.getMessage());
      }
    }
  }

  private void note(String entry, Path file, List<String> within, Content content)
      throws IOException {
    if (isType(entry)) {
      String type = entry.startsWith(WEB_CLASSES) ? entry.substring(WEB_CLASSES.length()) : entry;
      type = type.substring(0, type.length() - ".class".length()).replace('/', '.');
      add(type, new Place(file, append(within, entry)));
    } else if (isArchive(entry)) {
      ZipInputStream zip = new ZipInputStream(new BufferedInputStream(content.open()));
      for (ZipEntry inner = zip.getNextEntry(); inner != null; inner = zip.getNextEntry()) {
        note(inner.getName(), file, append(within, entry), () -> zip);
      }
    }
  }

  private void add(String type, Place place) {
    places.computeIfAbsent(type, name -> new ArrayList<>(1)).add(place);
  }

  private TypeFacts read(Place place) {
    try {
      if (place.entries().isEmpty()) {
        return TypeFacts.read(Files.readAllBytes(place.file()));
      }
      try (ZipFile archive = new ZipFile(place.file().toFile())) {
        InputStream content = archive.getInputStream(new ZipEntry(place.entries().get(0)));
        for (String entry : place.entries().subList(1, place.entries().size())) {
          content = within(content, entry);
        }
        return TypeFacts.read(content.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + place, e);
    }
  }

  private static InputStream within(InputStream archive, String wanted) throws IOException {
    ZipInputStream zip = new ZipInputStream(new BufferedInputStream(archive));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(wanted)) {
        return zip;
      }
    }
    throw new ZipException("No longer there: " + wanted);
  }

  private static boolean isType(String name) {
    return name.endsWith(".class")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class")
        && !name.startsWith("META-INF/");
  }

  private static boolean isArchive(String name) {
    return name.endsWith(".jar") || name.endsWith(".war") || name.endsWith(".obr");
  }

  private static List<String> append(List<String> list, String item) {
    List<String> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }
}
