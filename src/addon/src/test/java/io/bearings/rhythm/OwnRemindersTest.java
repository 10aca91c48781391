package io.bearings.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.Before;
import org.junit.Test;

public class OwnRemindersTest {
  private static final Person ANNA = new Person("anna");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final ReminderRules RULES = new ReminderRules(true, 1, 5, 20, 7, 1);

  private final Reminders reminders = mock(Reminders.class);
  private final Attempts attempts = mock(Attempts.class);
  private final Preferences preferences = mock(Preferences.class);
  private final ReminderSettings settings = mock(ReminderSettings.class);
  private final Access access = mock(Access.class);
  private final OwnReminders own =
      new OwnReminders(
          reminders,
          attempts,
          preferences,
          settings,
          access,
          Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));

  @Before
  public void site() {
    when(settings.current()).thenReturn(RULES);
    when(preferences.of(anyString())).thenReturn(Preference.DEFAULT);
    when(access.administers(ANNA)).thenReturn(true);
  }

  @Test
  public void somebodyMaySnoozeForAWhileButNotForever() {
    Preference longest = new Preference(Set.of(), Optional.of(MONDAY.plusDays(90)));
    own.prefer(ANNA, longest);
    verify(preferences).save("anna", longest);
    Preference longer = new Preference(Set.of(), Optional.of(MONDAY.plusDays(91)));
    assertThatThrownBy(() -> own.prefer(ANNA, longer)).isInstanceOf(Refusal.Invalid.class);
    verify(preferences, never()).save("anna", longer);
  }

  @Test
  public void tellsWhatWasTold() {
    Reminders.Past past = new Reminders.Past(MONDAY, Instant.EPOCH, Reminders.State.TOLD, 3, 1);
    when(reminders.of("anna", OwnReminders.LISTED)).thenReturn(List.of(past));
    assertThat(own.of(ANNA))
        .isEqualTo(new OwnReminders.Own(true, Preference.DEFAULT, List.of(past)));
  }

  @Test
  public void decidesWhatIsInRange() {
    assertThat(own.decide(ANNA, RULES)).isEqualTo(RULES);
    own.decide(ANNA, new ReminderRules(false, 0, 0, 0, 0, 0));
    own.decide(ANNA, new ReminderRules(true, 5, 30, 23, 23, 30));
    verify(settings).save(RULES);
  }

  @Test
  public void namesEachNumberThatIsOutOfItsRange() {
    assertThatThrownBy(() -> own.decide(ANNA, new ReminderRules(true, 6, 2, 24, -1, 31)))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.Invalid.class))
        .satisfies(
            refusal ->
                assertThat(refusal.fields())
                    .containsOnlyKeys(
                        "daysBefore", "escalateAfter", "quietFrom", "quietTo", "skipDays"));
    verify(settings, never()).save(any());
  }

  @Test
  public void whoIsNoAdministratorDecidesNothingAndReadsNoLog() {
    Person ben = new Person("ben");
    assertThatThrownBy(() -> own.rules(ben)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> own.decide(ben, RULES)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> own.log(ben, Optional.empty())).isInstanceOf(Refusal.Forbidden.class);
    own.log(ANNA, Optional.of(7L));
    verify(attempts).log(7, OwnReminders.PAGE);
  }
}
