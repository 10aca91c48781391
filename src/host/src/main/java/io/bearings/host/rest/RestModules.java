package io.bearings.host.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.host.Temper;
import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.PluginDescriptor;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.runtime.HostServices;
import io.bearings.host.runtime.HostSite;
import io.bearings.host.spring.AddOnComponents;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/** The add-on's REST v2 resources below {@code /rest/path/version/}. */
public final class RestModules {
  // Jersey warns of each resource that is an object and not a class, as if it were a mistake.
  private static final Logger PROVIDERS =
      Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

  private final AddOnBundle bundle;
  private final AddOnComponents components;
  private final HostServices services;
  private final HostSite site;
  private final Temper temper;
  private final Map<Module.Rest, ResourceConfig> applications = new HashMap<>();

  /**
   * Makes every resource and provider.
   *
   * @throws AddOnFailure naming the module that has none, or the class that cannot be made
   */
  public RestModules(
      PluginDescriptor descriptor,
      AddOnBundle bundle,
      AddOnComponents components,
      HostServices services,
      HostSite site,
      Temper temper) {
    PROVIDERS.setLevel(Level.SEVERE);
    this.bundle = bundle;
    this.components = components;
    this.services = services;
    this.site = site;
    this.temper = temper;
    descriptor
        .modules(Module.Rest.class)
        .forEach(module -> applications.put(module, application(module)));
  }

  private ResourceConfig application(Module.Rest module) {
    String where = "The rest module " + bundle.key() + ":" + module.key();
    List<Object> resources = new ArrayList<>();
    List<Object> providers = new ArrayList<>();
    for (String name : classes(module)) {
      Class<?> type = bundle.load(name, where);
      if (type.isInterface()) {
        continue;
      }
      if (type.isAnnotationPresent(Path.class)) {
        resources.add(components.componentOrNew(type, where + ", resource " + name));
      } else if (type.isAnnotationPresent(Provider.class)) {
        providers.add(components.componentOrNew(type, where + ", provider " + name));
      }
    }
    if (resources.isEmpty()) {
      throw new AddOnFailure(where + " finds no class with @Path");
    }
    ResourceConfig config = new ResourceConfig();
    config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    config.property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
    config.register(JacksonFeature.withoutExceptionMappers());
    config.register(new PlainJson());
    config.register(new UnexpectedFailure());
    config.register(new MalformedJson());
    config.register(new RefusedRequest());
    config.register(new Access(services, temper));
    config.register(new CrossSiteCheck(services, site));
    resources.forEach(config::register);
    providers.forEach(provider -> config.register(provider, 1));
    return config;
  }

  private List<String> classes(Module.Rest module) {
    return module.packages().isEmpty()
        ? bundle.classesBelow("")
        : module.packages().stream().flatMap(name -> bundle.classesBelow(name).stream()).toList();
  }

  /** Adds the resources, and {@code latest} for the highest version of each path. */
  public void mount(ServletContextHandler context) {
    applications.forEach(
        (module, application) -> {
          ServletHolder holder = new ServletHolder(new ServletContainer(application));
          holder.setName("rest " + module.key());
          holder.setInitOrder(1);
          String base = "/rest/" + module.path() + "/";
          context.addServlet(holder, base + module.version() + "/*");
          if (isLatest(module)) {
            context.addServlet(holder, base + "latest/*");
          }
        });
  }

  private boolean isLatest(Module.Rest module) {
    return applications.keySet().stream()
        .filter(other -> other.path().equals(module.path()))
        .max(Comparator.comparing(Module.Rest::version, RestModules::compareVersions))
        .filter(module::equals)
        .isPresent();
  }

  private static int compareVersions(String one, String other) {
    String[] left = one.split("\\.");
    String[] right = other.split("\\.");
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int difference = Integer.compare(part(left, i), part(right, i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static int part(String[] parts, int index) {
    return index < parts.length && parts[index].matches("\\d+")
        ? Integer.parseInt(parts[index])
        : 0;
  }

  /** A mapper that knows no modules: nothing says which ones Jira's has. */
  private static final class PlainJson implements ContextResolver<ObjectMapper> {
    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public ObjectMapper getContext(Class<?> type) {
      return mapper;
    }
  }
}
