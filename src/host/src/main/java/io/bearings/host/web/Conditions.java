package io.bearings.host.web;

import com.atlassian.plugin.PluginParseException;
import io.bearings.host.descriptor.Module.Condition;
import io.bearings.host.descriptor.Module.Configured;
import io.bearings.host.osgi.AddOnBundle;
import io.bearings.host.runtime.AddOnFailure;
import io.bearings.host.spring.AddOnComponents;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes the conditions that a descriptor names. */
record Conditions(AddOnBundle bundle, AddOnComponents components) {

  /**
   * What decides whether a fragment is shown in a context.
   *
   * @param where the module, for messages
   * @throws AddOnFailure when a class is missing or none, or refuses its parameters
   */
  Predicate<Map<String, Object>> of(Condition condition, String where) {
    if (condition instanceof Condition.All all) {
      List<Predicate<Map<String, Object>>> each = each(all.conditions(), where);
      return context -> each.stream().allMatch(shown -> shown.test(context));
    }
    if (condition instanceof Condition.Any any) {
      List<Predicate<Map<String, Object>>> each = each(any.conditions(), where);
      return context -> each.stream().anyMatch(shown -> shown.test(context));
    }
    return one((Condition.One) condition, where);
  }

  private List<Predicate<Map<String, Object>>> each(List<Condition> conditions, String where) {
    return conditions.stream().map(condition -> of(condition, where)).toList();
  }

  private Predicate<Map<String, Object>> one(Condition.One one, String where) {
    Configured by = one.by();
    var made =
        components.create(
            bundle.load(by.className(), com.atlassian.plugin.web.Condition.class, where), where);
    try {
      made.init(by.params());
    } catch (PluginParseException e) {
      throw refused(by, where, e);
    }
    return context -> made.shouldDisplay(context) != one.inverted();
  }

  static AddOnFailure refused(Configured configured, String where, PluginParseException cause) {
    return new AddOnFailure(
        where
            + " has parameters that "
            + configured.className()
            + " refuses: "
            + cause.getMessage(),
        cause);
  }
}
