package io.bearings.host.osgi;

import io.bearings.host.runtime.AddOnFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** The add-on's resolved bundle: its classes and its files. */
public final class AddOnBundle {
  private static final String CLASS_FILE = ".class";

  private final Bundle bundle;

  /** A bundle that is resolved. */
  public AddOnBundle(Bundle bundle) {
    this.bundle = bundle;
  }

  /** The bundle itself. */
  public Bundle osgi() {
    return bundle;
  }

  /** The key by which Jira knows the add-on. */
  public String key() {
    return bundle.getSymbolicName();
  }

  /** A header of the manifest. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(bundle.getHeaders("").get(name));
  }

  /** What sees the add-on's classes and nothing that it does not import. */
  public ClassLoader classLoader() {
    return bundle.adapt(BundleWiring.class).getClassLoader();
  }

  /**
   * Loads a class of the add-on or of an imported package.
   *
   * @param where the module that names the class, for the message
   * @throws AddOnFailure when there is none, or something that its signatures name is missing
   */
  public Class<?> load(String className, String where) {
    try {
      return bundle.loadClass(className);
    } catch (ClassNotFoundException e) {
      throw new AddOnFailure(where + " names the class " + className + ", which is missing", e);
    } catch (LinkageError e) {
      throw new AddOnFailure(where + " names " + className + ", which cannot be loaded: " + e, e);
    }
  }

  /**
   * Loads a class and makes sure of its kind.
   *
   * @throws AddOnFailure also when it is no {@code type}
   */
  public <T> Class<? extends T> load(String className, Class<T> type, String where) {
    Class<?> loaded = load(className, where);
    if (!type.isAssignableFrom(loaded)) {
      throw new AddOnFailure(
          where + " names the class " + className + ", which is no " + type.getName());
    }
    return loaded.asSubclass(type);
  }

  /** A file of the jar; a leading slash means nothing. */
  public Optional<URL> file(String path) {
    return Optional.ofNullable(bundle.getEntry(path));
  }

  /** The bytes of a file of the jar. */
  public Optional<byte[]> bytes(String path) {
    if (path.endsWith("/")) {
      return Optional.empty();
    }
    return file(path).map(AddOnBundle::read);
  }

  private static byte[] read(URL url) {
    try (InputStream in = url.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths of the files in one folder of the jar, without those in folders below. */
  public List<String> filesIn(String folder) {
    return entries(folder, "*", false);
  }

  /** The names of the classes in a package and those below it; empty text: all of the jar. */
  public List<String> classesBelow(String packageName) {
    return entries("/" + packageName.replace('.', '/'), "*" + CLASS_FILE, true).stream()
        .map(path -> path.substring(0, path.length() - CLASS_FILE.length()).replace('/', '.'))
        .filter(name -> !name.endsWith("package-info") && !name.endsWith("module-info"))
        .toList();
  }

  private List<String> entries(String folder, String pattern, boolean below) {
    Enumeration<URL> found = bundle.findEntries(folder, pattern, below);
    if (found == null) {
      return List.of();
    }
    List<String> paths = new ArrayList<>();
    for (URL url : Collections.list(found)) {
      String path = url.getPath();
      if (!path.endsWith("/")) {
        paths.add(path.startsWith("/") ? path.substring(1) : path);
      }
    }
    Collections.sort(paths);
    return paths;
  }

  /**
   * Loads every class of the jar with the types of all its members. Jira finds a missing class when
   * it is used; the host finds it at start.
   *
   * @return how many classes there are
   * @throws AddOnFailure naming the class and what it misses
   */
  public int loadEveryClass() {
    List<String> names = classesBelow("");
    for (String name : names) {
      try {
        Class<?> loaded = Class.forName(name, false, classLoader());
        loaded.getDeclaredConstructors();
        loaded.getDeclaredMethods();
        loaded.getDeclaredFields();
        loaded.getDeclaredClasses();
      } catch (ClassNotFoundException | LinkageError e) {
        throw new AddOnFailure(
            "The class " + name + " cannot be loaded: " + e + inPackage(e.getMessage()), e);
      }
    }
    return names.size();
  }

  // Most often the manifest does not import the package; say so, because the class itself exists.
  private static String inPackage(String missing) {
    if (missing == null || !missing.matches("[\\w$]+([/.][\\w$]+)+.*")) {
      return "";
    }
    String type = missing.split("\\s")[0].replace('/', '.');
    return " (does the manifest import " + type.substring(0, type.lastIndexOf('.')) + "?)";
  }
}
