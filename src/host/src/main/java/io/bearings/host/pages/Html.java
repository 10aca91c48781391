package io.bearings.host.pages;

/**
 * Markup that is safe to show as it is. Templates escape everything else.
 *
 * @param markup HTML in which every text from outside is already escaped
 */
public record Html(String markup) {
  /** No markup at all. */
  public static final Html NONE = new Html("");

  /** A text as markup that shows it, also inside a double-quoted attribute. */
  public static Html of(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return new Html(escaped.toString());
  }

  @Override
  public String toString() {
    return markup;
  }
}
