package io.bearings.host.web;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.FunctionProvider;
import com.opensymphony.workflow.WorkflowContext;
import com.opensymphony.workflow.WorkflowException;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import io.bearings.host.descriptor.Module;
import io.bearings.host.descriptor.PluginDescriptor;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.runtime.PostFunction;
import io.bearings.host.velocity.RequiredResources;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the functions that an add-on offers to workflows. */
public final class WorkflowFunctions {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowFunctions.class);

  private WorkflowFunctions() {}

  /**
   * All of them, in the order of the descriptor.
   *
   * @throws AddOnFailure naming the module whose class, template or text is wrong
   */
  public static List<PostFunction> of(WebFragments.Means means) {
    return means
        .descriptor()
        .modules(Module.WorkflowFunction.class)
        .<PostFunction>map(module -> made(module, means))
        .toList();
  }

  private static Offered made(Module.WorkflowFunction module, WebFragments.Means means) {
    PluginDescriptor descriptor = means.descriptor();
    String where = "The workflow-function " + descriptor.completeKey(module);
    module.templates().values().forEach(path -> means.templates().check(path, where));
    known(module.name(), where, means);
    module.description().ifPresent(label -> known(label, where, means));
    WorkflowPluginFunctionFactory factory =
        means
            .components()
            .componentOrNew(
                means.bundle().load(module.className(), WorkflowPluginFunctionFactory.class, where),
                where);
    Class<? extends FunctionProvider> function =
        means.bundle().load(module.functionClass(), FunctionProvider.class, where);
    means.components().create(function, where);
    return new Offered(module, means, factory, function);
  }

  private static void known(Module.Label label, String where, WebFragments.Means means) {
    if (!means.translations().knows(label.key())) {
      throw new AddOnFailure(where + " has a text without translation: " + label.key());
    }
  }

  private record Offered(
      Module.WorkflowFunction module,
      WebFragments.Means means,
      WorkflowPluginFunctionFactory factory,
      Class<? extends FunctionProvider> function)
      implements PostFunction {

    @Override
    public String completeKey() {
      return means.descriptor().completeKey(module);
    }

    @Override
    public String name() {
      return text(module.name());
    }

    @Override
    public String description() {
      return module.description().map(this::text).orElse("");
    }

    private String text(Module.Label label) {
      return means.translations().text(means.authentication().getLocale(), label.key());
    }

    @Override
    public String fields(Optional<Map<String, String>> args, HttpServletRequest request) {
      return args.isPresent()
          ? html("edit-parameters", new SetUp(args.get()), request)
          : html("input-parameters", null, request);
    }

    @Override
    public String view(Map<String, String> args, HttpServletRequest request) {
      return html("view", new SetUp(args), request);
    }

    private String html(String template, SetUp setUp, HttpServletRequest request) {
      try {
        Map<String, Object> variables = new HashMap<>(factory.getVelocityParams(template, setUp));
        variables.putIfAbsent("i18n", means.translations().in(means.authentication().getLocale()));
        variables.putIfAbsent(
            "webResourceManager", new RequiredResources(means.resources().apply(request)));
        return means.templates().render(module.templates().get(template), variables);
      } catch (RuntimeException e) {
        LOG.error("{} of {} could not be rendered", template, completeKey(), e);
        return "<p>Error rendering '" + completeKey() + "'.</p>";
      }
    }

    @Override
    public Map<String, String> args(Map<String, String[]> form) {
      Map<String, String> args = new LinkedHashMap<>();
      factory
          .getDescriptorParams(new HashMap<>(form))
          .forEach((name, value) -> args.put(name, String.valueOf(value)));
      return args;
    }

    @Override
    public void execute(MutableIssue issue, String callerKey, Map<String, String> args)
        throws WorkflowException {
      Map<String, Object> transientVars = new HashMap<>();
      transientVars.put("issue", issue);
      transientVars.put("context", new Caller(callerKey));
      Map<String, String> all = new HashMap<>(args);
      all.put("class.name", function.getName());
      all.put("full.module.key", completeKey().replace(":", ""));
      means
          .components()
          .create(function, "The workflow-function " + completeKey())
          .execute(transientVars, all, new PropertySet() {});
    }
  }

  private record Caller(String key) implements WorkflowContext {
    @Override
    public String getCaller() {
      return key;
    }

    @Override
    public void setRollbackOnly() {
      LOG.warn("A function of a workflow asked for a rollback, which this host does not do");
    }
  }

  private static final class SetUp extends FunctionDescriptor {
    private final Map<String, String> args;

    SetUp(Map<String, String> args) {
      this.args = Map.copyOf(args);
    }

    @Override
    public Map<String, String> getArgs() {
      return new HashMap<>(args);
    }
  }
}
