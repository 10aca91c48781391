package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** Jira's custom fields that hold numbers: by each of them the issues of a key result can weigh. */
@Component
@Path("number-fields")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class NumberFieldsResource {
  private final Answers answers;
  private final SiteSettings settings;

  @Inject
  public NumberFieldsResource(Answers answers, SiteSettings settings) {
    this.answers = answers;
    this.settings = settings;
  }

  /** The fields by their names, which everybody in Jira may know. */
  @GET
  public Response fields() {
    return answers.ok(who -> NumberFieldsView.of(settings.numericFields()));
  }
}
