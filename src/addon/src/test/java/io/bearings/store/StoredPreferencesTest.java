package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.Preference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** How people want to be reminded, on each database. */
@RunWith(Parameterized.class)
public class StoredPreferencesTest {
  private final TestDatabase database;
  private final StoredPreferences preferences;

  public StoredPreferencesTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    preferences = new StoredPreferences(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void whoSaidNothingIsRemindedOnAllChannels() {
    assertThat(preferences.of("anna")).isEqualTo(Preference.DEFAULT);
    assertThat(preferences.all()).isEmpty();
  }

  @Test
  public void keepsWhatSomebodyWants() {
    Preference quiet =
        new Preference(
            Set.of(ChannelKind.MAIL, ChannelKind.INBOX), Optional.of(LocalDate.of(2026, 3, 5)));
    Preference noMail = new Preference(Set.of(ChannelKind.MAIL), Optional.empty());
    String longKey = "b".repeat(255);
    preferences.save("anna", noMail);
    preferences.save("anna", quiet);
    preferences.save(longKey, noMail);
    assertThat(preferences.of("anna")).isEqualTo(quiet);
    assertThat(preferences.all()).isEqualTo(Map.of("anna", quiet, longKey, noMail));
    preferences.save("anna", Preference.DEFAULT);
    assertThat(preferences.of("anna")).isEqualTo(Preference.DEFAULT);
  }
}
