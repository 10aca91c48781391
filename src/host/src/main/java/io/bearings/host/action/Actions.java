package io.bearings.host.action;

import com.atlassian.jira.web.action.JiraWebActionSupport;
import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.PluginDescriptor;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.spring.AddOnComponents;
import io.bearings.host.velocity.Templates;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The add-on's actions by alias. */
public final class Actions {
  private final AddOnComponents components;
  private final Map<String, Known> byAlias = new LinkedHashMap<>();

  /** An action that has been checked. */
  record Known(
      Class<? extends JiraWebActionSupport> type, List<String> roles, Map<String, String> views) {}

  /**
   * Makes every action once, to be sure that it can be made.
   *
   * @throws AddOnFailure naming the action whose class or view is wrong
   */
  public Actions(
      PluginDescriptor descriptor,
      AddOnBundle bundle,
      AddOnComponents components,
      Templates templates) {
    this.components = components;
    descriptor
        .modules(Module.Actions.class)
        .flatMap(module -> module.actions().stream())
        .forEach(
            action -> {
              String where = "The action " + action.alias();
              Class<? extends JiraWebActionSupport> type =
                  bundle.load(action.className(), JiraWebActionSupport.class, where);
              if (!Modifier.isPublic(type.getModifiers())) {
                throw new AddOnFailure(where + " is the class " + type.getName() + ", not public");
              }
              action.views().values().forEach(view -> templates.check(view, where));
              components.create(type, where);
              if (byAlias.put(action.alias(), new Known(type, action.roles(), action.views()))
                  != null) {
                throw new AddOnFailure("Two actions have the alias " + action.alias());
              }
            });
  }

  Optional<Known> find(String alias) {
    return Optional.ofNullable(byAlias.get(alias));
  }

  JiraWebActionSupport create(Known action) {
    return components.create(action.type(), "The action " + action.type().getName());
  }
}
