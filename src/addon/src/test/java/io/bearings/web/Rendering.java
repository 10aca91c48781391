package io.bearings.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.directive.Directive;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;

/** Renders the add-on's templates as Jira does: HTML-escaped, and with the texts of the add-on. */
final class Rendering {

  /** What templates use of Jira's texts. */
  public static final class I18n {
    public String getText(String key) {
      return TestTexts.text(key);
    }
  }

  /** What templates use of Jira's web-resource manager. */
  public static final class Resources {
    private String required = "";

    public void requireResource(String key) {
      required = key;
    }
  }

  /** The directive that switches the escaping on, which is on here anyway. */
  public static final class EscapingOn extends Directive {
    @Override
    public String getName() {
      return "enable_html_escaping";
    }

    @Override
    public int getType() {
      return LINE;
    }

    @Override
    public boolean render(InternalContextAdapter context, Writer writer, Node node) {
      return true;
    }
  }

  private Rendering() {}

  /** The HTML of a template with these variables. */
  static String html(String template, Map<String, Object> variables) {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("resource.loader", "class");
    engine.setProperty("class.resource.loader.class", ClasspathResourceLoader.class.getName());
    engine.setProperty("runtime.log.logsystem.class", NullLogChute.class.getName());
    engine.setProperty("userdirective", EscapingOn.class.getName());
    engine.setProperty("input.encoding", "UTF-8");
    VelocityContext context = new VelocityContext();
    variables.forEach(context::put);
    context.put("i18n", new I18n());
    context.put("webResourceManager", new Resources());
    EventCartridge escaping = new EventCartridge();
    escaping.addEventHandler((ReferenceInsertionEventHandler) (reference, value) -> escape(value));
    escaping.attachToContext(context);
    StringWriter html = new StringWriter();
    try {
      engine.init();
      engine.getTemplate("templates/" + template).merge(context, html);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new AssertionError("Cannot render " + template, e);
    }
    return html.toString();
  }

  private static Object escape(Object value) {
    return value == null
        ? null
        : value
            .toString()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }

  /** The markup with nothing between tags but what can be seen, for comparing. */
  static String lines(String html) {
    return html.replaceAll("\\s+", " ").replaceAll("> <", ">\n<").strip();
  }
}
