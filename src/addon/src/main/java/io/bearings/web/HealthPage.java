package io.bearings.web;

import io.bearings.jira.HealthReport;
import io.bearings.jira.HealthReport.State;
import java.util.List;

/** Whether the add-on can work here, as the health page shows it. */
public final class HealthPage {
  private final HealthReport report;
  private final String reason;
  private final List<TableSize> tables;

  private HealthPage(HealthReport report, PageTexts texts) {
    this.report = report;
    this.reason = report.reason().map(texts::get).orElse("");
    this.tables =
        report.tables().entrySet().stream()
            .map(table -> new TableSize(table.getKey(), table.getValue()))
            .toList();
  }

  static HealthPage of(HealthReport report, PageTexts texts) {
    return new HealthPage(report, texts);
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
