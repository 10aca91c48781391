package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiTemplates;
import io.bearings.kpi.KpiWork;
import io.bearings.kpi.metric.Proposal;
import io.bearings.okr.Message;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** KPIs that a project's own history suggests. */
@Component
@Path("kpi-proposals")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KpiProposalsResource {
  private final Answers answers;
  private final KpiWork work;

  @Inject
  public KpiProposalsResource(Answers answers, KpiWork work) {
    this.answers = answers;
    this.work = work;
  }

  /** At most five, one for each category for which the last year has data. */
  @GET
  public Response proposals(
      @QueryParam("project") String project, @QueryParam("unit") String unit) {
    return answers.ok(
        who -> {
          KpiWork.Proposed proposed =
              work.propose(
                  who,
                  Parameters.required("project", project),
                  Parameters.optionalId("unit", unit));
          return new KpiWorkView.Proposals(
              proposed.proposals().stream()
                  .map(each -> view(each, proposed.project().key(), who.key()))
                  .toList(),
              KpiWorkView.BackfillView.of(proposed.filling(), answers::text));
        });
  }

  private KpiWorkView.ProposalView view(Proposal proposal, String projectKey, String ownerKey) {
    String name = answers.text(Message.of("bearings.kpi.proposal." + proposal.candidate().name()));
    KpiContent content = KpiTemplates.of(proposal, projectKey, name, ownerKey);
    return new KpiWorkView.ProposalView(
        proposal.candidate().name(),
        KpiTemplatesView.SheetView.of(content),
        new ArrayList<>(proposal.values().stream().map(each -> each.orElse(null)).toList()));
  }
}
