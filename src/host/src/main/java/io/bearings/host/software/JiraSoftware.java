package io.bearings.host.software;

import io.bearings.host.osgi.BundleFramework;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.runtime.Companion;
import io.bearings.host.software.bundle.Activator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jira Software as a bundle of its own, packed from the host's classes when it is installed. Nobody
 * sees its API through the host: only its bundle exports it.
 */
public final class JiraSoftware implements Companion {
  /** Jira Software's own key. */
  public static final String KEY = "com.pyxis.greenhopper.jira";

  private static final String API = "com/atlassian/greenhopper";
  private static final String SERVICES = "io/bearings/host/software/bundle";
  private static final String IMPORTS =
      String.join(
          ",",
          "com.atlassian.jira.user",
          "com.atlassian.query",
          "io.bearings.host.software",
          "org.joda.time",
          "org.osgi.framework");

  /** Whether Jira Software is there. */
  public enum Presence {
    /** It is not installed; {@link JiraSoftware#arrive} still brings it. */
    ABSENT,
    /** It is there before the add-on. */
    PRESENT,
    /** It comes when the add-on runs already. */
    LATE
  }

  private final Presence presence;
  private final boolean columnsHidden;
  private final SoftwareData data;
  private final Consumer<SoftwareShapes> arrival;
  private final Path home;
  private BundleFramework framework;
  private boolean there;

  /**
   * @param columnsHidden whether add-ons do not get the service that tells a board's columns
   * @param arrival learns when sprints can be shown, and how
   * @param home where the bundle is packed
   */
  public JiraSoftware(
      Presence presence,
      boolean columnsHidden,
      SoftwareData data,
      Consumer<SoftwareShapes> arrival,
      Path home) {
    this.presence = presence;
    this.columnsHidden = columnsHidden;
    this.data = data;
    this.arrival = arrival;
    this.home = home;
  }

  @Override
  public synchronized void beforeAddOn(BundleFramework started) {
    framework = started;
    there = false;
    if (presence == Presence.PRESENT) {
      arrive();
    }
  }

  @Override
  public synchronized void afterAddOn() {
    if (presence == Presence.LATE) {
      arrive();
    }
  }

  /** Installs Jira Software now, unless it is there. */
  public synchronized void arrive() {
    if (there) {
      return;
    }
    framework.publish(SoftwareData.class, data);
    framework.install(pack());
    arrival.accept(
        framework
            .context()
            .getService(framework.context().getServiceReference(SoftwareShapes.class)));
    there = true;
  }

  private Path pack() {
    Path jar = home.resolve("jira-software.jar");
    try {
      Map<String, byte[]> classes = classes();
      try (JarOutputStream out =
          new JarOutputStream(Files.newOutputStream(jar), manifest(classes))) {
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
          out.putNextEntry(new JarEntry(each.getKey()));
          out.write(each.getValue());
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new AddOnFailure("Jira Software cannot be packed: " + e, e);
    }
    return jar;
  }

  private Manifest manifest(Map<String, byte[]> classes) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", KEY);
    headers.putValue("Bundle-Version", "11.3.0");
    headers.putValue("Bundle-Activator", Activator.class.getName());
    headers.putValue("Import-Package", IMPORTS);
    headers.putValue("Export-Package", exports(classes));
    if (columnsHidden) {
      headers.putValue(Activator.COLUMNS_HIDDEN, "true");
    }
    return manifest;
  }

  private static String exports(Map<String, byte[]> classes) {
    return classes.keySet().stream()
        .filter(path -> path.startsWith(API))
        .map(path -> path.substring(0, path.lastIndexOf('/')).replace('/', '.'))
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** The class files of the API and of the services, wherever the host's classes are. */
  private static Map<String, byte[]> classes() throws IOException, URISyntaxException {
    Path place =
        Path.of(Activator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return below(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
      return below(jar.getPath("/"));
    }
  }

  private static Map<String, byte[]> below(Path root) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String folder : List.of(API, SERVICES)) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> classes.put(name(root, file), bytes(file)));
      }
    }
    return classes;
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
