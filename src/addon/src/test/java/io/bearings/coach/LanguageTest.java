package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.Test;

public class LanguageTest {

  @Test
  public void isThatOfTheReader() {
    assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.DE);
    assertThat(Language.of(Locale.CANADA_FRENCH)).isEqualTo(Language.FR);
    assertThat(Language.of(new Locale("es", "MX"))).isEqualTo(Language.ES);
    assertThat(Language.of(Locale.UK)).isEqualTo(Language.EN);
    assertThat(Language.of(Locale.JAPAN)).isEqualTo(Language.EN);
  }

  @Test
  public void isThatOfTheTextWhereItShows() {
    for (Language reader : Language.values()) {
      assertThat(Language.written("Make the first week with us feel effortless", reader))
          .isEqualTo(Language.EN);
      assertThat(Language.written("Ser la marca en la que confían las familias", reader))
          .isEqualTo(Language.ES);
      assertThat(Language.written("Devenir le partenaire que les hôpitaux appellent", reader))
          .isEqualTo(Language.FR);
      assertThat(Language.written("Die Übergabe so verbessern, dass niemand nachfragt", reader))
          .isEqualTo(Language.DE);
    }
  }

  @Test
  public void isThatOfTheReaderWhereItDoesNotShow() {
    for (Language reader : Language.values()) {
      assertThat(Language.written("Xyzzy", reader)).isEqualTo(reader);
      assertThat(Language.written("", reader)).isEqualTo(reader);
    }
  }

  @Test
  public void showsInASingleLetter() {
    assertThat(Language.written("Xyzzß", Language.EN)).isEqualTo(Language.DE);
    assertThat(Language.written("Xyzzñ", Language.EN)).isEqualTo(Language.ES);
    assertThat(Language.written("Xyzzç", Language.EN)).isEqualTo(Language.FR);
  }

  @Test
  public void showsInANumber() {
    assertThat(Language.written("Zero xyzzy", Language.DE)).isEqualTo(Language.EN);
  }

  @Test
  public void hasAllLists() {
    for (Language language : Language.values()) {
      Words words = Words.of(language);
      for (WordList list : WordList.values()) {
        assertThat(words.list(list)).as(language + " " + list.key()).isNotNull();
      }
      assertThat(words.plain()).isNotEmpty();
      assertThat(words.verbLast()).isEqualTo(language == Language.DE);
    }
  }

  @Test
  public void comparesPhrasesWordByWord() {
    Phrases phrases = new Phrases(List.of("set up", "set", "migrat*", "Größe", "on-time delivery"));
    assertThat(phrases.lengthAt(Tokens.of("Set up it"), 0)).isEqualTo(2);
    assertThat(phrases.lengthAt(Tokens.of("set, up"), 0)).isEqualTo(1);
    assertThat(phrases.lengthAt(Tokens.of("settle"), 0)).isZero();
    assertThat(phrases.lengthAt(Tokens.of("We set"), 0)).isZero();
    assertThat(phrases.lengthAt(Tokens.of("We set"), 1)).isEqualTo(1);
    assertThat(phrases.lengthAt(Tokens.of("MIGRATION"), 0)).isEqualTo(1);
    assertThat(phrases.lengthAt(Tokens.of("migra"), 0)).isZero();
    assertThat(phrases.lengthAt(Tokens.of("GROSSE"), 0)).isEqualTo(1);
    assertThat(phrases.lengthAt(Tokens.of("On time delivery"), 0)).isEqualTo(3);
    assertThat(phrases.lengthAt(Tokens.of("on time"), 0)).isZero();
    assertThat(phrases.lengthAt(Tokens.of("!"), 0)).isZero();
    Phrases endings = new Phrases(List.of("*kurs", "*tag"));
    assertThat(endings.lengthAt(Tokens.of("Sprachkurs"), 0)).isEqualTo(1);
    assertThat(endings.lengthAt(Tokens.of("Kurs"), 0)).isZero();
    assertThat(endings.lengthAt(Tokens.of("Kurse"), 0)).isZero();
    assertThat(endings.lengthAt(Tokens.of("xtag"), 0)).isEqualTo(1);
    assertThat(endings.lengthAt(Tokens.of("tag"), 0)).isZero();
    assertThatThrownBy(() -> new Phrases(List.of("*ab")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("*ab");
    assertThatThrownBy(() -> new Phrases(List.of("ab*")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ab*");
  }
}
