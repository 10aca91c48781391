package io.bearings.systemtests.tour;

import java.util.List;

/**
 * How somebody looks at a screen.
 *
 * @param width of the window, in CSS pixels
 * @param dark whether Jira shows its dark theme
 * @param language of the site, such as {@code de}
 */
public record Look(int width, boolean dark, String language) {
  /** The looks of which accepted pictures are kept. */
  public static final List<Look> PICTURED =
      List.of(new Look(1280, false, "en"), new Look(1280, true, "en"), new Look(360, false, "en"));

  /** All other looks at the site in English. */
  public static final List<Look> CHECKED =
      List.of(new Look(768, false, "en"), new Look(1920, false, "en"), new Look(360, true, "en"));

  /** Wide and narrow in another language. */
  public static List<Look> in(String language) {
    return List.of(new Look(1280, false, language), new Look(360, false, language));
  }

  /** Such as {@code 1280-dark}; other languages than English follow. */
  @Override
  public String toString() {
    return width + (dark ? "-dark" : "-light") + (language.equals("en") ? "" : "-" + language);
  }
}
