package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Test;

public class JiraPeopleTest {
  private final UserManager users = mock(UserManager.class);
  private final JiraPeople people = new JiraPeople(users, mock(HostService.class));

  @Test
  public void whoHasAKeyHasAUserNameAndTheOtherWayRound() {
    ApplicationUser anna = mock(ApplicationUser.class);
    when(anna.getKey()).thenReturn("JIRAUSER10100");
    when(anna.getUsername()).thenReturn("anna");
    when(users.getUserByKey("JIRAUSER10100")).thenReturn(anna);
    when(users.getUserByName("anna")).thenReturn(anna);
    assertThat(people.userNameOf("JIRAUSER10100")).contains("anna");
    assertThat(people.keyOf("anna")).contains("JIRAUSER10100");
    assertThat(people.userNameOf("anna")).isEmpty();
    assertThat(people.keyOf("JIRAUSER10100")).isEmpty();
  }

  @Test
  public void whoLeftIsNotActive() {
    ApplicationUser anna = mock(ApplicationUser.class);
    when(users.getUserByKey("anna")).thenReturn(anna);
    assertThat(people.isActive("anna")).isFalse();
    when(anna.isActive()).thenReturn(true);
    assertThat(people.isActive("anna")).isTrue();
    assertThat(people.isActive("nobody")).isFalse();
  }
}
