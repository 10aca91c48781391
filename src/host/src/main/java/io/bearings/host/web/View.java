package io.bearings.host.web;

import com.atlassian.plugin.PluginParseException;
import com.atlassian.plugin.web.ContextProvider;
import com.atlassian.plugin.web.model.WebPanel;
import io.bearings.host.descriptor.Module.Configured;
import io.bearings.host.runtime.AddOnFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a panel or dashboard item shows: a template, or a class that writes HTML itself. */
final class View {
  private final WebFragments.Means means;
  private final Optional<String> template;
  private final Optional<WebPanel> panel;
  private final Optional<ContextProvider> provider;

  /**
   * Makes what the view needs.
   *
   * @param where the module, for messages
   * @throws AddOnFailure when a class or the template is wrong
   */
  View(
      WebFragments.Means means,
      Optional<String> template,
      Optional<String> className,
      Optional<Configured> contextProvider,
      String where) {
    this.means = means;
    this.template = template;
    template.ifPresent(path -> means.templates().check(path, where));
    this.panel =
        className.map(
            name ->
                means.components().create(means.bundle().load(name, WebPanel.class, where), where));
    this.provider = contextProvider.map(configured -> provider(configured, where));
  }

  private ContextProvider provider(Configured configured, String where) {
    ContextProvider made =
        means
            .components()
            .create(
                means.bundle().load(configured.className(), ContextProvider.class, where), where);
    try {
      made.init(configured.params());
    } catch (PluginParseException e) {
      throw Conditions.refused(configured, where, e);
    }
    return made;
  }

  boolean isEmpty() {
    return template.isEmpty() && panel.isEmpty();
  }

  /**
   * The HTML.
   *
   * @param context what the host gives
   * @param withTools adds what every template has, such as {@code $i18n}
   */
  String html(Map<String, Object> context, UnaryOperator<Map<String, Object>> withTools) {
    Map<String, Object> provided = Map.of();
    if (provider.isPresent()) {
      provided = provider.get().getContextMap(context);
    }
    if (panel.isPresent()) {
      return panel.get().getHtml(merged(context, provided));
    }
    // How the host's own variables are called is not documented: a harsh host gives none.
    Map<String, Object> variables =
        means.temper().harsh() ? new HashMap<>(provided) : merged(context, provided);
    return means.templates().render(template.orElseThrow(), withTools.apply(variables));
  }

  private static Map<String, Object> merged(
      Map<String, Object> context, Map<String, Object> provided) {
    Map<String, Object> all = new HashMap<>(context);
    all.putAll(provided);
    return all;
  }
}
