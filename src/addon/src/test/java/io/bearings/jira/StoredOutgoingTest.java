package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.bearings.connect.acts.Outgoing;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class StoredOutgoingTest {
  private final Map<String, Object> kept = new HashMap<>();
  private final PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
  private final StoredOutgoing outgoing = new StoredOutgoing(factory);

  @Test
  public void keepsWhatWasDecided() {
    PluginSettings settings = mock(PluginSettings.class);
    when(factory.createGlobalSettings()).thenReturn(settings);
    when(settings.get(anyString())).thenAnswer(call -> kept.get(call.<String>getArgument(0)));
    when(settings.put(anyString(), anyString()))
        .thenAnswer(call -> kept.put(call.getArgument(0), call.getArgument(1)));

    assertThat(outgoing.current()).isEqualTo(Outgoing.DEFAULT);
    for (Outgoing each :
        new Outgoing[] {
          new Outgoing(Set.of("10.0.0.7", "hooks.intern", "fd00::1"), true),
          new Outgoing(Set.of(), false, 7)
        }) {
      outgoing.save(each);
      assertThat(outgoing.current()).isEqualTo(each);
    }
    kept.replaceAll((key, text) -> "plain=true;hosts=a.intern");
    assertThat(outgoing.current())
        .as("what was decided before there was a choice of days")
        .isEqualTo(new Outgoing(Set.of("a.intern"), true, 90));
  }
}
