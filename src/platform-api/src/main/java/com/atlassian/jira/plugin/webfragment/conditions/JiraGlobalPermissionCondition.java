package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.PluginParseException;
import java.util.Map;

/**
 * Holds for users with the global permission named by the parameter {@code permission}: a key, or
 * the old names admin and sysadmin.
 *
 * <p>Source and confidence: SP, MS: H for the class and the parameter; L for the constructor.
 */
public class JiraGlobalPermissionCondition extends AbstractWebCondition {
  private final GlobalPermissionManager permissions;
  private GlobalPermissionKey permission;

  public JiraGlobalPermissionCondition(GlobalPermissionManager permissionManager) {
    this.permissions = permissionManager;
  }

  @Override
  public void init(Map<String, String> params) throws PluginParseException {
    String name = params.get("permission");
    if (name == null) {
      throw new PluginParseException(
          "The condition " + getClass().getSimpleName() + " needs the parameter 'permission'");
    }
    permission =
        switch (name) {
          case "admin" -> GlobalPermissionKey.ADMINISTER;
          case "sysadmin" -> GlobalPermissionKey.SYSTEM_ADMIN;
          default -> GlobalPermissionKey.of(name);
        };
  }

  @Override
  public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
    return permissions.hasPermission(permission, user);
  }
}
