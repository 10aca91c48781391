package com.atlassian.jira.plugin.webfragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.plugin.webfragment.conditions.JiraGlobalPermissionCondition;
import com.atlassian.jira.plugin.webfragment.conditions.UserLoggedInCondition;
import com.atlassian.jira.plugin.webfragment.contextproviders.AbstractJiraContextProvider;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.PluginParseException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.Test;

public class WebFragmentsTest {
  private final ApplicationUser somebody =
      (ApplicationUser)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ApplicationUser.class},
              (proxy, method, arguments) -> null);

  @Test
  public void conditionsAreToldWhoIsLoggedIn() {
    assertThat(new UserLoggedInCondition().shouldDisplay(Map.of("user", somebody))).isTrue();
    assertThat(new UserLoggedInCondition().shouldDisplay(Map.of())).isFalse();
  }

  @Test
  public void theGlobalPermissionIsNamedByItsKeyOrItsOldName() {
    for (Map.Entry<String, GlobalPermissionKey> name :
        Map.of(
                "admin", GlobalPermissionKey.ADMINISTER,
                "sysadmin", GlobalPermissionKey.SYSTEM_ADMIN,
                "SYSTEM_ADMIN", GlobalPermissionKey.SYSTEM_ADMIN,
                "OTHER", GlobalPermissionKey.of("OTHER"))
            .entrySet()) {
      JiraGlobalPermissionCondition condition =
          new JiraGlobalPermissionCondition(
              (permission, user) -> permission.equals(name.getValue()) && user == somebody);
      condition.init(Map.of("permission", name.getKey()));

      assertThat(condition.shouldDisplay(Map.of("user", somebody))).as(name.getKey()).isTrue();
      assertThat(condition.shouldDisplay(Map.of())).isFalse();
    }
  }

  @Test
  public void aConditionWithoutItsParameterIsAnErrorOfTheDescriptor() {
    assertThatThrownBy(
            () -> new JiraGlobalPermissionCondition((permission, user) -> true).init(Map.of()))
        .isInstanceOf(PluginParseException.class)
        .hasMessageContaining("'permission'");
  }

  @Test
  public void contextProvidersAreToldWhoIsLoggedInAndWhere() {
    JiraHelper helper = new JiraHelper(null, null, Map.of("issue", "A-1"));
    AbstractJiraContextProvider provider =
        new AbstractJiraContextProvider() {
          @Override
          public Map<String, Object> getContextMap(ApplicationUser user, JiraHelper where) {
            Map<String, Object> map = new HashMap<>(where.getContextParams());
            map.put("who", user);
            return map;
          }
        };

    Map<String, Object> map = provider.getContextMap(Map.of("user", somebody, "helper", helper));

    assertThat(map).containsOnlyKeys("issue", "who").containsEntry("issue", "A-1");
    assertThat(map.get("who")).isSameAs(somebody);
  }
}
