package io.bearings.host.descriptor;

import io.bearings.host.descriptor.Module.Condition;
import io.bearings.host.descriptor.Module.Configured;
import io.bearings.host.descriptor.Module.Label;
import io.bearings.host.runtime.AddOnFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code atlassian-plugin.xml}. Jira passes over what it does not know; this reader refuses
 * it, because an unknown element is most often a misspelt one.
 */
public final class DescriptorReader {
  private static final int DEFAULT_WEIGHT = 1000;
  private static final Set<String> ROLES = Set.of("use", "admin", "sysadmin");
  private static final Set<String> FUNCTION_TEMPLATES =
      Set.of("view", "input-parameters", "edit-parameters");

  private final List<String> i18nBundles = new ArrayList<>();
  private final Map<String, Module> modules = new LinkedHashMap<>();

  private DescriptorReader() {}

  /**
   * Reads a descriptor.
   *
   * @throws AddOnFailure naming the module when one cannot be understood
   */
  public static PluginDescriptor read(byte[] xml) {
    return new DescriptorReader().plugin(XmlNode.parse(xml, "atlassian-plugin.xml"));
  }

  private PluginDescriptor plugin(XmlNode root) {
    if (!root.name().equals("atlassian-plugin")) {
      throw new AddOnFailure("atlassian-plugin.xml starts with <" + root.name() + ">");
    }
    if (!root.attribute("plugins-version").orElse("").matches("[23]")) {
      throw new AddOnFailure("atlassian-plugin.xml needs plugins-version=\"2\"");
    }
    String version = "";
    for (XmlNode child : root.children()) {
      switch (child.name()) {
        case "plugin-info" -> version = child.child("version").map(XmlNode::text).orElse("");
        case "resource" -> i18nBundle(child);
        default -> module(child);
      }
    }
    return new PluginDescriptor(
        root.required("key"),
        root.attribute("name").orElse(""),
        version,
        List.copyOf(i18nBundles),
        List.copyOf(modules.values()));
  }

  private void i18nBundle(XmlNode resource) {
    if (!resource.required("type").equals("i18n")) {
      throw new AddOnFailure(
          "A <resource> of the whole add-on is of type i18n only, not "
              + resource.required("type"));
    }
    i18nBundles.add(resource.required("location"));
  }

  private void module(XmlNode node) {
    Optional<Module> read =
        switch (node.name()) {
          case "rest-migration" -> Optional.empty();
          case "ao" -> Optional.of(activeObjects(node));
          case "rest" -> Optional.of(rest(node));
          case "servlet" -> Optional.of(servlet(node));
          case "web-section" -> Optional.of(webSection(node));
          case "web-item" -> Optional.of(webItem(node));
          case "web-panel" -> Optional.of(webPanel(node));
          case "web-resource" -> Optional.of(webResource(node));
          case "dashboard-item" -> Optional.of(dashboardItem(node));
          case "webwork1" -> Optional.of(actions(node));
          case "jql-function" -> Optional.of(jqlFunction(node));
          case "workflow-function" -> Optional.of(workflowFunction(node));
          case "velocity-allowlist" -> Optional.of(allowlist(node));
          default ->
              throw new AddOnFailure(
                  "Unknown module type <"
                      + node.name()
                      + "> in atlassian-plugin.xml, key "
                      + node.attribute("key").orElse("(none)"));
        };
    read.ifPresent(
        module -> {
          if (modules.putIfAbsent(module.key(), module) != null) {
            throw new AddOnFailure("Two modules have the key " + module.key());
          }
        });
  }

  private static Module activeObjects(XmlNode node) {
    node.only("entity", "upgradeTask", "description");
    return new Module.ActiveObjects(
        node.required("key"),
        node.attribute("namespace"),
        node.texts("entity"),
        node.texts("upgradeTask"));
  }

  private static Module rest(XmlNode node) {
    node.only("package", "description");
    String path = node.required("path");
    return new Module.Rest(
        node.required("key"),
        path.startsWith("/") ? path.substring(1) : path,
        node.required("version"),
        node.texts("package"));
  }

  private static Module servlet(XmlNode node) {
    node.only("url-pattern", "init-param", "description");
    Map<String, String> params = new LinkedHashMap<>();
    for (XmlNode param : node.children("init-param")) {
      params.put(param.requiredText("param-name"), param.requiredText("param-value"));
    }
    List<String> patterns = node.texts("url-pattern");
    if (patterns.isEmpty()) {
      throw new AddOnFailure(node + " needs a <url-pattern>");
    }
    return new Module.Servlet(node.required("key"), node.required("class"), patterns, params);
  }

