package io.bearings.host.osgi;

import io.bearings.host.runtime.AddOnFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.launch.Framework;

/**
 * Apache Felix in this process, as strict as Jira's: a bundle sees the JDK's {@code java.*}, what
 * it carries, and what it imports from the list of exports.
 */
public final class BundleFramework implements AutoCloseable {
  private static final long STOP_MILLIS = 10_000;
  private static final Pattern MISSING_PACKAGE =
      Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");

  // The JDK's own accessors for reflection are generated below the bundle's class loader and look
  // for their base class through it. Atlassian's container delegates these as well.
  private static final String REFLECTION =
      "jdk.internal.reflect,jdk.internal.reflect.*,sun.reflect,sun.reflect.*";

  // By this the host's own bundles reach the host; no add-on of Jira's imports it.
  private static final String FOR_BUNDLES_OF_JIRA = "io.bearings.host.software";

  private final Framework felix;

  private BundleFramework(Framework felix) {
    this.felix = felix;
  }

  /**
   * Starts an empty framework.
   *
   * @param cache a directory of its own; what is in it from an earlier start is thrown away
   */
  public static BundleFramework start(Path cache) {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES, ExportedPackages.ofJira().systemPackages());
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, FOR_BUNDLES_OF_JIRA);
    settings.put(Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_FRAMEWORK);
    settings.put(Constants.FRAMEWORK_BOOTDELEGATION, REFLECTION);
    // Felix guesses otherwise, and finds on the host's class path what the manifest forgot.
    settings.put("felix.bootdelegation.implicit", "false");
    settings.put("felix.log.level", "0");
    Framework felix = new FrameworkFactory().newFramework(settings);
    try {
      felix.start();
    } catch (BundleException e) {
      throw new AddOnFailure("The bundle framework cannot be started: " + e.getMessage(), e);
    }
    return new BundleFramework(felix);
  }

  /**
   * Lets the classes of every bundle that is installed from now on live at another time.
   *
   * @param by what is added to the true time; may be negative
   */
  public void shiftTime(Duration by) {
    publish(WeavingHook.class, new ShiftedTime(by));
  }

  /** Registers a component of the host as a service. */
  public <T> void publish(Class<T> type, T service) {
    context().registerService(type, service, null);
  }

  /** Where the host registers its own service factories and finds services. */
  public BundleContext context() {
    return felix.getBundleContext();
  }

  /**
   * Installs a jar and resolves its imports.
   *
   * @throws AddOnFailure when it is no bundle or imports a package that Jira does not export
   */
  public Bundle install(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new AddOnFailure("There is no add-on at " + jar);
    }
    Bundle bundle;
    try (InputStream in = Files.newInputStream(jar)) {
      bundle = context().installBundle(jar.toUri().toString(), in);
    } catch (BundleException | IOException e) {
      throw new AddOnFailure(jar + " is no bundle: " + e.getMessage(), e);
    }
    if (bundle.getSymbolicName() == null) {
      throw new AddOnFailure(jar + " is no bundle: its manifest has no Bundle-SymbolicName");
    }
    try {
      bundle.start();
    } catch (BundleException e) {
      throw unresolved(bundle, e);
    }
    return bundle;
  }

  private static AddOnFailure unresolved(Bundle bundle, BundleException failure) {
    Optional<String> missing = missingPackage(failure.getMessage());
    return new AddOnFailure(
        missing
            .map(
                name ->
                    bundle.getSymbolicName()
                        + " imports the package "
                        + name
                        + ", which Jira 11.3 is not known to export ("
                        + ExportedPackages.FILE
                        + ")")
            .orElse(bundle.getSymbolicName() + " cannot be started: " + failure.getMessage()),
        failure);
  }

  private static Optional<String> missingPackage(String message) {
    Matcher matcher = MISSING_PACKAGE.matcher(message == null ? "" : message);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  @Override
  public void close() {
    try {
      felix.stop();
      felix.waitForStop(STOP_MILLIS);
    } catch (BundleException e) {
      throw new IllegalStateException("The bundle framework cannot be stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
