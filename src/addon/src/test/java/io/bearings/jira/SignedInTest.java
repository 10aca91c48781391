package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.timezone.TimeZoneManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import io.bearings.okr.Person;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.Test;

public class SignedInTest {
  private final ApplicationUser anna = mock(ApplicationUser.class);

  @Test
  public void knowsTheUserByTheirKey() {
    JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    SignedIn signedIn = new SignedIn(authentication);
    assertThat(signedIn.person()).isEmpty();
    when(anna.getKey()).thenReturn("JIRAUSER10100");
    when(authentication.getLoggedInUser()).thenReturn(anna);
    assertThat(signedIn.person()).contains(new Person("JIRAUSER10100"));
  }

  @Test
  public void knowsTheLanguageOfTheReader() {
    JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    when(authentication.getLocale()).thenReturn(Locale.CANADA_FRENCH);
    assertThat(new SignedIn(authentication).locale()).isEqualTo(Locale.CANADA_FRENCH);
  }

  @Test
  public void namesPeopleAsFarAsJiraKnowsThem() {
    UserManager users = mock(UserManager.class);
    when(users.getUserByKey("anna")).thenReturn(anna);
    when(anna.getDisplayName()).thenReturn("Anna Lund");
    JiraPeople people = new JiraPeople(users, mock(HostService.class));
    assertThat(people.nameOf("anna")).contains("Anna Lund");
    assertThat(people.nameOf("gone")).isEmpty();
    assertThat(people.nameOrKey("gone")).isEqualTo("gone");
  }

  @Test
  public void knowsTheTimeZonesThatJiraKnows() {
    UserManager users = mock(UserManager.class);
    when(users.getUserByKey("anna")).thenReturn(anna);
    HostService services = mock(HostService.class);
    JiraPeople people = new JiraPeople(users, services);
    assertThat(people.zoneOf("anna")).isEmpty();
    TimeZoneManager zones = mock(TimeZoneManager.class);
    when(services.find(TimeZoneManager.class)).thenReturn(Optional.of(zones));
    when(zones.getTimeZoneforUser(anna)).thenReturn(TimeZone.getTimeZone("Asia/Tokyo"));
    assertThat(people.zoneOf("anna")).contains(ZoneId.of("Asia/Tokyo"));
    assertThat(people.zoneOf("gone")).isEmpty();
    when(services.find(TimeZoneManager.class)).thenThrow(new NoClassDefFoundError());
    assertThat(people.zoneOf("anna")).isEmpty();
  }
}
