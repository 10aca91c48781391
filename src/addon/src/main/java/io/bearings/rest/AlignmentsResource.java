package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Aligning;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Arrows between objectives. */
@Component
@Path("alignments")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class AlignmentsResource {
  private final Writes writes;
  private final Aligning aligning;

  @Inject
  public AlignmentsResource(Writes writes, Aligning aligning) {
    this.writes = writes;
    this.aligning = aligning;
  }

  /** Gives a contribution another weight. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response weigh(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          BigDecimal weight = body.number("weight");
          Optional<String> reason = body.optionalText("reason");
          body.finish();
          return AlignmentView.of(aligning.weigh(writer, Parameters.id(id), weight, reason));
        });
  }

  /** Removes one. */
  @DELETE
  @Path("{id}")
  public Response remove(@Context HttpServletRequest request, @PathParam("id") String id) {
    return writes.done(Call.of(request, ""), writer -> aligning.remove(writer, Parameters.id(id)));
  }
}
