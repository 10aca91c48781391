package io.bearings.host.velocity;

import java.io.Writer;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.directive.Directive;
import org.apache.velocity.runtime.parser.node.Node;

/** {@code #enable_html_escaping()}; public because Velocity makes it by its name. */
public final class EscapingOn extends Directive {
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
    Rendering.current().escape(true);
    return true;
  }
}
