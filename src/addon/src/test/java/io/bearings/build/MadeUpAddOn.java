package io.bearings.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.rules.TemporaryFolder;

/** An add-on with something wrong in it, made for a test. */
final class MadeUpAddOn extends TemporaryFolder {
  AddOn addOn() {
    return new AddOn(getRoot().toPath());
  }

  /** Gives it a descriptor with these modules. */
  void descriptor(String modules) {
    file(
        Descriptor.PATH,
        "<atlassian-plugin key=\"made.up\" plugins-version=\"2\">"
            + modules
            + "</atlassian-plugin>");
  }

  void file(String path, String text) {
    try {
      Path file = addOn().file(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the class file of a class of the tests into it. */
  void copyOfClass(Class<?> type) {
    String path = type.getName().replace('.', '/') + ".class";
    try (InputStream content = type.getClassLoader().getResourceAsStream(path)) {
      Path file = addOn().file(path);
      Files.createDirectories(file.getParent());
      Files.copy(content, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
