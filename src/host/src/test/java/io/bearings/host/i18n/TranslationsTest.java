package io.bearings.host.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.util.I18nHelper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.Before;
import org.junit.Test;

public class TranslationsTest {
  private final Translations texts = new Translations();

  @Before
  public void texts() {
    add(Locale.ROOT, "a.one=One\na.two={0} of {1}\na.quote=It''s\nb=B");
    add(Locale.GERMAN, "a.one=Eins");
    add(Locale.GERMANY, "a.two={0} von {1}");
  }

  private void add(Locale locale, String properties) {
    texts.add(locale, new ByteArrayInputStream(properties.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  public void aTextIsFoundInTheNearestLanguage() {
    assertThat(texts.text(Locale.GERMANY, "a.one")).isEqualTo("Eins");
    assertThat(texts.text(Locale.GERMANY, "a.two", 1, 2)).isEqualTo("1 von 2");
    assertThat(texts.text(Locale.GERMAN, "a.two", 1, 2)).isEqualTo("1 of 2");
    assertThat(texts.text(Locale.FRENCH, "b")).isEqualTo("B");
  }

  @Test
  public void aKeyWithoutTextStandsForItself() {
    assertThat(texts.text(Locale.ENGLISH, "none")).isEqualTo("none");
    assertThat(texts.knows("none")).isFalse();
    assertThat(texts.knows("b")).isTrue();
  }

  @Test
  public void anApostropheIsWrittenTwiceInEveryText() {
    assertThat(texts.text(Locale.ENGLISH, "a.quote")).isEqualTo("It's");
    assertThat(texts.pattern(Locale.ENGLISH, "a.quote")).hasValue("It''s");
  }

  @Test
  public void textsOfAPrefixAreTheNearestOnes() {
    assertThat(texts.withPrefix(Locale.GERMAN, "a."))
        .containsOnlyKeys("a.one", "a.two", "a.quote")
        .containsEntry("a.one", "Eins");
  }

  @Test
  public void aHelperTakesParametersInEveryForm() {
    I18nHelper german = texts.in(Locale.GERMANY);
    assertThat(german.getLocale()).isEqualTo(Locale.GERMANY);
    assertThat(german.getText("a.one")).isEqualTo("Eins");
    assertThat(german.getText("a.two", "1", "2")).isEqualTo("1 von 2");
    assertThat(german.getText("a.two", new Object[] {"1", "2"})).isEqualTo("1 von 2");
    assertThat(german.getText("a.two", List.of("1", "2"))).isEqualTo("1 von 2");
    assertThat(german.getText("a.two", "1")).isEqualTo("1 von {1}");
    assertThat(german.getText("a.two", (Object) 7L)).isEqualTo("7 von {1}");
  }
}
