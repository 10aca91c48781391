package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.Test;

/** What is put together of a key and a name has a text. */
public class FormulaTextsTest {

  @Test
  public void everyNameHasAMeaning() {
    Stream.of(
            Catalogue.all().keySet().stream(),
            Arrays.stream(Input.values()).map(Input::word),
            Names.ARITHMETIC.stream(),
            Names.INSIDE.stream(),
            Arrays.stream(Slot.values()).flatMap(slot -> slot.words().stream()))
        .flatMap(it -> it)
        .forEach(name -> assertThat(keys()).containsKey("bearings.formula.means." + name));
  }

  @Test
  public void everyExpectationHasAText() {
    for (Slot slot : Slot.values()) {
      if (slot.words().isEmpty()) {
        assertThat(keys()).containsKey(Texts.slot(slot).key());
      }
    }
    for (String name : Names.ARITHMETIC) {
      assertThat(keys()).containsKey("bearings.formula.expected.count." + name);
    }
    for (String kind : new String[] {"PERCENT", "CURRENCY", "DURATION", "POINTS"}) {
      assertThat(keys()).containsKey("bearings.formula.expected.inMeasure." + kind);
    }
  }

  static Properties keys() {
    Properties keys = new Properties();
    try (InputStream file =
        FormulaTextsTest.class.getResourceAsStream("/i18n/bearings.properties")) {
      keys.load(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return keys;
  }
}
