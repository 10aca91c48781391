package io.bearings.web;

import io.bearings.okr.SiteSetting;
import io.bearings.okr.SiteSetting.Part;
import io.bearings.progress.Settings;
import io.bearings.progress.SettingsForm;
import io.bearings.progress.SiteSettings.Choice;
import io.bearings.site.Decision;
import io.bearings.site.Standing;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form of the settings: what is in force, or what was typed and refused. */
public final class SettingsPage {
  private final List<SettingSection> sections;
  private final String version;
  private final Said said;

  private SettingsPage(List<SettingSection> sections, long version, Said said) {
    this.sections = List.copyOf(sections);
    this.version = String.valueOf(version);
    this.said = said;
  }

  /**
   * What is in force.
   *
   * @param form with what there is to choose from
   * @param version by which a later change of somebody else is noticed
   */
  record InForce(SettingsForm form, List<Standing> standings, long version) {}

  /**
   * What the page says of what was just done; each is empty when there is nothing to say.
   *
   * @param before the file that takes back what was done
   */
  record Said(String success, String problem, String before) {
    static final Said NOTHING = new Said("", "", "");

    /** Only what made a difference can be taken back. */
    static Said done(String success, Decision decided) {
      return new Said(success, "", decided.differences().isEmpty() ? "" : decided.before());
    }

    static Said done(String success) {
      return new Said(success, "", "");
    }

    static Said failed(String problem) {
      return new Said("", problem, "");
    }
  }

  /** What is in force, and what was just done or why it was not. */
  static SettingsPage of(InForce inForce, Said said, PageTexts texts) {
    return refused(inForce, typed(inForce.form().settings()), Map.of(), said, texts);
  }

  /**
   * What was typed, and what is wrong with it.
   *
   * @param typed what stands in each field
   * @param errors by the settings' names in files
   */
  static SettingsPage refused(
      InForce inForce,
      Map<SiteSetting, List<String>> typed,
      Map<String, String> errors,
      Said said,
      PageTexts texts) {
    List<SettingSection> sections =
        Stream.of(Part.WORK, Part.RULES, Part.KPIS, Part.SEARCH)
            .map(
                part ->
                    new SettingSection(
                        texts.get(title(part)),
                        inForce.standings().stream()
                            .filter(each -> each.setting().part() == part)
                            .map(each -> row(each, inForce.form(), typed, errors, texts))
                            .toList()))
            .toList();
    return new SettingsPage(sections, inForce.version(), said);
  }

  private static String title(Part part) {
    return switch (part) {
      case WORK -> "bearings.settings.work";
      case RULES -> "bearings.settings.rules";
      case KPIS -> "bearings.settings.kpis";
      case SEARCH -> "bearings.settings.search";
      case OUTGOING -> "bearings.outgoing.title";
    };
  }

  private static SettingRow row(
      Standing standing,
      SettingsForm form,
      Map<SiteSetting, List<String>> typed,
      Map<String, String> errors,
      PageTexts texts) {
    SiteSetting setting = standing.setting();
    List<String> values = typed.getOrDefault(setting, List.of());
    return new SettingRow(
        setting,
        values,
        options(setting, form, values, texts),
        SettingFact.of(setting, standing.now(), standing.usual(), texts),
        errors.getOrDefault(setting.fileName(), ""),
        texts);
  }

  private static List<ChoiceOption> options(
      SiteSetting setting, SettingsForm form, Collection<String> chosen, PageTexts texts) {
    return switch (setting) {
      case STORY_POINT_FIELD -> options(form.fields(), chosen);
      case OUT_OF_SCOPE_RESOLUTIONS -> options(form.resolutions(), chosen);
      case WEEK_START ->
          Arrays.stream(DayOfWeek.values())
              .map(
                  day ->
                      new ChoiceOption(
                          day.name(),
                          texts.get("bearings.day." + day.name().toLowerCase(Locale.ROOT)),
                          chosen.contains(day.name())))
              .toList();
      default -> List.of();
    };
  }

  private static List<ChoiceOption> options(List<Choice> choices, Collection<String> chosen) {
    return choices.stream()
        .map(each -> new ChoiceOption(each.id(), each.name(), chosen.contains(each.id())))
        .toList();
  }

  /** What stands in each field while what is in force is shown. */
  static Map<SiteSetting, List<String>> typed(Settings settings) {
    Map<SiteSetting, List<String>> typed = new EnumMap<>(SiteSetting.class);
    typed.put(SiteSetting.STORY_POINT_FIELD, settings.storyPointField().stream().toList());
    typed.put(
        SiteSetting.OUT_OF_SCOPE_RESOLUTIONS, List.copyOf(settings.outOfScopeResolutionIds()));
    typed.put(
        SiteSetting.IN_PROGRESS_CREDIT,
        List.of(Figures.quantity(settings.inProgressCredit().multiply(BigDecimal.valueOf(100)))));
    typed.put(
        SiteSetting.ON_TRACK, List.of(settings.rules().thresholds().onTrack().toPlainString()));
    typed.put(SiteSetting.AT_RISK, List.of(settings.rules().thresholds().atRisk().toPlainString()));
    typed.put(
        SiteSetting.HOLIDAYS,
        settings.rules().holidays().stream().map(LocalDate::toString).toList());
    typed.put(
        SiteSetting.INDIVIDUAL_OBJECTIVES,
        List.of(String.valueOf(settings.rules().individualObjectives())));
    typed.put(SiteSetting.WEEK_START, List.of(settings.rules().weekStart().name()));
    typed.put(SiteSetting.FUNCTION_LIMIT, List.of(String.valueOf(settings.functionLimit())));
    return typed;
  }

  /** The row of a setting, where it is on this page. */
  Optional<SettingRow> row(SiteSetting setting) {
    return sections.stream()
        .flatMap(section -> section.getRows().stream())
        .filter(row -> row.getFact().getSetting().equals(setting.fileName()))
        .findFirst();
  }

  /** The settings in their order. */
  public List<SettingSection> getSections() {
    return sections;
  }

  /** By which a later change of somebody else is noticed. */
  public String getVersion() {
    return version;
  }

  /** Why something was not done; empty when all is well. */
  public String getProblem() {
    return said.problem();
  }

  /** What was just done; empty when nothing was. */
  public String getSuccess() {
    return said.success();
  }

  /** Whether what was just done can be taken back. */
  public boolean isUndoable() {
    return !said.before().isEmpty();
  }

  /** The file that takes it back. */
  public String getBefore() {
    return said.before();
  }
}
