package io.bearings.host.descriptor;

import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code atlassian-plugin.xml} says.
 *
 * @param i18nBundles the locations of its translations, such as {@code i18n.okr}
 * @param modules in the order of the file
 */
public record PluginDescriptor(
    String key, String name, String version, List<String> i18nBundles, List<Module> modules) {

  /** The modules of one kind, in the order of the file. */
  public <M extends Module> Stream<M> modules(Class<M> kind) {
    return modules.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The key by which others name a module of this add-on. */
  public String completeKey(Module module) {
    return key + ":" + module.key();
  }
}
