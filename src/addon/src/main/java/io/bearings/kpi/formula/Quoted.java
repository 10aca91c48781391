package io.bearings.kpi.formula;

/** Texts in quotes. */
final class Quoted {

  private Quoted() {}

  /**
   * Behind the closing quote.
   *
   * @param from where the opening quote stands
   * @return the end of the whole text where the quote is not closed
   */
  static int end(String text, int from) {
    char quote = text.charAt(from);
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }
}
