package io.bearings.web;

import io.bearings.jira.HealthReport;
import io.bearings.jira.HealthReport.Software;
import io.bearings.jira.HealthReport.State;
import io.bearings.jira.Storage;
import io.bearings.okr.Message;
import java.util.List;
import java.util.Map;

/** Whether the add-on can work here, as the health page shows it. */
public final class HealthPage {
  private static final Map<Software, String> SOFTWARE =
      Map.of(
          Software.THERE, "bearings.health.software.there",
          Software.WITHOUT_COLUMNS, "bearings.health.software.withoutColumns",
          Software.ABSENT, "bearings.health.software.absent",
          Software.UNREADABLE, "bearings.health.software.unreadable");

  private final HealthReport report;
  private final String reason;
  private final String software;
  private final List<TableSize> tables;

  private HealthPage(HealthReport report, PageTexts texts) {
    this.report = report;
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
