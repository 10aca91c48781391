package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import org.junit.Test;

public class JiraGroupsTest {
  private final GroupManager manager = mock(GroupManager.class);
  private final JiraGroups groups = new JiraGroups(manager);

  @Test
  public void namesTheActivePeopleOfAGroup() {
    List<ApplicationUser> all = List.of(user("anna", true), user("gone", false));
    when(manager.getUsersInGroup("mobile")).thenReturn(all);

    assertThat(groups.members("mobile")).containsExactly("anna");
  }

  @Test
  public void aGroupThatIsNotThereHasNobody() {
    when(manager.getUsersInGroup("none")).thenReturn(null);

    assertThat(groups.members("none")).isEmpty();
  }

  @Test
  public void aJiraThatDoesNotTellHasNobodyInItsGroups() {
    when(manager.getUsersInGroup("mobile")).thenThrow(new NoSuchMethodError("getUsersInGroup"));

    assertThat(groups.members("mobile")).isEmpty();
  }

  private static ApplicationUser user(String key, boolean active) {
    ApplicationUser user = mock(ApplicationUser.class);
    when(user.getKey()).thenReturn(key);
    when(user.isActive()).thenReturn(active);
    return user;
  }
}
