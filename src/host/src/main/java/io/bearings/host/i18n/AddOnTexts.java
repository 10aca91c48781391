package io.bearings.host.i18n;

import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the properties files of an add-on: one without a language, and one for each language. */
public final class AddOnTexts {
  private static final String EXTENSION = ".properties";

  private final AddOnBundle bundle;

  /** The texts in this jar. */
  public AddOnTexts(AddOnBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Adds the texts of one location of the descriptor, such as {@code i18n.okr}.
   *
   * @throws AddOnFailure when the file without a language is missing
   */
  public void addTo(Translations translations, String location) {
    String base = location.replace('.', '/');
    if (bundle.file(base + EXTENSION).isEmpty()) {
      throw new AddOnFailure("The texts " + base + EXTENSION + " are missing");
    }
    Pattern name = Pattern.compile(Pattern.quote(base) + "(?:_(\\w+))?" + Pattern.quote(EXTENSION));
    String folder = base.substring(0, Math.max(0, base.lastIndexOf('/')));
    for (String file : bundle.filesIn("/" + folder)) {
      Matcher matcher = name.matcher(file);
      if (matcher.matches()) {
        translations.add(
            locale(matcher.group(1)), new ByteArrayInputStream(bundle.bytes(file).orElseThrow()));
      }
    }
  }

  private static Locale locale(String suffix) {
    return suffix == null ? Locale.ROOT : Locale.forLanguageTag(suffix.replace('_', '-'));
  }
}
