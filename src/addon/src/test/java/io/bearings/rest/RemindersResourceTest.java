package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.rhythm.Attempts;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.OwnReminders;
import io.bearings.rhythm.Preference;
import io.bearings.rhythm.Preferences;
import io.bearings.rhythm.ReminderRules;
import io.bearings.rhythm.ReminderSettings;
import io.bearings.rhythm.Reminders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** Reminders of check-ins: a person's own, and those of the site. */
public class RemindersResourceTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final Site site = new Site();
  private final Reminders reminders = mock(Reminders.class);
  private final Attempts attempts = mock(Attempts.class);
  private final Preferences preferences = mock(Preferences.class);
  private final ReminderSettings settings = mock(ReminderSettings.class);
  private final OwnReminders own =
      new OwnReminders(reminders, attempts, preferences, settings, site.access, site.clock);
  private final RemindersResource resource = new RemindersResource(site.answers, own);
  private final MyRemindersResource mine = new MyRemindersResource(site.answers, own);

  @Before
  public void annaAdministers() {
    when(site.access.administers(ANNA)).thenReturn(true);
    when(settings.current()).thenReturn(new ReminderRules(true, 1, 5, 20, 7, 2));
    when(preferences.of(ANNA.key())).thenReturn(Preference.DEFAULT);
  }

  @Test
  public void tellsAndDecidesHowTheSiteReminds() {
    String rules =
        "{'on':true,'daysBefore':1,'escalateAfter':5,'quietFrom':20,'quietTo':7,'skipDays':2}";
    assertThat(json(resource.rules())).isEqualTo(json(rules));
    Response decided = resource.decide(rules.replace('\'', '"'));
    assertThat(decided.getStatus()).isEqualTo(200);
    assertThat(json(decided)).isEqualTo(json(rules));
    verify(settings).save(new ReminderRules(true, 1, 5, 20, 7, 2));
    assertThat(RemindersResource.class.isAnnotationPresent(AdminOnly.class)).isTrue();
  }

  @Test
  public void namesWhatIsWrong() {
    Response wrong =
        resource.decide(
            "{\"on\":true,\"daysBefore\":1.5,\"escalateAfter\":1,\"quietFrom\":99,"
                + "\"quietTo\":7,\"skipDays\":2}");
    assertThat(wrong.getStatus()).isEqualTo(400);
    assertThat(json(wrong).path("errors").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("daysBefore", "escalateAfter", "quietFrom");
    assertThat(resource.decide("{}").getStatus()).isEqualTo(400);
    verify(settings, never()).save(any());
  }

  @Test
  public void tellsWhatWasNotTaken() {
    when(attempts.log(Long.MAX_VALUE, OwnReminders.PAGE))
        .thenReturn(
            List.of(
                new Attempts.Attempt(
                    3,
                    "ben",
                    MONDAY,
                    ChannelKind.MAIL,
                    Attempts.State.WAITING,
                    2,
                    "451",
                    Instant.EPOCH)));
    assertThat(json(resource.log(null)))
        .isEqualTo(
            json(
                "{'entries':[{'id':3,'person':'ben','slot':'2026-03-02','channel':'MAIL',"
                    + "'state':'WAITING','tries':2,'note':'451','at':'1970-01-01T00:00:00Z'}]}"));
  }

  @Test
  public void whoIsNoAdministratorIsRefused() {
    when(site.access.administers(ANNA)).thenReturn(false);
    assertThat(resource.rules().getStatus()).isEqualTo(403);
    assertThat(resource.log(null).getStatus()).isEqualTo(403);
  }

  @Test
  public void aPersonReadsAndSaysWhatTheyWant() {
    when(reminders.of(ANNA.key(), OwnReminders.LISTED))
        .thenReturn(List.of(new Reminders.Past(MONDAY, Instant.EPOCH, Reminders.State.TOLD, 3, 1)));
    assertThat(json(mine.mine()))
        .isEqualTo(
            json(
                "{'on':true,'inbox':true,'mail':true,'snoozedUntil':null,"
                    + "'past':[{'slot':'2026-03-02','at':'1970-01-01T00:00:00Z','state':'TOLD',"
                    + "'total':3,'overdue':1}]}"));
    LocalDate until = LocalDate.ofInstant(site.clock.instant(), site.clock.getZone()).plusDays(3);
    Response saved =
        mine.prefer("{\"inbox\":true,\"mail\":false,\"snoozedUntil\":\"" + until + "\"}");
    assertThat(saved.getStatus()).isEqualTo(200);
    verify(preferences)
        .save(ANNA.key(), new Preference(Set.of(ChannelKind.MAIL), Optional.of(until)));
    assertThat(mine.prefer("{\"inbox\":\"no\"}").getStatus()).isEqualTo(400);
  }
}
