package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.timezone.TimeZoneManager;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.Test;

public class SiteClockTest {
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  private final HostService services = mock(HostService.class);
  private final TimeZoneManager zones = mock(TimeZoneManager.class);
  private final SiteClock clock = new SiteClock(services);

  @Test
  public void isInTheZoneThatTheAdministratorChoseLast() {
    when(services.find(TimeZoneManager.class)).thenReturn(Optional.of(zones));
    when(zones.getDefaultTimezone())
        .thenReturn(TimeZone.getTimeZone(AUCKLAND), TimeZone.getTimeZone("Europe/Paris"));
    assertThat(clock.getZone()).isEqualTo(AUCKLAND);
    assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(clock.withZone(AUCKLAND).getZone()).isEqualTo(AUCKLAND);
    assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
  }

  @Test
  public void isInUtcWhereJiraDoesNotSay() {
    when(services.find(TimeZoneManager.class))
        .thenReturn(Optional.empty())
        .thenThrow(new NoClassDefFoundError("com/atlassian/jira/timezone/TimeZoneManager"));
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }
}
