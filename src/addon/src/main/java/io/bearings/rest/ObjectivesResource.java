package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultDraft;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveDraft;
import io.bearings.okr.Person;
import io.bearings.okr.Planning;
import io.bearings.progress.Overview;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.springframework.stereotype.Component;

/** The objectives of a project. */
@Component
@Path("objectives")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ObjectivesResource {
  private final Answers answers;
  private final Planning planning;
  private final Overview overview;

  @Inject
  public ObjectivesResource(Answers answers, Planning planning, Overview overview) {
    this.answers = answers;
    this.planning = planning;
    this.overview = overview;
  }

  /** All objectives of a project, with their figures. */
  @GET
  public Response ofProject(@QueryParam("project") String projectKey) {
    return answers.ok(
        who -> ProjectView.of(overview.ofProject(who, Parameters.required("project", projectKey))));
  }

  /** Creates an objective, with key results if there are any. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(String json) {
    return answers.created(
        who -> {
          Body body = Body.of(json);
          String projectKey = body.text("projectKey");
          ObjectiveDraft draft =
              objective(
                  body,
                  body.objects("keyResults").stream().map(KeyResultsResource::draft).toList());
          body.finish();
          Objective created =
              planning.create(who, Parameters.required("projectKey", projectKey), draft);
          return view(who, created.id());
        });
  }

  /** One objective. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> view(who, Parameters.id(id)));
  }

  /** Changes title, why and owner. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response edit(@PathParam("id") String id, String json) {
    return answers.saved(
        who -> {
          Body body = Body.of(json);
          int version = body.version();
          ObjectiveDraft draft = objective(body, List.of());
          body.finish();
          return view(who, planning.edit(who, Parameters.id(id), version, draft).id());
        },
        who -> view(who, Parameters.id(id)));
  }

  /** Adds a key result. */
  @POST
  @Path("{id}/key-results")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response addKeyResult(@PathParam("id") String id, String json) {
    return answers.created(
        who -> {
          Body body = Body.of(json);
          KeyResultDraft draft = KeyResultsResource.draft(body);
          body.finish();
          KeyResult created = planning.addKeyResult(who, Parameters.id(id), draft);
          return KeyResultView.of(overview.ofKeyResult(who, created.id()));
        });
  }

  private static ObjectiveDraft objective(Body body, List<KeyResultDraft> keyResults) {
    return new ObjectiveDraft(
        body.text("title"), body.text("why"), body.optionalText("ownerKey"), keyResults);
  }

  private ObjectiveView view(Person who, long id) {
    return ObjectiveView.of(overview.ofObjective(who, id));
  }
}
