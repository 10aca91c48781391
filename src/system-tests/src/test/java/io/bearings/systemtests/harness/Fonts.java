package io.bearings.systemtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The fonts of pictures that are compared: Liberation and, for what it lacks, DejaVu, whatever else
 * a machine has. Debian has them in {@code fonts-liberation} and {@code fonts-dejavu-core}.
 */
final class Fonts {
  private static final List<String> FOLDERS =
      List.of("/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/dejavu");

  private static final String CONFIGURATION =
      """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig>
        %s
        <cachedir>%s</cachedir>
        <alias binding="same"><family>sans-serif</family><prefer><family>Liberation Sans</family></prefer></alias>
        <alias binding="same"><family>serif</family><prefer><family>Liberation Serif</family></prefer></alias>
        <alias binding="same"><family>monospace</family><prefer><family>Liberation Mono</family></prefer></alias>
        <match target="font">
          <edit name="antialias" mode="assign"><bool>true</bool></edit>
          <edit name="hinting" mode="assign"><bool>false</bool></edit>
          <edit name="autohint" mode="assign"><bool>false</bool></edit>
          <edit name="rgba" mode="assign"><const>none</const></edit>
        </match>
      </fontconfig>
      """;

  private Fonts() {}

  /** A configuration of fontconfig that knows these fonts only; an error when one is missing. */
  static Path configuration() {
    StringBuilder folders = new StringBuilder();
    for (String folder : FOLDERS) {
      if (!Files.isDirectory(Path.of(folder))) {
        throw new IllegalStateException(
            "No fonts in "
                + folder
                + ", which pictures are compared with; on Debian: apt-get install fonts-liberation"
                + " fonts-dejavu-core");
      }
      folders.append("<dir>").append(folder).append("</dir>");
    }
    Path file = Artifacts.output("fonts").resolve("fonts.conf");
    try {
      return Files.writeString(
          file, CONFIGURATION.formatted(folders, Artifacts.output("fonts/cache")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
