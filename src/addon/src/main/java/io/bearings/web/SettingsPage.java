package io.bearings.web;

import io.bearings.progress.Settings;
import io.bearings.progress.SettingsForm;
import io.bearings.progress.SiteSettings.Choice;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of the settings: what is in force, or what was typed and refused. */
public final class SettingsPage {
  private final List<ChoiceOption> fields;
  private final List<ChoiceOption> resolutions;
  private final Typed values;
  private final Map<String, String> errors;
  private final String problem;
  private final String success;

  private SettingsPage(
      SettingsForm form, Typed values, Map<String, String> errors, String problem, String success) {
    this.fields = options(form.fields(), Set.of(values.storyPointField()));
    this.resolutions = options(form.resolutions(), values.outOfScopeResolutions());
    this.values = values;
    this.errors = Map.copyOf(errors);
    this.problem = problem;
    this.success = success;
  }

  /**
   * The form's values as text.
   *
   * @param storyPointField empty for none
   * @param inProgressCredit in percent
   * @param holidays one day on each line
   */
  record Typed(
      String storyPointField,
      Collection<String> outOfScopeResolutions,
      String inProgressCredit,
      String onTrack,
      String atRisk,
      String holidays,
      boolean individualObjectives,
      String weekStart,
      String functionLimit) {

    private static Typed of(Settings settings) {
      return new Typed(
          settings.storyPointField().orElse(""),
          settings.outOfScopeResolutionIds(),
          Figures.quantity(settings.inProgressCredit().multiply(BigDecimal.valueOf(100))),
          settings.rules().thresholds().onTrack().toPlainString(),
          settings.rules().thresholds().atRisk().toPlainString(),
          settings.rules().holidays().stream()
              .map(LocalDate::toString)
              .collect(Collectors.joining("\n")),
          settings.rules().individualObjectives(),
          settings.rules().weekStart().name(),
          String.valueOf(settings.functionLimit()));
    }
  }

  static SettingsPage of(SettingsForm form) {
    return new SettingsPage(form, Typed.of(form.settings()), Map.of(), "", "");
  }

  /** What is in force, and what was just done. */
  static SettingsPage succeeded(SettingsForm form, String success) {
    return new SettingsPage(form, Typed.of(form.settings()), Map.of(), "", success);
  }

  /** What is in force, and why something was not done. */
  static SettingsPage failed(SettingsForm form, String problem) {
    return new SettingsPage(form, Typed.of(form.settings()), Map.of(), problem, "");
  }

  /** What was typed, and what is wrong with it by field. */
  static SettingsPage refused(
      SettingsForm form, Typed typed, Map<String, String> errors, String problem) {
    return new SettingsPage(form, typed, errors, problem, "");
  }

  private static List<ChoiceOption> options(List<Choice> choices, Collection<String> chosen) {
    return choices.stream()
        .map(each -> new ChoiceOption(each.id(), each.name(), chosen.contains(each.id())))
        .toList();
  }

  /** The fields that could hold the story points. */
  public List<ChoiceOption> getFields() {
    return fields;
  }

  /** The resolutions of this Jira. */
  public List<ChoiceOption> getResolutions() {
    return resolutions;
  }

  /** Whether this Jira has no resolutions. */
  public boolean isWithoutResolutions() {
    return resolutions.isEmpty();
  }

  /** The credit for work in progress, in percent. */
  public String getCredit() {
    return values.inProgressCredit();
  }

  /** The least pace that is on track. */
  public String getOnTrack() {
    return values.onTrack();
  }

  /** The least pace that is at risk. */
  public String getAtRisk() {
    return values.atRisk();
  }

  /** The holidays, one on each line. */
  public String getHolidays() {
    return values.holidays();
  }

  /** Whether an objective may be one person's own. */
  public boolean isIndividualObjectives() {
    return values.individualObjectives();
  }

  /** The days on which a week can begin; each has the key of its name. */
  public List<ChoiceOption> getWeekDays() {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new ChoiceOption(
                    day.name(),
                    "bearings.day." + day.name().toLowerCase(Locale.ROOT),
                    day.name().equals(values.weekStart())))
        .toList();
  }

  /** What is wrong with the day on which a week begins; empty when nothing is. */
  public String getWeekStartError() {
    return errors.getOrDefault("weekStart", "");
  }

  /** The most issues that one of our JQL functions finds. */
  public String getFunctionLimit() {
    return values.functionLimit();
  }

  /** What is wrong with that limit; empty when nothing is. */
  public String getFunctionLimitError() {
    return errors.getOrDefault("functionLimit", "");
  }

  /** What is wrong with the threshold for on track; empty when nothing is. */
  public String getOnTrackError() {
    return errors.getOrDefault("thresholds.onTrack", "");
  }

  /** What is wrong with the threshold for at risk; empty when nothing is. */
  public String getAtRiskError() {
    return errors.getOrDefault("thresholds.atRisk", "");
  }

  /** What is wrong with the holidays; empty when nothing is. */
  public String getHolidaysError() {
    return errors.getOrDefault("holidays", "");
  }

  /** What is wrong with the story-point field; empty when nothing is. */
  public String getFieldError() {
    return errors.getOrDefault("storyPointField", "");
  }

  /** What is wrong with the resolutions; empty when nothing is. */
  public String getResolutionsError() {
    return errors.getOrDefault("outOfScopeResolutions", "");
  }

  /** What is wrong with the credit; empty when nothing is. */
  public String getCreditError() {
    return errors.getOrDefault("inProgressCredit", "");
  }

  /** Why something was not done; empty when all is well. */
  public String getProblem() {
    return problem;
  }

  /** What was just done; empty when nothing was. */
  public String getSuccess() {
    return success;
  }
}
