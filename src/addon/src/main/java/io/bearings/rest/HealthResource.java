package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.jira.Health;
import io.bearings.jira.HealthReport;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
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

  @Inject
  public HealthResource(Answers answers, Health health) {
    this.answers = answers;
    this.health = health;
  }

  /** The state of the add-on; it answers 200 also while the add-on is down. */
  @GET
  public Response report() {
    return answers.ok(who -> view(health.report(who)));
  }

  private static Map<String, Long> rows(HealthReport report) {
    Map<String, Long> rows = new LinkedHashMap<>();
    report.tables().forEach((table, size) -> rows.put(table, size.rows()));
    return rows;
  }

  private HealthView view(HealthReport report) {
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
            .toList());
  }
}