  private static Module webSection(XmlNode node) {
    node.only("label", "condition", "conditions", "description", "tooltip", "param");
    return new Module.WebSection(
        node.required("key"),
        node.required("location"),
        weight(node),
        requiredLabel(node),
        condition(node));
  }

  private static Module webItem(XmlNode node) {
    node.only(
        "label",
        "link",
        "condition",
        "conditions",
        "description",
        "tooltip",
        "param",
        "icon",
        "styleClass");
    XmlNode link = node.child("link").orElseThrow(() -> new AddOnFailure(node + " needs a <link>"));
    String key = node.required("key");
    return new Module.WebItem(
        key,
        node.required("section"),
        weight(node),
        requiredLabel(node),
        link.attribute("linkId").orElse(key),
        link.text(),
        params(node),
        condition(node));
  }

  private static Module webPanel(XmlNode node) {
    node.only(
        "label",
        "resource",
        "context-provider",
        "condition",
        "conditions",
        "description",
        "tooltip",
        "param",
        "supports-ajax-load");
    Optional<String> template = view(node);
    Optional<String> className = node.attribute("class");
    if (template.isPresent() == className.isPresent()) {
      throw new AddOnFailure(
          node + " needs either a class or a <resource name=\"view\" type=\"velocity\">");
    }
    return new Module.WebPanel(
        node.required("key"),
        node.required("location"),
        weight(node),
        label(node),
        className,
        template,
        contextProvider(node),
        condition(node));
  }

  private static Module webResource(XmlNode node) {
    node.only("dependency", "context", "resource", "transformation", "description");
    List<Module.WebResource.Download> downloads = new ArrayList<>();
    for (XmlNode resource : node.children("resource")) {
      if (!resource.required("type").equals("download")) {
        throw new AddOnFailure(
            node + " has a <resource> of type " + resource.required("type") + ", not download");
      }
      String name = resource.required("name");
      String location = resource.required("location");
      if (name.endsWith("/") && !location.endsWith("/")) {
        location += "/";
      }
      downloads.add(new Module.WebResource.Download(name, location));
    }
    Map<String, List<String>> transformers = new LinkedHashMap<>();
    for (XmlNode transformation : node.children("transformation")) {
      List<String> keys =
          transformation.children("transformer").stream().map(t -> t.required("key")).toList();
      transformers.put(transformation.required("extension"), keys);
    }
    return new Module.WebResource(
        node.required("key"),
        node.texts("dependency"),
        node.texts("context"),
        List.copyOf(downloads),
        transformers);
  }

  private static Module dashboardItem(XmlNode node) {
    node.only(
        "definition",
        "definition-item",
        "description",
        "resource",
        "context-provider",
        "amd-module",
        "condition",
        "conditions");
    Optional<XmlNode> definition = node.child("definition");
    Optional<Label> title =
        definition.flatMap(d -> d.child("title")).map(t -> new Label(t.required("key")));
    return new Module.DashboardItem(
        node.required("key"),
        title
            .or(() -> node.attribute("i18n-name-key").map(Label::new))
            .orElseThrow(() -> new AddOnFailure(node + " needs a <definition> with a <title>")),
        node.child("description").flatMap(d -> d.attribute("key")).map(Label::new),
        node.attribute("configurable").map(Boolean::parseBoolean).orElse(false),
        view(node),
        contextProvider(node),
        node.child("amd-module").map(XmlNode::text),
        condition(node));
  }

  private static Module actions(XmlNode node) {
    node.only("actions", "description");
    List<Module.Actions.Action> actions = new ArrayList<>();
    Set<String> aliases = new HashSet<>();
    for (XmlNode group : node.children("actions")) {
      group.only("action");
      for (XmlNode action : group.children()) {
        action.only("view");
        String className = action.required("name");
        String alias =
            action.attribute("alias").orElse(className.substring(className.lastIndexOf('.') + 1));
        if (!aliases.add(alias)) {
          throw new AddOnFailure(node + " has two actions with the alias " + alias);
        }
        Map<String, String> views = new LinkedHashMap<>();
        for (XmlNode view : action.children("view")) {
          views.put(view.required("name"), view.text());
        }
        actions.add(new Module.Actions.Action(className, alias, roles(action), views));
      }
    }
    return new Module.Actions(node.required("key"), List.copyOf(actions));
  }

