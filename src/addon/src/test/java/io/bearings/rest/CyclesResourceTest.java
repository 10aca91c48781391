package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.DEMO;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.BoardNames;
import io.bearings.okr.CyclePlanning;
import io.bearings.okr.Organisation;
import io.bearings.okr.OrganisationInMemory;
import io.bearings.okr.Person;
import io.bearings.okr.Role;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class CyclesResourceTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final String QUARTER =
      "\"name\":\"Q4\",\"first\":\"2026-10-01\",\"last\":\"2026-12-31\",\"length\":\"QUARTER\"";

  private final Site site = new Site();
  private final OrganisationInMemory store = new OrganisationInMemory(site.access);
  private final CyclesResource resource =
      new CyclesResource(
          site.answers,
          site.writes,
          new CyclePlanning(store, site.planning, store, site.access, site.people, CLOCK),
          new Organisation(store, store, site.access, mock(BoardNames.class), site.people, CLOCK),
          new CycleViews(site.access),
          site.access,
          site.people);

  @Before
  public void annaLeadsATeam() {
    Unit team = store.unit("Mobile", UnitLevel.TEAM, Optional.empty());
    store.grant(team, Role.LEAD, ANNA);
    store.grant(team, Role.VIEWER, new Person("bert"));
  }

  @Test
  public void createsAndShowsACycle() {
    Response created = resource.create(Site.request(), "{\"unitId\":1," + QUARTER + "}");
    assertThat(created.getStatus()).isEqualTo(201);
    String cycle =
        "{'id':2,'unitId':1,'name':'Q4','first':'2026-10-01','last':'2026-12-31',"
            + "'state':'PLANNING','kind':'CALENDAR','length':'QUARTER','parentId':null,"
            + "'project':null,'epicKey':null,'fixVersion':null,'version':1,"
            + "'may':['MANAGE_CYCLES']}";
    assertThat(json(created)).isEqualTo(json(cycle));
    assertThat(json(resource.one("2"))).isEqualTo(json(cycle));
    assertThat(json(resource.serving("1"))).isEqualTo(json("{'cycles':[" + cycle + "]}"));
  }

  @Test
  public void createsACycleOfAProject() {
    Response created =
        resource.create(
            Site.request(),
            """
            {"unitId":1,"name":"Release","first":"2026-10-01","last":"2026-12-31",
             "kind":"PROJECT","project":{"key":"DEMO","name":"x"},"fixVersion":"2.0"}
            """);
    assertThat(json(created).get("project"))
        .isEqualTo(json("{'id':100,'key':'DEMO','name':'Mobile app'}"));
    assertThat(json(created).get("fixVersion").textValue()).isEqualTo("2.0");
    when(site.access.projects(ANNA, Set.of(DEMO.id()))).thenReturn(Map.of());
    assertThat(json(resource.one("2")).get("project").isNull()).isTrue();
    assertThat(json(resource.one("2")).get("fixVersion").isNull()).isTrue();
  }

  @Test
  public void editsACycle() {
    resource.create(Site.request(), "{\"unitId\":1," + QUARTER + "}");
    Response edited =
        resource.edit(
            Site.request(),
            "2",
            """
            {"version":1,"name":"Autumn","first":"2026-10-05","last":"2026-12-31",
             "kind":"CALENDAR","project":{}}
            """);
    assertThat(edited.getStatus()).isEqualTo(200);
    assertThat(json(edited).get("first").textValue()).isEqualTo("2026-10-05");
    Response late = resource.edit(Site.request(), "2", "{\"version\":1," + QUARTER + "}");
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(json(late).get("current").get("name").textValue()).isEqualTo("Autumn");
  }

  @Test
  public void stepsAndTellsTheHistory() {
    resource.create(Site.request(), "{\"unitId\":1," + QUARTER + "}");
    Response active = resource.step(Site.request(), "2", "{\"version\":1,\"state\":\"ACTIVE\"}");
    assertThat(json(active).get("state").textValue()).isEqualTo("ACTIVE");
    assertThat(
            resource.step(Site.request(), "2", "{\"version\":1,\"state\":\"ACTIVE\"}").getStatus())
        .isEqualTo(409);
    assertThat(json(resource.history("2")))
        .isEqualTo(
            json(
                "{'changes':[{'field':'STATE','from':'PLANNING','to':'ACTIVE',"
                    + "'by':{'key':'anna','name':'Name anna'},'at':'2026-11-22T10:00:00Z'}]}"));
  }

  @Test
  public void namesWhatIsWrong() {
    assertThat(
            json(
                resource.create(Site.request(), "{\"first\":\"soon\",\"length\":\"DAY\",\"x\":1}")))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'unitId':'required','first':'noDay',"
                    + "'length':'noWord[QUARTER, HALF, YEAR, CUSTOM]','x':'unknownField'}}"));
    assertThat(
            json(
                resource.create(
                    Site.request(), "{\"unitId\":1," + QUARTER + ",\"epicKey\":\"DEMO-1\"}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'project':'required'}}"));
    assertThat(
            json(
                resource.create(
                    Site.request(),
                    "{\"unitId\":1," + QUARTER + ",\"project\":{\"key\":\"SEC\"}}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'project':'noProject[SEC]'}}"));
    assertThat(json(resource.serving(" ")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'unit':'required'}}"));
    resource.create(Site.request(), "{\"unitId\":1," + QUARTER + "}");
    assertThat(json(resource.step(Site.request(), "2", "{\"version\":1,\"state\":\"CLOSED\"}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'state':'cycle.step'}}"));
    assertThat(json(resource.step(Site.request(), "2", "{\"version\":1}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'state':'required'}}"));
  }

  @Test
  public void knowsWhoMayNot() {
    resource.create(Site.request(), "{\"unitId\":1," + QUARTER + "}");
    when(site.signedIn.person()).thenReturn(Optional.of(new Person("bert")));
    assertThat(resource.create(Site.request(), "{\"unitId\":1," + QUARTER + "}").getStatus())
        .isEqualTo(403);
    assertThat(json(resource.one("2")).get("may")).isEqualTo(json("[]"));
    when(site.signedIn.person()).thenReturn(Optional.of(new Person("carl")));
    for (Response response :
        List.of(resource.one("2"), resource.serving("1"), resource.history("2"))) {
      assertThat(response.getStatus()).isEqualTo(404);
    }
    assertThat(CyclesResource.class).hasAnnotation(LicensedOnly.class);
  }
}
