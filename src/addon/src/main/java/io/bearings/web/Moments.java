package io.bearings.web;

import io.bearings.jira.SignedIn;
import io.bearings.okr.People;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.stereotype.Component;

/** Moments as the person who looks at the page writes them, and in their time zone. */
@Component
public class Moments {
  private static final DateTimeFormatter STYLE =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM);

  private final SignedIn signedIn;
  private final People people;
  private final Clock clock;

  @Inject
  public Moments(SignedIn signedIn, People people, Clock clock) {
    this.signedIn = signedIn;
    this.people = people;
    this.clock = clock;
  }

  /** A moment to the second; where Jira does not tell the person's zone, in the site's. */
  String text(Instant moment) {
    return STYLE.withLocale(signedIn.locale()).format(moment.atZone(zone()));
  }

  private ZoneId zone() {
    return signedIn.person().flatMap(who -> people.zoneOf(who.key())).orElseGet(clock::getZone);
  }
}
