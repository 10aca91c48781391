package io.bearings.systemtests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies of the built add-on with one thing wrong. */
public final class DamagedJar {
  private DamagedJar() {}

  /** A copy whose text entry was changed; an error when the change changes nothing. */
  public static Path with(String name, String entry, UnaryOperator<String> change) {
    Path copy = Artifacts.output("damaged").resolve(name + ".jar");
    boolean found = false;
    try (ZipFile jar = new ZipFile(Artifacts.addOn().toFile());
        OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
        ZipEntry old = all.nextElement();
        byte[] bytes = jar.getInputStream(old).readAllBytes();
        if (old.getName().equals(entry)) {
          found = true;
          bytes = changed(bytes, entry, change);
        }
        out.putNextEntry(new ZipEntry(old.getName()));
        out.write(bytes);
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!found) {
      throw new AssertionError("The add-on has no " + entry);
    }
    return copy;
  }

  /** The text of an entry of the built add-on. */
  public static String text(String entry) {
    try (ZipFile jar = new ZipFile(Artifacts.addOn().toFile())) {
      return new String(
          jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] changed(byte[] bytes, String entry, UnaryOperator<String> change) {
    String before = new String(bytes, StandardCharsets.UTF_8);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("Nothing was damaged in " + entry);
    }
    return after.getBytes(StandardCharsets.UTF_8);
  }
}
