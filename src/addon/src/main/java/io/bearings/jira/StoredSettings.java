package io.bearings.jira;

import static java.util.stream.Collectors.toCollection;

import com.atlassian.jira.config.ResolutionManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.bearings.okr.Rulebook;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Thresholds;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The settings in Jira's own store for add-ons. They are one text, so that a save is never half
 * done: {@code
 * points=customfield_10002;out=10001,10002;credit=0.25;pace=0.9,0.7;off=2026-12-25;own=false;week=MONDAY;found=10000}.
 */
@Component
class StoredSettings implements SiteSettings, Rulebook {
  private static final String KEY = "io.bearings.settings";

  /** Apart from the others: before these are saved, they are what fits this Jira. */
  private static final String NUMBERS = "io.bearings.numberFields";

  private static final String POINTS = "points";
  private static final String OUT = "out";
  private static final String CREDIT = "credit";
  private static final String PACE = "pace";
  private static final String OFF = "off";
  private static final String OWN = "own";
  private static final String WEEK = "week";
  private static final String FOUND = "found";

  /** The type of the field that Jira Software makes for story points. */
  private static final String STORY_POINTS = "com.pyxis.greenhopper.jira:jsw-story-points";

  /** Types of custom fields whose values are numbers. */
  private static final Set<String> NUMERIC =
      Set.of("com.atlassian.jira.plugin.system.customfieldtypes:float", STORY_POINTS);

  /** Jira's own resolutions for work that was not done. */
  private static final Set<String> NOT_DONE = Set.of("Won't Do", "Duplicate", "Cannot Reproduce");

  private static final Logger LOG = LoggerFactory.getLogger(StoredSettings.class);

  private final PluginSettingsFactory factory;
  private final CustomFieldManager customFields;
  private final HostService services;

  /** Every change of an issue asks, and Jira answers with all its fields and resolutions. */
  private final Lately<Settings> defaults;

  @Inject
  StoredSettings(
      @ComponentImport PluginSettingsFactory factory,
      @ComponentImport CustomFieldManager customFields,
      HostService services,
      Clock clock) {
    this.factory = factory;
    this.customFields = customFields;
    this.services = services;
    this.defaults = new Lately<>(Duration.ofSeconds(1), this::fitting, clock);
  }

  @Override
  public Settings current() {
    Object stored = factory.createGlobalSettings().get(KEY);
    Settings settings = stored instanceof String text ? parse(text) : defaults.get();
    Object numbers = factory.createGlobalSettings().get(NUMBERS);
    return numbers instanceof String text
        ? settings.keeping(list(text).collect(toCollection(TreeSet::new)))
        : settings;
  }

  @Override
  public Settings usual() {
    return defaults.get();
  }

  @Override
  public SiteRules rules() {
    return current().rules();
  }

  /** What fits this Jira. */
  private Settings fitting() {
    Set<String> notDone =
        resolutions().stream()
            .filter(each -> NOT_DONE.contains(each.name()))
            .map(Choice::id)
            .collect(Collectors.toSet());
    return new Settings(storyPointField(), notDone, BigDecimal.ZERO);
  }

  /** Jira Software's field, where there is exactly one. */
  private Optional<String> storyPointField() {
    List<String> ids =
        customFields.getCustomFieldObjects().stream()
            .filter(field -> STORY_POINTS.equals(typeOf(field)))
            .map(CustomField::getId)
            .toList();
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  private static Settings parse(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.split(";")) {
      String[] pair = part.split("=", 2);
      parts.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
    return new Settings(
        Optional.ofNullable(parts.get(POINTS)).filter(id -> !id.isEmpty()),
        list(parts.get(OUT)).collect(toCollection(TreeSet::new)),
        Optional.ofNullable(parts.get(CREDIT)).map(BigDecimal::new).orElse(BigDecimal.ZERO),
        new SiteRules(
            thresholds(parts.get(PACE)),
            list(parts.get(OFF)).map(LocalDate::parse).toList(),
            Boolean.parseBoolean(parts.get(OWN)),
            Optional.ofNullable(parts.get(WEEK))
                .map(DayOfWeek::valueOf)
                .orElse(SiteRules.DEFAULT.weekStart())),
        Optional.ofNullable(parts.get(FOUND))
            .map(Integer::valueOf)
            .orElse(Settings.USUAL_FUNCTION_LIMIT));
  }

  private static Stream<String> list(String text) {
    return text == null
        ? Stream.empty()
        : Arrays.stream(text.split(",")).filter(each -> !each.isEmpty());
  }

  private static Thresholds thresholds(String text) {
    List<BigDecimal> pace = list(text).map(BigDecimal::new).toList();
    return pace.isEmpty() ? Thresholds.DEFAULT : new Thresholds(pace.get(0), pace.get(1));
  }

  @Override
  public void save(Settings settings) {
    factory
        .createGlobalSettings()
        .put(
            KEY,
            POINTS
                + "="
                + settings.storyPointField().orElse("")
                + ";"
                + OUT
                + "="
                + String.join(",", new TreeSet<>(settings.outOfScopeResolutionIds()))
                + ";"
                + CREDIT
                + "="
                + settings.inProgressCredit().toPlainString()
                + text(settings.rules())
                + ";"
                + FOUND
                + "="
                + settings.functionLimit());
  }

  @Override
  public void keepNumbers(Set<String> fieldIds) {
    factory.createGlobalSettings().put(NUMBERS, String.join(",", new TreeSet<>(fieldIds)));
  }

  private static String text(SiteRules rules) {
    return ";"
        + PACE
        + "="
        + rules.thresholds().onTrack().toPlainString()
        + ","
        + rules.thresholds().atRisk().toPlainString()
        + ";"
        + OFF
        + "="
        + rules.holidays().stream().map(LocalDate::toString).collect(Collectors.joining(","))
        + ";"
        + OWN
        + "="
        + rules.individualObjectives()
        + ";"
        + WEEK
        + "="
        + rules.weekStart();
  }

  @Override
  public List<Choice> numericFields() {
    return customFields.getCustomFieldObjects().stream()
        .filter(field -> NUMERIC.contains(typeOf(field)))
        .map(field -> new Choice(field.getId(), field.getName()))
        .sorted(Comparator.comparing(Choice::name))
        .toList();
  }

  private static String typeOf(CustomField field) {
    return field.getCustomFieldType().getKey();
  }

  /** None where this Jira does not offer its list. */
  @Override
  public List<Choice> resolutions() {
    List<Choice> choices = new ArrayList<>();
    try {
      Optional<ResolutionManager> manager = services.find(ResolutionManager.class);
      if (manager.isPresent()) {
        for (Resolution resolution : manager.get().getResolutions()) {
          choices.add(new Choice(resolution.getId(), resolution.getName()));
        }
      }
    } catch (LinkageError e) {
      LOG.debug("This Jira has no list of resolutions", e);
    }
    return choices;
  }
}
