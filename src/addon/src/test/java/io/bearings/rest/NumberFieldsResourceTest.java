package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.bearings.progress.SiteSettings.Choice;
import java.util.List;
import org.junit.Test;

public class NumberFieldsResourceTest {
  private final Site site = new Site();
  private final NumberFieldsResource resource =
      new NumberFieldsResource(site.answers, site.settings);

  @Test
  public void offersTheNumberFieldsOfJira() {
    when(site.settings.numericFields())
        .thenReturn(
            List.of(new Choice("customfield_2", "Benefit"), new Choice("customfield_1", "Risk")));
    assertThat(json(resource.fields()))
        .isEqualTo(
            json(
                "{'fields':[{'id':'customfield_2','name':'Benefit'},"
                    + "{'id':'customfield_1','name':'Risk'}]}"));
  }
}
