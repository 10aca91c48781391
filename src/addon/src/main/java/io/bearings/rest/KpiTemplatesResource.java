package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpiTemplates;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** KPIs to begin with. */
@Component
@Path("kpi-templates")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KpiTemplatesResource {
  private final Answers answers;
  private final KpiTemplates templates;

  @Inject
  public KpiTemplatesResource(Answers answers, KpiTemplates templates) {
    this.answers = answers;
    this.templates = templates;
  }

  /** All templates, some of each category. */
  @GET
  public Response templates() {
    return answers.ok(
        who ->
            new KpiTemplatesView(
                templates.all().stream()
                    .map(
                        each ->
                            new KpiTemplatesView.TemplateView(
                                each.id(),
                                each.language(),
                                KpiTemplatesView.SheetView.of(each.content())))
                    .toList()));
  }
}
