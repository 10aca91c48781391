package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.BulkLinking;
import io.bearings.progress.LinkKind;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The links of key results to work, and what changes if that work is completed. */
@Component
@Path("key-results/{id}/work")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class WorkLinksResource {
  private static final String PLACES = "ISSUE, EPIC, SPRINT, VERSION";

  private final Answers answers;
  private final Writes writes;
  private final LinkingWork linking;
  private final BulkLinking bulk;

  @Inject
  public WorkLinksResource(Answers answers, Writes writes, LinkingWork linking, BulkLinking bulk) {
    this.answers = answers;
    this.writes = writes;
    this.linking = linking;
    this.bulk = bulk;
  }

  /** The links of a key result that are in force, oldest first. */
  @GET
  public Response links(@PathParam("id") String id) {
    return answers.ok(who -> WorkLinksView.of(linking.of(who, Parameters.id(id))));
  }

  /**
   * How many issues a link would bring, and the first of them. Nothing is written.
   *
   * @param kind ISSUE, EPIC, JQL, SPRINT or VERSION; JQL where it is missing
   * @param query the query of kind JQL
   * @param target of the other kinds: the key of an issue or an epic, the number of a sprint or a
   *     version
   */
  @GET
  @Path("preview")
  public Response preview(
      @PathParam("id") String id,
      @QueryParam("kind") String kind,
      @QueryParam("query") String query,
      @QueryParam("target") String target) {
    return answers.ok(
        who ->
            WorkLinksView.PreviewView.of(
                linking.preview(
                    who,
                    Parameters.id(id),
                    wanted(
                        Optional.ofNullable(kind),
                        Optional.ofNullable(query),
                        Optional.ofNullable(target)))));
  }

  private static LinkingWork.Wanted wanted(
      Optional<String> kind, Optional<String> query, Optional<String> target) {
    LinkKind wanted = kind(kind.orElse(LinkKind.JQL.name()));
    return new LinkingWork.Wanted(
        wanted, (wanted == LinkKind.JQL ? query : target).orElse("").strip());
  }

  private static LinkKind kind(String name) {
    return Stream.of(LinkKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    Map.of(
                        "kind",
                        Message.of(
                            "bearings.error.noSuchKind",
                            Stream.of(LinkKind.values())
                                .map(LinkKind::name)
                                .collect(Collectors.joining(", "))))));
  }

  /**
   * Issues, epics, sprints or versions that the key result could be linked to, those of the
   * projects of its unit first.
   *
   * @param kind ISSUE, EPIC, SPRINT or VERSION
   * @param query part of a name, or a key; empty finds all
   */
  @GET
  @Path("places")
  public Response places(
      @PathParam("id") String id,
      @QueryParam("kind") String kind,
      @QueryParam("query") String query) {
    return answers.ok(
        who -> {
          LinkKind wanted = kind(Parameters.required("kind", kind));
          if (wanted == LinkKind.JQL) {
            throw new Refusal.Invalid(
                Map.of("kind", Message.of("bearings.error.noSuchKind", PLACES)));
          }
          return WorkLinksView.OfferView.of(
              linking.offer(who, Parameters.id(id), wanted, Optional.ofNullable(query).orElse("")));
        });
  }

  /** Links the key result to work, as it is now and from now on. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          Optional<String> kind = body.optionalText("kind");
          Optional<String> query = body.optionalText("query");
          Optional<String> target = body.optionalText("target");
          Optional<String> sentence = body.optionalText("sentence");
          body.finish();
          WorkLinks.Added added =
              linking.add(writer.who(), Parameters.id(id), wanted(kind, query, target), sentence);
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

  /** Puts a link that was ended in force again. */
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

  /** Begins to link, each by itself, the issues that a query finds today. */
  @POST
  @Path("bulk")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response startBulk(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          String query = body.text("query");
          body.finish();
          return WorkLinksView.BulkView.of(bulk.start(writer.who(), Parameters.id(id), query));
        });
  }

  /** How far the linking is that the person began last. */
  @GET
  @Path("bulk")
  public Response bulk(@PathParam("id") String id) {
    return answers.ok(who -> WorkLinksView.BulkView.of(bulk.of(who, Parameters.id(id))));
  }

  /** Stops the linking; what was linked stays. */
  @DELETE
  @Path("bulk")
  public Response cancelBulk(@Context HttpServletRequest request, @PathParam("id") String id) {
    return writes.done(
        Call.of(request, ""), writer -> bulk.cancel(writer.who(), Parameters.id(id)));
  }
}
