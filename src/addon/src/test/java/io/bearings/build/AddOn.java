package io.bearings.build;

import java.nio.file.Path;

/** Where the add-on's build puts things. */
final class AddOn {
  /** What goes into the jar. */
  static final Path CLASSES = Path.of("target", "classes");

  private AddOn() {}
}
