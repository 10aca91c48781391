package io.bearings.host.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A module of {@code atlassian-plugin.xml}, as it is written there. */
public sealed interface Module {

  /** The module's key, unique in its add-on. */
  String key();

  /** A text by the key of its translation. */
  record Label(String key) {}

  /** A class with the parameters of its element. */
  record Configured(String className, Map<String, String> params) {}

  /** When a web fragment is shown. */
  sealed interface Condition {
    /** One class decides; inverted when the descriptor says so. */
    record One(Configured by, boolean inverted) implements Condition {}

    /** All must hold; without any it holds. */
    record All(List<Condition> conditions) implements Condition {}

    /** One must hold. */
    record Any(List<Condition> conditions) implements Condition {}

    /** The condition of a module that has none. */
    static Condition always() {
      return new All(List.of());
    }
  }

  /** The entities and upgrade tasks of Active Objects. */
  record ActiveObjects(
      String key, Optional<String> namespace, List<String> entities, List<String> upgradeTasks)
      implements Module {}

  /** Resources below {@code /rest/path/version/}; without packages those of the whole jar. */
  record Rest(String key, String path, String version, List<String> packages) implements Module {}

  /** A servlet below {@code /plugins/servlet/}. */
  record Servlet(
      String key, String className, List<String> urlPatterns, Map<String, String> initParams)
      implements Module {}

  /** A section of a menu. */
  record WebSection(String key, String location, int weight, Label label, Condition condition)
      implements Module {}

  /** An item of a menu. */
  record WebItem(
      String key,
      String section,
      int weight,
      Label label,
      String linkId,
      String link,
      Map<String, String> params,
      Condition condition)
      implements Module {}

  /** A part of a page: a template, or a class that writes HTML. */
  record WebPanel(
      String key,
      String location,
      int weight,
      Optional<Label> label,
      Optional<String> className,
      Optional<String> template,
      Optional<Configured> contextProvider,
      Condition condition)
      implements Module {}

  /** Scripts, styles and images. */
  record WebResource(
      String key,
      List<String> dependencies,
      List<String> contexts,
      List<Download> downloads,
      Map<String, List<String>> transformersByExtension)
      implements Module {
    /** A file, or a folder when both end with a slash. */
    public record Download(String name, String location) {}
  }

  /** An item for dashboards. */
  record DashboardItem(
      String key,
      Label title,
      Optional<Label> description,
      boolean configurable,
      Optional<String> template,
      Optional<Configured> contextProvider,
      Optional<String> amdModule,
      Condition condition)
      implements Module {}

  /** Actions below {@code /secure/}. */
  record Actions(String key, List<Action> actions) implements Module {
    /**
     * One action.
     *
     * @param roles of those that Jira knows: use, admin, sysadmin; empty: everybody
     * @param views templates by result
     */
    public record Action(
        String className, String alias, List<String> roles, Map<String, String> views) {}
  }

  /**
   * A function in JQL.
   *
   * @param name in queries
   * @param list whether it gives several values
   */
  record JqlFunction(String key, String className, String name, boolean list) implements Module {}

  /**
   * A function that runs when a transition of a workflow is taken.
   *
   * @param className of what sets it up
   * @param templates by their names: view, input-parameters, edit-parameters
   */
  record WorkflowFunction(
      String key,
      Label name,
      Optional<Label> description,
      String className,
      String functionClass,
      Map<String, String> templates)
      implements Module {}

  /** Methods that templates may call, as {@code fq.Class#method(fq.Type fq.Type)}. */
  record VelocityAllowlist(String key, List<String> methods) implements Module {}
}
