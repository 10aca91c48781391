package io.bearings.host.pages;

import java.io.StringWriter;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;

/**
 * The templates of the host's own pages. Everything that a template inserts is escaped unless it is
 * {@link Html}. The templates of add-ons are rendered elsewhere, with an allowlist.
 */
final class Templates {
  private static final String FOLDER = "host-templates/";

  private final VelocityEngine engine = new VelocityEngine();

  Templates() {
    engine.setProperty(RuntimeConstants.RUNTIME_LOG_LOGSYSTEM, new NullLogChute());
    engine.setProperty(RuntimeConstants.RESOURCE_LOADER, "class");
    engine.setProperty("class.resource.loader.class", ClasspathResourceLoader.class.getName());
    engine.setProperty("class.resource.loader.cache", "true");
    engine.setProperty(RuntimeConstants.VM_LIBRARY, FOLDER + "macros.vm");
    engine.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
    try {
      engine.init();
    } catch (Exception e) {
      throw new IllegalStateException("The host's templates cannot be read", e);
    }
  }

  /**
   * Renders a template.
   *
   * @param name the file's name without folder and extension
   * @throws IllegalStateException when the template is missing, broken, or names something that the
   *     model does not hold
   */
  Html render(String name, Map<String, ?> model) {
    VelocityContext context = new VelocityContext();
    model.forEach(context::put);
    EventCartridge cartridge = new EventCartridge();
    cartridge.addEventHandler((ReferenceInsertionEventHandler) Templates::escaped);
    cartridge.attachToContext(context);
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(FOLDER + name + ".vm", "UTF-8").merge(context, out);
    } catch (Exception e) {
      throw new IllegalStateException("The template " + name + " cannot be rendered", e);
    }
    return new Html(out.toString());
  }

  private static Object escaped(String reference, Object value) {
    if (value == null || value instanceof Html) {
      return value;
    }
    return Html.of(value.toString());
  }
}