  private static List<String> roles(XmlNode action) {
    String written = action.attribute("roles-required").orElse("").trim();
    if (written.isEmpty()) {
      return List.of();
    }
    List<String> roles = List.of(written.split("[\\s,]+"));
    for (String role : roles) {
      if (!ROLES.contains(role)) {
        throw new AddOnFailure(action + " requires the unknown role " + role);
      }
    }
    return roles;
  }

  private static Module jqlFunction(XmlNode node) {
    node.only("fname", "list", "description");
    return new Module.JqlFunction(
        node.required("key"),
        node.required("class"),
        node.requiredText("fname"),
        node.child("list").map(list -> Boolean.parseBoolean(list.text())).orElse(false));
  }

  private static Module workflowFunction(XmlNode node) {
    node.only(
        "description",
        "function-class",
        "orderable",
        "unique",
        "deletable",
        "editable",
        "resource");
    Map<String, String> templates = new LinkedHashMap<>();
    for (XmlNode resource : node.children("resource")) {
      if (!resource.required("type").equals("velocity")) {
        throw new AddOnFailure(node + " has a resource that is no velocity template");
      }
      templates.put(resource.required("name"), resource.required("location"));
    }
    if (!templates.keySet().equals(FUNCTION_TEMPLATES)) {
      throw new AddOnFailure(node + " needs the templates " + new TreeSet<>(FUNCTION_TEMPLATES));
    }
    return new Module.WorkflowFunction(
        node.required("key"),
        new Label(node.required("i18n-name-key")),
        node.child("description").flatMap(d -> d.attribute("key")).map(Label::new),
        node.required("class"),
        node.requiredText("function-class"),
        Map.copyOf(templates));
  }

  private static Module allowlist(XmlNode node) {
    node.only("method", "description");
    return new Module.VelocityAllowlist(node.required("key"), node.texts("method"));
  }

  private static int weight(XmlNode node) {
    String written = node.attribute("weight").orElse(String.valueOf(DEFAULT_WEIGHT));
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new AddOnFailure(node + " has a weight that is no number: " + written, e);
    }
  }

  private static Optional<Label> label(XmlNode node) {
    return node.child("label").map(label -> new Label(label.required("key")));
  }

  private static Label requiredLabel(XmlNode node) {
    return label(node).orElseThrow(() -> new AddOnFailure(node + " needs a <label key=…>"));
  }

  private static Optional<String> view(XmlNode node) {
    for (XmlNode resource : node.children("resource")) {
      if (resource.required("name").equals("view")) {
        if (!resource.required("type").equals("velocity")) {
          throw new AddOnFailure(
              node + " has a view of type " + resource.required("type") + ", not velocity");
        }
        return Optional.of(resource.required("location"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Configured> contextProvider(XmlNode node) {
    return node.child("context-provider").map(DescriptorReader::configured);
  }

  private static Configured configured(XmlNode node) {
    node.only("param");
    return new Configured(node.required("class"), params(node));
  }

  private static Map<String, String> params(XmlNode node) {
    Map<String, String> params = new LinkedHashMap<>();
    for (XmlNode param : node.children("param")) {
      params.put(param.required("name"), param.attribute("value").orElseGet(param::text));
    }
    return Map.copyOf(params);
  }

  private static Condition condition(XmlNode node) {
    return new Condition.All(conditionsIn(node));
  }

  private static List<Condition> conditionsIn(XmlNode node) {
    List<Condition> found = new ArrayList<>();
    for (XmlNode child : node.children()) {
      if (child.name().equals("condition")) {
        boolean inverted = child.attribute("invert").map(Boolean::parseBoolean).orElse(false);
        found.add(new Condition.One(configured(child), inverted));
      } else if (child.name().equals("conditions")) {
        child.only("condition", "conditions");
        found.add(conditions(child));
      }
    }
    return List.copyOf(found);
  }

  private static Condition conditions(XmlNode node) {
    String type = node.attribute("type").orElse("AND");
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "AND" -> new Condition.All(conditionsIn(node));
      case "OR" -> new Condition.Any(conditionsIn(node));
      default -> throw new AddOnFailure(node + " joins its conditions by " + type);
    };
  }
}
