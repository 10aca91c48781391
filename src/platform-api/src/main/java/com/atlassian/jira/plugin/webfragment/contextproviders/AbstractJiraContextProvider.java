package com.atlassian.jira.plugin.webfragment.contextproviders;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.PluginParseException;
import com.atlassian.plugin.web.ContextProvider;
import java.util.Map;

/**
 * A context provider that is told who is logged in and where the fragment stands.
 *
 * <p>Source and confidence: DP; H.
 */
public abstract class AbstractJiraContextProvider implements ContextProvider {
  @Override
  public void init(Map<String, String> params) throws PluginParseException {}

  @Override
  public Map<String, Object> getContextMap(Map<String, Object> context) {
    return getContextMap((ApplicationUser) context.get("user"), (JiraHelper) context.get("helper"));
  }

  /** What the template sees besides the host's own variables. */
  public abstract Map<String, Object> getContextMap(ApplicationUser user, JiraHelper helper);
}
