package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.SettingsForm;
import io.bearings.progress.SiteSettings.Choice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The settings of the site.
 *
 * @param storyPointField id of a custom field; null is none
 * @param inProgressCredit in percent
 * @param holidays days as ISO text, the earliest first
 * @param weekStart the day on which a week of a KPI begins, such as MONDAY
 * @param functionLimit the most issues that a JQL function finds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SettingsView(
    @JsonProperty("storyPointField") String storyPointField,
    @JsonProperty("outOfScopeResolutions") List<String> outOfScopeResolutions,
    @JsonProperty("inProgressCredit") double inProgressCredit,
    @JsonProperty("thresholds") UnitView.Pace thresholds,
    @JsonProperty("holidays") List<String> holidays,
    @JsonProperty("individualObjectives") boolean individualObjectives,
    @JsonProperty("weekStart") String weekStart,
    @JsonProperty("functionLimit") int functionLimit,
    @JsonProperty("choices") Choices choices) {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /** What there is to choose from. */
  public record Choices(
      @JsonProperty("fields") List<ChoiceView> fields,
      @JsonProperty("resolutions") List<ChoiceView> resolutions) {}

  /** Something of Jira that can be chosen. */
  public record ChoiceView(@JsonProperty("id") String id, @JsonProperty("name") String name) {}

  static SettingsView of(SettingsForm form) {
    return new SettingsView(
        form.settings().storyPointField().orElse(null),
        form.settings().outOfScopeResolutionIds().stream().sorted().toList(),
        form.settings().inProgressCredit().multiply(PERCENT).doubleValue(),
        UnitView.Pace.of(form.settings().rules().thresholds()),
        form.settings().rules().holidays().stream().map(LocalDate::toString).toList(),
        form.settings().rules().individualObjectives(),
        form.settings().rules().weekStart().name(),
        form.settings().functionLimit(),
        new Choices(choices(form.fields()), choices(form.resolutions())));
  }

  private static List<ChoiceView> choices(List<Choice> choices) {
    return choices.stream().map(each -> new ChoiceView(each.id(), each.name())).toList();
  }
}
