package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.TemplateLibrary;
import java.util.Optional;
import org.junit.Test;

public class TemplatesResourceTest {
  private final Site site = new Site();
  private final TemplatesResource resource =
      new TemplatesResource(site.answers, new TemplateLibrary());

  @Test
  public void offersOneTheme() {
    JsonNode templates = json(resource.templates("loyalty", "en")).get("templates");
    assertThat(templates).hasSize(3);
    assertThat(templates.get(0).get("theme")).isEqualTo(json("{'id':'loyalty','name':'Loyalty'}"));
    assertThat(templates.get(0).get("objective").get("title").asText())
        .isEqualTo("Become the product that freelancers recommend to each other");
    assertThat(templates.get(0).get("keyResults").get(1))
        .isEqualTo(
            json(
                "{'title':'Share of new customers who come by recommendation goes from 18 % to"
                    + " 30 %','measure':{'kind':'PERCENT','of':null},'baseline':18,'target':30,"
                    + "'source':'MANUAL'}"));
  }

  @Test
  public void offersAllInTheLanguageThatWasAskedFor() {
    JsonNode templates = json(resource.templates(" ", "de")).get("templates");
    assertThat(templates).hasSizeGreaterThanOrEqualTo(24);
    assertThat(templates.get(0).get("language").asText()).isEqualTo("de");
    assertThat(templates.get(1).get("language").asText()).isEqualTo("en");
    assertThat(templates.get(1).get("keyResults").get(2).get("measure"))
        .isEqualTo(json("{'kind':'RATING','of':5}"));
  }

  @Test
  public void anUnknownThemeHasNone() {
    assertThat(json(resource.templates("nonsense", "en")).get("templates")).isEmpty();
  }

  @Test
  public void anAnonymousVisitorIsRefused() {
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(resource.templates(null, "en").getStatus()).isEqualTo(401);
  }
}
