package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.bearings.rhythm.ReminderRules;
import java.util.HashMap;
import java.util.Map;
import org.junit.Test;

public class StoredReminderSettingsTest {
  private final Map<String, Object> kept = new HashMap<>();
  private final PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
  private final StoredReminderSettings reminders = new StoredReminderSettings(factory);

  @Test
  public void keepsWhatWasDecided() {
    PluginSettings settings = mock(PluginSettings.class);
    when(factory.createGlobalSettings()).thenReturn(settings);
    when(settings.get(anyString())).thenAnswer(call -> kept.get(call.<String>getArgument(0)));
    when(settings.put(anyString(), anyString()))
        .thenAnswer(call -> kept.put(call.getArgument(0), call.getArgument(1)));

    assertThat(reminders.current()).isEqualTo(ReminderRules.DEFAULT);
    ReminderRules decided = new ReminderRules(true, 2, 14, 21, 6, 3);
    reminders.save(decided);
    assertThat(reminders.current()).isEqualTo(decided);
  }
}
