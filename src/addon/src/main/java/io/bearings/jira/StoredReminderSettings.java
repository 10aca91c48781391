package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.bearings.rhythm.ReminderRules;
import io.bearings.rhythm.ReminderSettings;
import jakarta.inject.Inject;
import org.springframework.stereotype.Component;

/**
 * What is decided about reminders, in Jira's own store for add-ons: one text, so that a save is
 * never half done: {@code on;before;escalate;quietFrom;quietTo;skip}, for example {@code
 * true;1;5;20;7;1}.
 */
@Component
class StoredReminderSettings implements ReminderSettings {
  private static final String KEY = "io.bearings.reminders";
  private static final String BETWEEN = ";";

  private final PluginSettingsFactory factory;

  @Inject
  StoredReminderSettings(@ComponentImport PluginSettingsFactory factory) {
    this.factory = factory;
  }

  @Override
  public ReminderRules current() {
    return factory.createGlobalSettings().get(KEY) instanceof String text
        ? parse(text.split(BETWEEN))
        : ReminderRules.DEFAULT;
  }

  private static ReminderRules parse(String[] parts) {
    return new ReminderRules(
        Boolean.parseBoolean(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        Integer.parseInt(parts[5]));
  }

  @Override
  public void save(ReminderRules rules) {
    factory
        .createGlobalSettings()
        .put(
            KEY,
            String.join(
                BETWEEN,
                String.valueOf(rules.on()),
                String.valueOf(rules.daysBefore()),
                String.valueOf(rules.escalateAfter()),
                String.valueOf(rules.quietFrom()),
                String.valueOf(rules.quietTo()),
                String.valueOf(rules.skipDays())));
  }
}
