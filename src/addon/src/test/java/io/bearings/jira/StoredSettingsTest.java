package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Thresholds;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings.Choice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class StoredSettingsTest {
  private static final String STORY_POINTS = "com.pyxis.greenhopper.jira:jsw-story-points";

  private final PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
  private final CustomFieldManager customFields = mock(CustomFieldManager.class);
  private final HostService services = mock(HostService.class);
  private final ResolutionManager resolutionManager = mock(ResolutionManager.class);
  private final MemorySettings memory = new MemorySettings();
  private final StoredSettings settings =
      new StoredSettings(factory, customFields, services, Clock.systemUTC());

  @Before
  public void aSite() {
    when(factory.createGlobalSettings()).thenReturn(memory);
    when(services.find(ResolutionManager.class)).thenReturn(Optional.of(resolutionManager));
    List<Resolution> all =
        List.of(
            resolution("10000", "Done"),
            resolution("10001", "Won't Do"),
            resolution("10002", "Duplicate"),
            resolution("10003", "Cannot Reproduce"));
    when(resolutionManager.getResolutions()).thenReturn(all);
  }

  @Test
  public void beginsWithWhatFitsThisJira() {
    assertThat(settings.current())
        .isEqualTo(
            new Settings(Optional.empty(), Set.of("10001", "10002", "10003"), BigDecimal.ZERO));
  }

  @Test
  public void beginsWithTheStoryPointsOfJiraSoftwareWhereThereIsOneSuchField() {
    CustomField one = field("customfield_2", "Story Points", STORY_POINTS);
    CustomField other = field("customfield_3", "Old Story Points", STORY_POINTS);
    CustomField number =
        field("customfield_1", "Effort", "com.atlassian.jira.plugin.system.customfieldtypes:float");
    when(customFields.getCustomFieldObjects()).thenReturn(List.of(number, one));
    assertThat(settings.current().storyPointField()).contains("customfield_2");
    when(customFields.getCustomFieldObjects()).thenReturn(List.of(number, one, other));
    assertThat(
            new StoredSettings(factory, customFields, services, Clock.systemUTC())
                .current()
                .storyPointField())
        .isEmpty();
  }

  @Test
  public void fieldsAreKeptWithoutDecidingAnythingElse() {
    Settings before = settings.current();
    settings.keepNumbers(Set.of("customfield_10010", "customfield_10011"));
    assertThat(settings.current())
        .isEqualTo(before.keeping(Set.of("customfield_10010", "customfield_10011")));
    Settings saved = new Settings(Optional.of("customfield_1"), Set.of(), BigDecimal.ZERO);
    settings.save(saved);
    settings.keepNumbers(Set.of("customfield_10011"));
    assertThat(settings.current()).isEqualTo(saved.keeping(Set.of("customfield_10011")));
    settings.keepNumbers(Set.of());
    assertThat(settings.current()).isEqualTo(saved);
  }

  @Test
  public void keepsWhatIsSaved() {
    for (Settings saved :
        List.of(
            new Settings(
                Optional.of("customfield_10002"),
                Set.of("10002", "10001"),
                new BigDecimal("0.125")),
            new Settings(
                Optional.empty(),
                Set.of(),
                BigDecimal.ZERO,
                new SiteRules(
                    new Thresholds(new BigDecimal("0.8"), new BigDecimal("0.5")),
                    List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")),
                    true,
                    DayOfWeek.SUNDAY)),
            new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO, SiteRules.DEFAULT, 100_000),
            new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO))) {
      settings.save(saved);
      assertThat(settings.current()).isEqualTo(saved);
      assertThat(settings.rules()).isEqualTo(saved.rules());
    }
    assertThat(memory.values).hasSize(1);
  }

  @Test
  public void readsWhatWasSavedBeforeThereWereRules() {
    memory.values.put("io.bearings.settings", "points=;out=10001;credit=0.5");
    assertThat(settings.current())
        .isEqualTo(new Settings(Optional.empty(), Set.of("10001"), new BigDecimal("0.5")));
  }

  @Test
  public void readsASettingThatAnOtherVersionWroteAsFarAsItCan() {
    memory.put("io.bearings.settings", "points=customfield_7;later=1;credit=0.5");
    assertThat(settings.current())
        .isEqualTo(new Settings(Optional.of("customfield_7"), Set.of(), new BigDecimal("0.5")));
  }

  @Test
  public void offersFieldsThatHoldNumbers() {
    List<CustomField> fields =
        List.of(
            field("customfield_3", "Team", "com.example:team"),
            field("customfield_2", "Story Points", STORY_POINTS),
            field(
                "customfield_1",
                "Effort",
                "com.atlassian.jira.plugin.system.customfieldtypes:float"));
    when(customFields.getCustomFieldObjects()).thenReturn(fields);
    assertThat(settings.numericFields())
        .containsExactly(
            new Choice("customfield_1", "Effort"), new Choice("customfield_2", "Story Points"));
  }

  @Test
  public void offersNoResolutionWhereJiraHasNoListOfThem() {
    assertThat(settings.resolutions()).hasSize(4);
    when(services.find(ResolutionManager.class)).thenReturn(Optional.empty());
    assertThat(settings.resolutions()).isEmpty();
    when(services.find(ResolutionManager.class)).thenThrow(new NoClassDefFoundError("expected"));
    assertThat(settings.resolutions()).isEmpty();
    assertThat(settings.current().outOfScopeResolutionIds()).isEmpty();
  }

  private static Resolution resolution(String id, String name) {
    Resolution resolution = mock(Resolution.class);
    when(resolution.getId()).thenReturn(id);
    when(resolution.getName()).thenReturn(name);
    return resolution;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static CustomField field(String id, String name, String typeKey) {
    CustomFieldType type = mock(CustomFieldType.class);
    when(type.getKey()).thenReturn(typeKey);
    CustomField field = mock(CustomField.class);
    when(field.getId()).thenReturn(id);
    when(field.getName()).thenReturn(name);
    when(field.getCustomFieldType()).thenReturn(type);
    return field;
  }

  /** Jira's store, which keeps texts. */
  private static final class MemorySettings implements PluginSettings {
    private final Map<String, Object> values = new HashMap<>();

    @Override
    public Object get(String key) {
      return values.get(key);
    }

    @Override
    public Object put(String key, Object value) {
      assertThat(value).isInstanceOf(String.class);
      return values.put(key, value);
    }

    @Override
    public Object remove(String key) {
      return values.remove(key);
    }
  }
}
