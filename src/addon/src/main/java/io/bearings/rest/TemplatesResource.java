package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.TemplateLibrary;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Objectives to begin with. */
@Component
@Path("templates")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {
  private final Answers answers;
  private final TemplateLibrary library;

  @Inject
  public TemplatesResource(Answers answers, TemplateLibrary library) {
    this.answers = answers;
    this.library = library;
  }

  /**
   * The templates, of one theme or of all.
   *
   * @param language two letters; where a template is not in that language, it comes in English
   */
  @GET
  public Response templates(
      @QueryParam("theme") String theme,
      @QueryParam("language") @DefaultValue("en") String language) {
    return answers.ok(
        who ->
            TemplatesView.of(
                library.find(Optional.ofNullable(theme).filter(id -> !id.isBlank()), language)));
  }
}
