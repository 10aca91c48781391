package io.bearings.host.pages;

import io.bearings.host.jira.HostPerson;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** Shows times in the host's zone and in the visitor's language. */
final class Moments {
  private static final String PATTERN = "dd/MMM/yy HH:mm";

  private final HostPerson people;
  private final ZoneId zone;

  Moments(HostPerson people, ZoneId zone) {
    this.people = people;
    this.zone = zone;
  }

  /** A time for the visitor; null, as Jira has it where there is none, is {@link Moment#NONE}. */
  Moment of(Date time, Visit visit) {
    if (time == null) {
      return Moment.NONE;
    }
    Instant instant = Instant.ofEpochMilli(time.getTime());
    Locale locale = visit.visitor().map(people::localeOf).orElse(Locale.ENGLISH);
    String text = DateTimeFormatter.ofPattern(PATTERN, locale).withZone(zone).format(instant);
    return new Moment(text, instant.toString());
  }
}
