package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Each language has every text, with the same arguments, and none that a message format spoils. */
@RunWith(Parameterized.class)
public class TranslationsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

  private final String language;

  public TranslationsTest(String language) {
    this.language = language;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> languages() {
    return List.of(new Object[] {"de"}, new Object[] {"es"}, new Object[] {"fr"});
  }

  private static String read(String suffix) {
    String name = "/i18n/bearings" + suffix + ".properties";
    try (InputStream in = TranslationsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private static Map<String, String> texts(String suffix) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(read(suffix)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  private static TreeSet<String> arguments(String text) {
    TreeSet<String> arguments = new TreeSet<>();
    ARGUMENT.matcher(text).results().map(MatchResult::group).forEach(arguments::add);
    return arguments;
  }

  @Test
  public void everyTextIsTranslatedAndNoOther() {
    assertThat(texts("_" + language).keySet()).isEqualTo(texts("").keySet());
  }

  @Test
  public void eachHasTheArgumentsOfTheEnglishOne() {
    Map<String, String> english = texts("");
    texts("_" + language)
        .forEach(
            (key, text) ->
                assertThat(arguments(text)).as(key).isEqualTo(arguments(english.get(key))));
  }

  @Test
  public void noneIsEmptyOrSpoiledByAMessageFormat() {
    texts("_" + language)
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank().doesNotContain("'");
              assertThat(new MessageFormat(text, Locale.forLanguageTag(language))).isNotNull();
            });
  }

  @Test
  public void theFileIsPlainAscii() {
    assertThat(read("_" + language).chars().allMatch(each -> each < 128)).isTrue();
  }
}
