package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.jira.Health;
import io.bearings.jira.HealthReport;
import io.bearings.jira.NodeHealth;
import io.bearings.okr.Person;
import io.bearings.site.Warning;
import io.bearings.site.Warnings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether the add-on can work, for administrators. */
@Component
@Path("health")
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  private final Answers answers;
  private final Health health;
  private final NodeHealth node;
  private final Warnings warnings;

  @Inject
  public HealthResource(Answers answers, Health health, NodeHealth node, Warnings warnings) {
    this.node = node;
    this.warnings = warnings;
    this.answers = answers;
    this.health = health;
  }

  /** The state of the add-on; it answers 200 also while the add-on is down. */
  @GET
  public Response report() {
    return answers.ok(this::view);
  }

  private static Map<String, Long> rows(HealthReport report) {
    Map<String, Long> rows = new LinkedHashMap<>();
    report.tables().forEach((table, size) -> rows.put(table, size.rows()));
    return rows;
  }

  /** The same as a file that can be sent to somebody who helps. */
  @GET
  @Path("file")
  public Response file() {
    return answers.read(
        who ->
            Response.ok(view(who))
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"bearings-health.json\"")
                .build());
  }

  private HealthView view(Person who) {
    HealthReport report = health.report(who);
    NodeHealth.Report here = node.report(who);
    List<Warning> found = report.state() == HealthReport.State.UP ? warnings.all(who) : List.of();
    return new HealthView(
        report.jiraVersion(),
        report.addOnVersion(),
        report.database(),
        report.state().name(),
        report.reason().map(answers::text).orElse(null),
        report.software().name(),
        report.missing(),
        rows(report),
        report.tables().entrySet().stream()
            .filter(table -> !table.getValue().exact())
            .map(Map.Entry::getKey)
            .toList(),
        here.node(),
        here.jobs().stream().map(HealthView.JobView::of).toList(),
        found.stream().map(HealthView.WarningView::of).toList(),
        here.errors().stream().map(HealthView.FailureView::of).toList());
  }
}
