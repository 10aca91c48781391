package io.bearings.web;

import io.bearings.jira.HealthReport;
import io.bearings.jira.HealthReport.Software;
import io.bearings.jira.HealthReport.State;
import io.bearings.jira.JobStates;
import io.bearings.jira.NodeHealth;
import io.bearings.jira.Storage;
import io.bearings.okr.Message;
import io.bearings.site.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the add-on can work here, as the health page shows it. */
public final class HealthPage {
  private static final Map<Software, String> SOFTWARE =
      Map.of(
          Software.THERE, "bearings.health.software.there",
          Software.WITHOUT_COLUMNS, "bearings.health.software.withoutColumns",
          Software.ABSENT, "bearings.health.software.absent",
          Software.UNREADABLE, "bearings.health.software.unreadable");

  private final HealthReport report;
  private final NodeHealth.Report node;
  private final List<JobRow> jobs;
  private final List<ErrorRow> errors;
  private final List<WarningRow> warnings;
  private final String reason;
  private final String software;
  private final List<TableSize> tables;

  private HealthPage(
      HealthReport report,
      NodeHealth.Report node,
      List<Warning> warnings,
      Moments moments,
      PageTexts texts) {
    this.report = report;
    this.node = node;
    this.jobs = node.jobs().stream().map(each -> job(each, moments, texts)).toList();
    this.errors =
        node.errors().stream()
            .map(
                each ->
                    new ErrorRow(
                        moments.text(each.at()),
                        each.what(),
                        each.cause(),
                        String.valueOf(each.times())))
            .toList();
    this.warnings = warnings(warnings, texts);
    this.reason = report.reason().map(texts::get).orElse("");
    this.software = texts.get(Message.of(SOFTWARE.get(report.software())));
    this.tables =
        report.tables().entrySet().stream()
            .map(table -> new TableSize(table.getKey(), rows(table.getValue(), texts)))
            .toList();
  }

  private static String rows(Storage.Size size, PageTexts texts) {
    return size.exact()
        ? String.valueOf(size.rows())
        : texts.get(Message.of("bearings.health.tables.atMost", size.rows()));
  }

  /**
   * The page.
   *
   * @param node what this node knows of itself
   * @param warnings what the add-on finds wrong with the site
   * @param moments how the reader writes them
   */
  static HealthPage of(
      HealthReport report,
      NodeHealth.Report node,
      List<Warning> warnings,
      Moments moments,
      PageTexts texts) {
    return new HealthPage(report, node, warnings, moments, texts);
  }

  private static String at(Optional<Instant> moment, Moments moments) {
    return moment.map(moments::text).orElse("");
  }

  private static JobRow job(JobStates.State job, Moments moments, PageTexts texts) {
    String took =
        job.took()
            .map(
                it ->
                    texts.get("bearings.outgoing.log.milliseconds", String.valueOf(it.toMillis())))
            .orElse("");
    return new JobRow(
        job.name(),
        texts.get("bearings.health.job." + job.result().name()),
        job.result() == JobStates.Result.FAILED,
        at(job.began(), moments),
        took,
        at(job.next(), moments));
  }

  private List<WarningRow> warnings(List<Warning> found, PageTexts texts) {
    List<WarningRow> rows = new ArrayList<>();
    if (!report.missing().isEmpty()) {
      rows.add(
          new WarningRow(
              texts.get("bearings.health.warning.missing"), "", List.of(), "#bearings-missing"));
    }
    if (node.jobs().stream().anyMatch(each -> each.result() == JobStates.Result.FAILED)) {
      rows.add(
          new WarningRow(
              texts.get("bearings.health.warning.jobs"), "", List.of(), "#bearings-jobs"));
    }
    found.forEach(each -> rows.add(warning(each, texts)));
    if (!node.errors().isEmpty()) {
      rows.add(
          new WarningRow(
              texts.get("bearings.health.warning.errors", String.valueOf(node.errors().size())),
              "",
              List.of(),
              "#bearings-errors"));
    }
    return rows;
  }

  private static WarningRow warning(Warning warning, PageTexts texts) {
    String text =
        texts.get(
            "bearings.health.warning." + warning.kind().name(), String.valueOf(warning.count()));
    List<SubjectRow> subjects =
        warning.subjects().stream().map(each -> new SubjectRow(each.id(), each.name())).toList();
    return switch (warning.kind()) {
      case STORED_FIGURES -> new WarningRow(text, "", subjects, "#bearings-upkeep-title");
      case QUERIES -> new WarningRow(text, "/secure/BearingsWorkspace.jspa#", subjects, "");
      case READING -> new WarningRow(text, "", subjects, "#bearings-errors");
      case CALLS ->
          new WarningRow(
              text,
              "/secure/BearingsKpi.jspa?kpi=",
              subjects,
              "/secure/admin/BearingsOutgoing!default.jspa#bearings-calls");
      case UNITS_WITHOUT_LEAD ->
          new WarningRow(
              text,
              "/secure/BearingsUnit.jspa?unit=",
              subjects,
              "/secure/admin/BearingsUnits!default.jspa");
    };
  }

  /** The name of the machine that this node runs on; perhaps empty. */
  public String getNode() {
    return node.node();
  }

  /** The scheduled jobs. */
  public List<JobRow> getJobs() {
    return jobs;
  }

  /** Whether no job is scheduled. */
  public boolean isWithoutJobs() {
    return jobs.isEmpty();
  }

  /** What failed lately, the newest first. */
  public List<ErrorRow> getErrors() {
    return errors;
  }

  /** Whether nothing failed lately. */
  public boolean isWithoutErrors() {
    return errors.isEmpty();
  }

  /** What is wrong. */
  public List<WarningRow> getWarnings() {
    return warnings;
  }

  /** Whether nothing is wrong. */
  public boolean isWithoutWarnings() {
    return warnings.isEmpty();
  }

  /** Whether objectives can be read and written. */
  public boolean isUp() {
    return report.state() == State.UP;
  }

  /** Why the add-on is down; empty while it is up. */
  public String getReason() {
    return reason;
  }

  public String getJiraVersion() {
    return report.jiraVersion();
  }

  public String getAddOnVersion() {
    return report.addOnVersion();
  }

  /** Name and version of the database; empty while it does not answer. */
  public String getDatabase() {
    return report.database();
  }

  /** Whether boards and sprints can be read. */
  public String getSoftware() {
    return software;
  }

  /** Whether this Jira lacks nothing. */
  public boolean isWhole() {
    return report.missing().isEmpty();
  }

  /** What this Jira lacks, each a class or a method. */
  public List<String> getMissing() {
    return report.missing();
  }

  /** Whether the tables could be counted. */
  public boolean isCounted() {
    return !tables.isEmpty();
  }

  /** The add-on's tables; empty while the database does not answer. */
  public List<TableSize> getTables() {
    return tables;
  }
}
