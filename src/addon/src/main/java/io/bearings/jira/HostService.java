package io.bearings.jira;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.springframework.stereotype.Component;

/**
 * Services of Jira that are looked up when they are needed. An injected service that does not exist
 * keeps the whole add-on from starting; one that is looked up costs the feature that needs it, and
 * the health page names it.
 */
@Component
public class HostService {

  /** The service that Jira offers under an interface at this moment. */
  public <T> Optional<T> find(Class<T> type) {
    return context().flatMap(context -> find(context, type));
  }

  /** The version of this add-on, as its bundle says it; empty outside a bundle. */
  public String addOnVersion() {
    return context().map(context -> context.getBundle().getVersion().toString()).orElse("");
  }

  private static <T> Optional<T> find(BundleContext context, Class<T> type) {
    ServiceReference<T> reference = context.getServiceReference(type);
    return Optional.ofNullable(reference).map(context::getService);
  }

  private static Optional<BundleContext> context() {
    return Optional.ofNullable(FrameworkUtil.getBundle(HostService.class))
        .map(Bundle::getBundleContext);
  }
}
