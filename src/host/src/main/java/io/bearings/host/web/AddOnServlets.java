package io.bearings.host.web;

import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.PluginDescriptor;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.spring.AddOnComponents;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** The add-on's servlets below {@code /plugins/servlet}. */
public final class AddOnServlets {
  private static final String BASE = "/plugins/servlet";

  private record Mounted(Module.Servlet module, HttpServlet servlet) {}

  private final List<Mounted> servlets = new ArrayList<>();

  /** Makes every servlet of the descriptor. */
  public AddOnServlets(
      PluginDescriptor descriptor, AddOnBundle bundle, AddOnComponents components) {
    descriptor
        .modules(Module.Servlet.class)
        .forEach(
            module -> {
              String where = "The servlet " + descriptor.completeKey(module);
              HttpServlet servlet =
                  components.componentOrNew(
                      bundle.load(module.className(), HttpServlet.class, where), where);
              servlets.add(new Mounted(module, servlet));
            });
  }

  /** Adds the servlets. */
  public void mount(ServletContextHandler context) {
    for (Mounted mounted : servlets) {
      ServletHolder holder = new ServletHolder(mounted.servlet());
      holder.setName("servlet " + mounted.module().key());
      holder.setInitParameters(mounted.module().initParams());
      for (String pattern : mounted.module().urlPatterns()) {
        context.addServlet(holder, BASE + (pattern.startsWith("/") ? pattern : "/" + pattern));
      }
    }
  }
}
