package io.bearings.host.velocity;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;

/**
 * What is known while one template is rendered in this thread; escapes what is inserted, as Jira
 * does: not what is marked {@link HtmlSafe}, nor a plain variable whose name says that it is HTML.
 */
final class Rendering implements ReferenceInsertionEventHandler {
  private static final ThreadLocal<Rendering> CURRENT = new ThreadLocal<>();
  private static final Pattern PLAIN = Pattern.compile("\\$!?\\{?(\\w+)}?");
  private static final Set<String> HTML_NAMES = Set.of("xhtmlcontent", "body", "head");

  private final Rendering outer;
  private final Set<Object> safe = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean escaping = true;
  private boolean refused;

  private Rendering(Rendering outer) {
    this.outer = outer;
  }

  static Rendering begin() {
    Rendering rendering = new Rendering(CURRENT.get());
    CURRENT.set(rendering);
    return rendering;
  }

  void end() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  static Rendering current() {
    return CURRENT.get();
  }

  /** A call was refused: the reference that it was part of prints nothing. */
  void refused() {
    refused = true;
  }

  /** The value comes from a method that vouches for it. */
  void vouch(Object value) {
    safe.add(value);
  }

  void escape(boolean on) {
    escaping = on;
  }

  @Override
  public Object referenceInsert(String reference, Object value) {
    boolean wasRefused = refused;
    refused = false;
    if (value == null) {
      return wasRefused ? "" : null;
    }
    if (!escaping || saysHtml(reference) || isSafe(value)) {
      return value;
    }
    return escaped(String.valueOf(value));
  }

  private boolean isSafe(Object value) {
    return safe.contains(value) || value.getClass().isAnnotationPresent(HtmlSafe.class);
  }

  private static boolean saysHtml(String reference) {
    // Most references are properties, and no pattern is needed to know those.
    if (reference.indexOf('.') >= 0) {
      return false;
    }
    var plain = PLAIN.matcher(reference);
    if (!plain.matches()) {
      return false;
    }
    String name = plain.group(1).toLowerCase(Locale.ROOT);
    return name.endsWith("html") || HTML_NAMES.contains(name);
  }

  // Single quotes stay, as in Jira: an attribute in single quotes is the template's own mistake.
  private static String escaped(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (!entity.isEmpty()) {
        result.append(text, written, i).append(entity);
        written = i + 1;
      }
    }
    return written == 0 ? text : result.append(text, written, text.length()).toString();
  }

  private static String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> "";
    };
  }
}
