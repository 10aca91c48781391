package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.Linking;
import io.bearings.progress.LinkingWork;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** What an issue is attached to, and what could be linked from it. */
@Component
@Path("issues")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class IssuesResource {
  private final Answers answers;
  private final Linking linking;
  private final LinkingWork linkingWork;

  @Inject
  public IssuesResource(Answers answers, Linking linking, LinkingWork linkingWork) {
    this.answers = answers;
    this.linking = linking;
    this.linkingWork = linkingWork;
  }

  /** The key results of an issue. */
  @GET
  @Path("{key}/key-results")
  public Response keyResults(@PathParam("key") String key) {
    return answers.ok(who -> IssueLinksView.of(linking.ofIssue(who, key)));
  }

  /** The issue, its epic, its sprints and its fix versions: what could be linked from it. */
  @GET
  @Path("{key}/places")
  public Response places(@PathParam("key") String key) {
    return answers.ok(who -> AroundView.of(linkingWork.around(who, key)));
  }
}
