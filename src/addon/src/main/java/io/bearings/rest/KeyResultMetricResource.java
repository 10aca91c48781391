package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.MetricsOfKeyResults;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** The metric of the work in Jira that a key result reads. */
@Component
@Path("key-results/{id}/metric")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KeyResultMetricResource {
  private final Answers answers;
  private final MetricsOfKeyResults metrics;

  @Inject
  public KeyResultMetricResource(Answers answers, MetricsOfKeyResults metrics) {
    this.answers = answers;
    this.metrics = metrics;
  }

  /** How far its past is read, and why it has no value where it has none. */
  @GET
  public Response metric(@PathParam("id") String id) {
    return answers.ok(
        who -> KeyResultMetricView.of(metrics.of(who, Parameters.id(id)), answers::text));
  }
}
