package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.jira.SignedIn;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.Test;

public class MomentsTest {
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:05Z");

  private final SignedIn signedIn = mock(SignedIn.class);
  private final People people = mock(People.class);
  private final Moments moments =
      new Moments(signedIn, people, Clock.fixed(NOON, ZoneId.of("Europe/Berlin")));

  @Test
  public void areWrittenInTheLanguageAndZoneOfTheReader() {
    when(signedIn.person()).thenReturn(Optional.of(new Person("anna")));
    when(people.zoneOf("anna")).thenReturn(Optional.of(ZoneId.of("Asia/Tokyo")));
    when(signedIn.locale()).thenReturn(Locale.GERMANY);
    assertThat(moments.text(NOON)).isEqualTo("01.07.2026, 21:00:05");
    when(signedIn.locale()).thenReturn(Locale.UK);
    assertThat(moments.text(NOON)).isEqualTo("1 Jul 2026, 21:00:05");
  }

  @Test
  public void areInTheZoneOfTheSiteWhereThatOfTheReaderIsNotKnown() {
    when(signedIn.locale()).thenReturn(Locale.UK);
    when(signedIn.person()).thenReturn(Optional.empty());
    assertThat(moments.text(NOON)).isEqualTo("1 Jul 2026, 14:00:05");
    when(signedIn.person()).thenReturn(Optional.of(new Person("anna")));
    when(people.zoneOf("anna")).thenReturn(Optional.empty());
    assertThat(moments.text(NOON)).isEqualTo("1 Jul 2026, 14:00:05");
  }
}
