package io.bearings.jira;

import static java.util.stream.Collectors.toSet;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * What leaves the site, in Jira's own store for add-ons: one text, so that a save is never half
 * done: {@code plain=false;days=90;hosts=10.0.0.7,hooks.intern}.
 */
@Component
class StoredOutgoing implements OutgoingSettings {
  private static final String KEY = "io.bearings.outgoing";
  private static final String PLAIN = "plain=";
  private static final String DAYS = ";days=";
  private static final String HOSTS = ";hosts=";

  private final PluginSettingsFactory factory;

  @Inject
  StoredOutgoing(@ComponentImport PluginSettingsFactory factory) {
    this.factory = factory;
  }

  @Override
  public Outgoing current() {
    return factory.createGlobalSettings().get(KEY) instanceof String text
        ? parse(text)
        : Outgoing.DEFAULT;
  }

  private static Outgoing parse(String text) {
    int hosts = text.indexOf(HOSTS);
    int days = text.lastIndexOf(DAYS, hosts);
    return new Outgoing(
        Arrays.stream(text.substring(hosts + HOSTS.length()).split(","))
            .filter(each -> !each.isEmpty())
            .collect(toSet()),
        Boolean.parseBoolean(text.substring(PLAIN.length(), days < 0 ? hosts : days)),
        // Before there was a choice, nothing was written.
        days < 0
            ? Outgoing.USUAL_LOG_DAYS
            : Integer.parseInt(text.substring(days + DAYS.length(), hosts)));
  }

  @Override
  public void save(Outgoing outgoing) {
    factory
        .createGlobalSettings()
        .put(
            KEY,
            PLAIN
                + outgoing.plainMail()
                + DAYS
                + outgoing.callLogDays()
                + HOSTS
                + String.join(",", new TreeSet<>(outgoing.allowedHosts())));
  }
}
