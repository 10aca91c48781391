package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.LinkingWork;
import io.bearings.progress.WorkLinks;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The links of key results to queries, and what changes if linked work is completed. */
@Component
@Path("key-results/{id}/work")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class WorkLinksResource {
  private final Answers answers;
  private final Writes writes;
  private final LinkingWork linking;

  @Inject
  public WorkLinksResource(Answers answers, Writes writes, LinkingWork linking) {
    this.answers = answers;
    this.writes = writes;
    this.linking = linking;
  }

  /** The links of a key result that are in force, oldest first. */
  @GET
  public Response links(@PathParam("id") String id) {
    return answers.ok(who -> WorkLinksView.of(linking.of(who, Parameters.id(id))));
  }

  /** How many issues a query would bring, and the first of them. Nothing is written. */
  @GET
  @Path("preview")
  public Response preview(@PathParam("id") String id, @QueryParam("query") String query) {
    return answers.ok(
        who ->
            WorkLinksView.PreviewView.of(
                linking.preview(who, Parameters.id(id), Parameters.required("query", query))));
  }

  /** Links the key result to what a query finds, now and from now on. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          String query = body.text("query");
          Optional<String> sentence = body.optionalText("sentence");
          body.finish();
          WorkLinks.Added added =
              linking.addQuery(writer.who(), Parameters.id(id), query, sentence);
          return new WorkLinksView.AddedView(added.linkId(), added.isNew());
        });
  }

  /** Says what changes if the work of a link is completed. */
  @PUT
  @Path("{linkId}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response describe(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @PathParam("linkId") String linkId,
      String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          Optional<String> sentence = body.optionalText("sentence");
          body.finish();
          linking.describe(writer.who(), Parameters.id(id), Parameters.id(linkId), sentence);
          return WorkLinksView.of(linking.of(writer.who(), Parameters.id(id)));
        });
  }

  /** Ends a link; what only it brought counts no more. */
  @DELETE
  @Path("{linkId}")
  public Response end(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @PathParam("linkId") String linkId) {
    return writes.done(
        Call.of(request, ""),
        writer -> linking.end(writer.who(), Parameters.id(id), Parameters.id(linkId)));
  }

  /** Puts a query that was ended in force again. */
  @POST
  @Path("{linkId}/restore")
  public Response restore(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @PathParam("linkId") String linkId) {
    return writes.done(
        Call.of(request, ""),
        writer -> linking.restore(writer.who(), Parameters.id(id), Parameters.id(linkId)));
  }

  /** Makes a query that of who asks: from now on it finds what they may browse. */
  @POST
  @Path("{linkId}/take-over")
  public Response takeOver(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @PathParam("linkId") String linkId) {
    return writes.done(
        Call.of(request, ""),
        writer -> linking.takeOver(writer.who(), Parameters.id(id), Parameters.id(linkId)));
  }
}
