package io.bearings.connect.acts;

/** Texts of people within HTML. */
public final class HtmlText {
  private HtmlText() {}

  /** A text as it stands in an element or in an attribute between quotes. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
