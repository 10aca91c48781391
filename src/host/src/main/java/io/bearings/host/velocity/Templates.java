package io.bearings.host.velocity;

import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.collections.ExtendedProperties;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;

/** The add-on's Velocity templates, escaped and held to the allowlist. */
public final class Templates {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final VelocityEngine engine = new VelocityEngine();

  /** The templates of one add-on. */
  public Templates(AddOnBundle bundle, Allowlist allowlist) {
    engine.setApplicationAttribute(StrictUberspect.ALLOWLIST, allowlist);
    engine.setProperty(RuntimeConstants.RUNTIME_LOG_LOGSYSTEM, new VelocityLog());
    engine.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, StrictUberspect.class.getName());
    engine.setProperty(RuntimeConstants.RESOURCE_LOADER, "bundle");
    engine.setProperty("bundle.resource.loader.instance", new BundleLoader(bundle));
    engine.setProperty("bundle.resource.loader.cache", "true");
    engine.setProperty(RuntimeConstants.INPUT_ENCODING, UTF_8);
    engine.setProperty(RuntimeConstants.VM_LIBRARY, "");
    engine.setProperty(
        "userdirective", EscapingOn.class.getName() + "," + EscapingOff.class.getName());
    try {
      engine.init();
    } catch (Exception e) {
      throw new IllegalStateException("Velocity cannot be started", e);
    }
  }

  /**
   * Makes sure that a template is there and can be parsed.
   *
   * @param where the module that names it, for the message
   */
  public void check(String path, String where) {
    try {
      template(path);
    } catch (ResourceNotFoundException e) {
      throw new AddOnFailure(where + " names the template " + path + ", which is missing", e);
    } catch (Exception e) {
      throw new AddOnFailure(
          where + " names the template " + path + ", which cannot be parsed: " + e.getMessage(), e);
    }
  }

  // Velocity declares Exception; what it throws here is one of its own unchecked ones.
  private Template template(String path) throws Exception {
    return engine.getTemplate(path, UTF_8);
  }

  /**
   * Renders a template.
   *
   * @throws TemplateFailure when the template or what it calls throws
   */
  public String render(String path, Map<String, Object> variables) {
    return render(path, new VelocityContext(variables));
  }

  /** Renders a template with variables that are looked up when they are used. */
  public String render(String path, VelocityContext context) {
    Rendering rendering = Rendering.begin();
    try {
      escape(context, rendering);
      StringWriter writer = new StringWriter();
      template(path).merge(context, writer);
      return writer.toString();
    } catch (Exception e) {
      throw new TemplateFailure(path, e);
    } finally {
      rendering.end();
    }
  }

  /** Renders a short text such as a link; what it inserts is not escaped as HTML. */
  public String renderText(String text, Map<String, Object> variables) {
    Rendering rendering = Rendering.begin();
    rendering.escape(false);
    try {
      VelocityContext context = new VelocityContext(variables);
      escape(context, rendering);
      StringWriter writer = new StringWriter();
      engine.evaluate(context, writer, "text", text);
      return writer.toString();
    } catch (Exception e) {
      throw new TemplateFailure(text, e);
    } finally {
      rendering.end();
    }
  }

  private static void escape(VelocityContext context, Rendering rendering) {
    EventCartridge cartridge = new EventCartridge();
    cartridge.addReferenceInsertionEventHandler(rendering);
    cartridge.attachToContext(context);
  }

  private static final class BundleLoader extends ResourceLoader {
    private final AddOnBundle bundle;

    BundleLoader(AddOnBundle bundle) {
      this.bundle = bundle;
    }

    @Override
    public void init(ExtendedProperties configuration) {}

    @Override
    public InputStream getResourceStream(String name) {
      return bundle
          .bytes(name)
          .map(ByteArrayInputStream::new)
          .orElseThrow(() -> new ResourceNotFoundException("No template " + name));
    }

    @Override
    public boolean isSourceModified(Resource resource) {
      return false;
    }

    @Override
    public long getLastModified(Resource resource) {
      return 0;
    }
  }
}
