package io.bearings.host.runtime;

import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.util.I18nHelper;
import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.PluginDescriptor;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.spring.AddOnComponents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes the functions that an add-on brings to JQL; each is one object for all searches. */
final class JqlFunctionModules {
  private final List<JqlFunction> all = new ArrayList<>();

  /**
   * @throws AddOnFailure naming the module when one cannot be made, or two have one name
   */
  JqlFunctionModules(
      PluginDescriptor descriptor,
      AddOnBundle bundle,
      AddOnComponents components,
      JiraAuthenticationContext authentication) {
    Set<String> names = new HashSet<>();
    descriptor
        .modules(Module.JqlFunction.class)
        .forEach(
            module -> {
              String where = "The JQL function " + descriptor.completeKey(module);
              if (!names.add(module.name().toLowerCase(Locale.ROOT))) {
                throw new AddOnFailure(where + " has the name of another one: " + module.name());
              }
              JqlFunction function =
                  components.componentOrNew(
                      bundle.load(module.className(), JqlFunction.class, where), where);
              function.init(new Described(module, authentication));
              all.add(function);
            });
  }

  List<JqlFunction> all() {
    return List.copyOf(all);
  }

  private record Described(Module.JqlFunction module, JiraAuthenticationContext authentication)
      implements JqlFunctionModuleDescriptor {
    @Override
    public String getFunctionName() {
      return module.name();
    }

    @Override
    public boolean isList() {
      return module.list();
    }

    @Override
    public I18nHelper getI18nBean() {
      return authentication.getI18nHelper();
    }
  }
}
