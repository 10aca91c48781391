package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.BoardWork;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** Boards of Jira Software: which there are, and each beside the key results. */
@Component
@Path("boards")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class BoardsResource {
  /** The most boards that are offered at once. */
  static final int MOST = 50;

  private final Answers answers;
  private final BoardWork work;

  @Inject
  public BoardsResource(Answers answers, BoardWork work) {
    this.answers = answers;
    this.work = work;
  }

  /**
   * The boards that the person may see, by name.
   *
   * @param text what their names contain; empty for all
   */
  @GET
  public Response offered(@QueryParam("q") @DefaultValue("") String text) {
    return answers.ok(
        who -> BoardsView.of(work.hasSoftware(), work.offered(who, text.strip()), MOST));
  }

  /** A board: its units, and what of its active sprints serves which key result. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> BoardView.of(work.of(who, Parameters.id(id))));
  }

  /** Copies what is not known yet of the issues of an active sprint. */
  @POST
  @Path("{id}/sprints/{sprint}/reading")
  public Response read(@PathParam("id") String id, @PathParam("sprint") String sprint) {
    return answers.changed(
        who -> BoardView.ReadingView.of(work.read(who, Parameters.id(id), Parameters.id(sprint))));
  }

  /** What of an active sprint serves no key result: a part of the list. */
  @GET
  @Path("{id}/sprints/{sprint}/unserved")
  public Response unserved(
      @PathParam("id") String id,
      @PathParam("sprint") String sprint,
      @QueryParam("skip") @DefaultValue("0") String skip) {
    return answers.ok(
        who ->
            BoardView.UnservedView.of(
                work.unserved(
                    who,
                    Parameters.id(id),
                    Parameters.id(sprint),
                    Math.max(0, Parameters.number("skip", skip)))));
  }
}
