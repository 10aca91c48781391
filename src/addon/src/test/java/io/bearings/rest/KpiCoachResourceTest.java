package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.bearings.coach.Coach;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class KpiCoachResourceTest {
  private final Site site = new Site();
  private final KpiCoachResource resource =
      new KpiCoachResource(site.answers, site.signedIn, new Coach(), site.people);

  @Before
  public void readInEnglish() {
    when(site.signedIn.locale()).thenReturn(Locale.UK);
  }

  private List<String> rules(String body) {
    Response response = resource.kpi(body.replace('\'', '"'));
    assertThat(response.getStatus()).as(String.valueOf(response.getEntity())).isEqualTo(200);
    return json(response).path("findings").findValuesAsText("rule");
  }

  @Test
  public void judgesASheetByItsParts() {
    String name = "{'name':'Answered in time',";
    assertThat(rules(name + "'critical':{'value':90}}")).isNotEmpty();
    assertThat(rules(name + "'critical':{'value':90}}"))
        .hasSizeGreaterThan(
            rules(name + "'critical':{'value':90},'action':'Ask for one more person'}").size());
  }

  @Test
  public void namesWhatItDoesNotKnow() {
    Response wrong = resource.kpi("{\"name\":\"x\",\"colour\":1}");
    assertThat(wrong.getStatus()).isEqualTo(400);
    assertThat(json(wrong).path("errors").path("colour").asText()).isEqualTo("unknownField");
  }

  @Test
  public void whoIsNotLoggedInIsRefused() {
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(resource.kpi("{\"name\":\"x\"}").getStatus()).isEqualTo(401);
  }
}
