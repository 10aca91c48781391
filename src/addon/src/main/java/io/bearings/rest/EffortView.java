package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.flow.EffortShares;
import io.bearings.okr.ProjectRef;
import io.bearings.progress.EffortAlignment;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where the work went that a unit finished in a period.
 *
 * @param weightBy ISSUES or POINTS
 * @param mayWeigh whether the site has a field of story points
 * @param projects those of the unit's Jira projects that the reader may browse
 * @param hiddenProjects how many others it has
 * @param issues how many issues were finished
 * @param weight what they weigh together
 * @param objective what served an objective
 * @param kpi what restored a KPI and served no objective
 * @param neither what was for nothing that is written down
 * @param imputed how many issues have no estimate and weigh the median of the others
 * @param mostlyNotEstimated whether those are more than 20 %
 * @param undated how many issues are Done without a resolution, so that nobody knows since when
 * @param unlinkedJql finds in Jira what was for nothing; null where there is no project to browse,
 *     or too many issues would have to be named
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EffortView(
    @JsonProperty("unit") ObjectiveView.PlaceView unit,
    @JsonProperty("from") String from,
    @JsonProperty("to") String to,
    @JsonProperty("weightBy") String weightBy,
    @JsonProperty("mayWeigh") boolean mayWeigh,
    @JsonProperty("projects") List<ProjectView> projects,
    @JsonProperty("hiddenProjects") int hiddenProjects,
    @JsonProperty("issues") int issues,
    @JsonProperty("weight") BigDecimal weight,
    @JsonProperty("objective") PartView objective,
    @JsonProperty("kpi") PartView kpi,
    @JsonProperty("neither") PartView neither,
    @JsonProperty("imputed") int imputed,
    @JsonProperty("mostlyNotEstimated") boolean mostlyNotEstimated,
    @JsonProperty("undated") int undated,
    @JsonProperty("unlinkedJql") String unlinkedJql,
    @JsonProperty("weeks") List<WeekView> weeks) {

  /** A Jira project. */
  public record ProjectView(@JsonProperty("key") String key, @JsonProperty("name") String name) {
    private static ProjectView of(ProjectRef project) {
      return new ProjectView(project.key(), project.name());
    }
  }

  /**
   * A part of the done work.
   *
   * @param share its share of the weight, 0 to 1; null where there is no weight
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record PartView(
      @JsonProperty("issues") int issues,
      @JsonProperty("weight") BigDecimal weight,
      @JsonProperty("share") BigDecimal share) {
    private static PartView of(EffortShares shares, EffortShares.Part part) {
      return new PartView(part.issues(), part.weight(), shares.share(part).orElse(null));
    }
  }

  /** Up to seven days of the period. */
  public record WeekView(
      @JsonProperty("first") String first,
      @JsonProperty("last") String last,
      @JsonProperty("objective") PartView objective,
      @JsonProperty("kpi") PartView kpi,
      @JsonProperty("neither") PartView neither) {
    private static WeekView of(EffortAlignment.Week week) {
      EffortShares shares = week.shares();
      return new WeekView(
          week.first().toString(),
          week.last().toString(),
          PartView.of(shares, shares.objective()),
          PartView.of(shares, shares.kpi()),
          PartView.of(shares, shares.neither()));
    }
  }

  /**
   * A part of the list of what was for nothing.
   *
   * @param issues those of this part that the reader may browse
   * @param hidden how many others are in this part
   * @param total how many there are in all
   * @param next what to skip for the part after this one; null at the end
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record UnlinkedView(
      @JsonProperty("issues") List<UnlinkedIssueView> issues,
      @JsonProperty("hidden") int hidden,
      @JsonProperty("total") int total,
      @JsonProperty("next") Integer next) {
    static UnlinkedView of(EffortAlignment.Unlinked unlinked) {
      return new UnlinkedView(
          unlinked.issues().stream().map(UnlinkedIssueView::of).toList(),
          unlinked.hidden(),
          unlinked.total(),
          unlinked.next().orElse(null));
    }
  }

  /**
   * An issue that was finished and was for nothing that is written down.
   *
   * @param resolved the day
   * @param imputed whether it has no estimate and weighs the median of the others
   */
  public record UnlinkedIssueView(
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("status") String status,
      @JsonProperty("resolved") String resolved,
      @JsonProperty("weight") BigDecimal weight,
      @JsonProperty("imputed") boolean imputed) {
    private static UnlinkedIssueView of(EffortAlignment.UnlinkedIssue issue) {
      return new UnlinkedIssueView(
          issue.text().key(),
          issue.text().title(),
          issue.text().status(),
          issue.resolved().toString(),
          issue.weighed().weight(),
          issue.weighed().imputed());
    }
  }

  static EffortView of(EffortAlignment.Report report) {
    EffortShares shares = report.shares();
    return new EffortView(
        new ObjectiveView.PlaceView(report.unit().id(), report.unit().name()),
        report.from().toString(),
        report.to().toString(),
        report.weightBy().name(),
        report.mayWeigh(),
        report.work().projects().stream().map(ProjectView::of).toList(),
        report.work().hiddenProjects(),
        shares.issues(),
        shares.weight(),
        PartView.of(shares, shares.objective()),
        PartView.of(shares, shares.kpi()),
        PartView.of(shares, shares.neither()),
        shares.imputed(),
        report.mostlyNotEstimated(),
        report.undated(),
        report.work().unlinkedJql().orElse(null),
        report.weeks().stream().map(WeekView::of).toList());
  }
}
