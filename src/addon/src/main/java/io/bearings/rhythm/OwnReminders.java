package io.bearings.rhythm;

import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see and decide about their own reminders, and administrators about all. */
@Named
public final class OwnReminders {
  /** How many reminders are listed at most. */
  public static final int LISTED = 30;

  /** How many entries of the log are read at once. */
  public static final int PAGE = 100;

  /** How long somebody can be left alone at most. */
  static final int LONGEST_SNOOZE = 90;

  private final Reminders reminders;
  private final Attempts attempts;
  private final Preferences preferences;
  private final ReminderSettings settings;
  private final Access access;
  private final Clock clock;

  @Inject
  public OwnReminders(
      Reminders reminders,
      Attempts attempts,
      Preferences preferences,
      ReminderSettings settings,
      Access access,
      Clock clock) {
    this.reminders = reminders;
    this.attempts = attempts;
    this.preferences = preferences;
    this.settings = settings;
    this.access = access;
    this.clock = clock;
  }

  /**
   * What concerns one person.
   *
   * @param on whether the site reminds anybody
   * @param past what the person was told, newest first, at most {@value #LISTED}
   */
  public record Own(boolean on, Preference preference, List<Reminders.Past> past) {
    public Own {
      past = List.copyOf(past);
    }
  }

  /** What concerns the person who asks. */
  public Own of(Person who) {
    return new Own(
        settings.current().on(), preferences.of(who.key()), reminders.of(who.key(), LISTED));
  }

  /**
   * Keeps how the person who asks wants to be reminded.
   *
   * @throws Refusal.Invalid when the snooze is longer than {@value #LONGEST_SNOOZE} days
   */
  public Own prefer(Person who, Preference preference) {
    LocalDate latest =
        clock.instant().atZone(clock.getZone()).toLocalDate().plusDays(LONGEST_SNOOZE);
    if (preference.snoozedUntil().filter(day -> day.isAfter(latest)).isPresent()) {
      throw new Refusal.Invalid(
          Map.of("snoozedUntil", Message.of("bearings.error.reminders.snooze", LONGEST_SNOOZE)));
    }
    preferences.save(who.key(), preference);
    return of(who);
  }

  /**
   * What is decided about reminders.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public ReminderRules rules(Person who) {
    requireAdministrator(who);
    return settings.current();
  }

  /**
   * Decides about reminders.
   *
   * @throws Refusal.Forbidden when the person is no administrator
   * @throws Refusal.Invalid naming all numbers that are out of their range
   */
  public ReminderRules decide(Person who, ReminderRules rules) {
    requireAdministrator(who);
    Map<String, Message> problems = new LinkedHashMap<>();
    range(problems, "daysBefore", rules.daysBefore(), 0, ReminderRules.MOST_BEFORE);
    if (rules.escalateAfter() != 0) {
      range(
          problems,
          "escalateAfter",
          rules.escalateAfter(),
          ReminderRules.LEAST_ESCALATION,
          ReminderRules.MOST_DAYS);
    }
    range(problems, "quietFrom", rules.quietFrom(), 0, ReminderRules.LAST_HOUR);
    range(problems, "quietTo", rules.quietTo(), 0, ReminderRules.LAST_HOUR);
    range(problems, "skipDays", rules.skipDays(), 0, ReminderRules.MOST_DAYS);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    settings.save(rules);
    return settings.current();
  }

  private static void range(
      Map<String, Message> problems, String field, int value, int least, int most) {
    if (value < least || value > most) {
      problems.put(field, Message.of("bearings.error.range", least, most));
    }
  }

  /**
   * What channels did not take at once, newest first.
   *
   * @param before only entries with a lower id; absent: the newest
   * @throws Refusal.Forbidden when the person is no administrator
   */
  public List<Attempts.Attempt> log(Person who, Optional<Long> before) {
    requireAdministrator(who);
    return attempts.log(before.orElse(Long.MAX_VALUE), PAGE);
  }

  private void requireAdministrator(Person who) {
    if (!access.administers(who)) {
      throw new Refusal.Forbidden();
    }
  }
}
