package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.DEMO;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Openness;
import io.bearings.okr.Operation;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;

public class UnitsResourceTest {
  private static final String TEAM =
      "{'id':2,'name':'Mobile','level':'TEAM','parentId':1,'lead':null,'deputy':null,"
          + "'group':null,'projects':[{'id':100,'key':'DEMO','name':'Mobile app'}],"
          + "'boards':[],'openness':'MEMBERS','archived':false,'version':1,'settings':{'cadence':"
          + "{'every':'WEEKLY','day':'MONDAY','dayOfMonth':1,'hour':9},'thresholds':null,"
          + "'advanced':false,'capacity':{'members':0,'hoursPerDay':8,'focusShare':0.6}},"
          + "'may':";

  private final Site site = new Site();
  private final OrganisationInMemory store = new OrganisationInMemory(site.access);
  private final BoardNames boards = mock(BoardNames.class);
  private final Organisation organisation =
      new Organisation(
          store,
          store,
          site.access,
          boards,
          site.people,
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final UnitsResource resource =
      new UnitsResource(
          site.answers,
          site.writes,
          organisation,
          new UnitViews(site.people, site.access, boards),
          site.access,
          site.people);

  private Unit company;
  private Unit team;

  @Before
  public void annaLeadsATeam() {
    company = store.unit("Example", UnitLevel.COMPANY, Optional.empty());
    team =
        store.unit("Mobile", UnitLevel.TEAM, Optional.of(company.id()), List.of(DEMO.id(), 999L));
    store.grant(team, Role.LEAD, ANNA);
  }

  @Test
  public void showsTheUnitsThatOneMaySee() {
    String may =
        Arrays.stream(Operation.values())
            .filter(operation -> operation.roles().contains(Role.LEAD))
            .map(operation -> "'" + operation + "'")
            .collect(Collectors.joining(","));
    String expected = TEAM + "[" + may + "]}";
    assertThat(json(resource.all())).isEqualTo(json("{'units':[" + expected + "]}"));
    assertThat(json(resource.one("2"))).isEqualTo(json(expected));
    assertThat(resource.one("1").getStatus()).isEqualTo(404);
    assertThat(resource.one("x").getStatus()).isEqualTo(404);
  }

  @Test
  public void namesTheBoardsOfAUnit() {
    when(boards.canTell()).thenReturn(true);
    when(boards.names(any(), anyCollection())).thenReturn(Map.of(7L, "Mobile board"));
    Response named =
        resource.edit(
            Site.request(),
            "2",
            "{\"version\":1,\"name\":\"Mobile\",\"parentId\":1,\"boards\":[{\"id\":7,\"name\":\"x\"}]}");
    assertThat(json(named).get("boards")).isEqualTo(json("[{'id':7,'name':'Mobile board'}]"));

    when(boards.names(any(), anyCollection())).thenReturn(Map.of());
    Response left =
        resource.edit(Site.request(), "2", "{\"version\":2,\"name\":\"Mobile\",\"parentId\":1}");
    assertThat(json(left).get("boards"))
        .as("who says nothing of boards leaves them, and one that is gone has no name")
        .isEqualTo(json("[{'id':7,'name':null}]"));

    Response refused =
        resource.edit(
            Site.request(),
            "2",
            "{\"version\":3,\"name\":\"Mobile\",\"parentId\":1,\"boards\":[{\"id\":8}]}");
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(json(refused).at("/errors/boards").asText()).isEqualTo("noBoard[8]");

    Response emptied =
        resource.edit(
            Site.request(),
            "2",
            "{\"version\":3,\"name\":\"Mobile\",\"parentId\":1,\"boards\":[]}");
    assertThat(json(emptied).get("boards")).isEqualTo(json("[]"));
  }

  @Test
  public void createsAUnit() {
    when(site.access.administers(ANNA)).thenReturn(true);
    when(site.access.groupExists("developers")).thenReturn(true);
    Response response =
        resource.create(
            Site.request(),
            """
            {"name":"Payments","level":"TEAM","parentId":1,"lead":{"key":"bert","name":"Bert"},
             "deputy":{"key":"anna"},"group":"developers","projects":[{"key":"DEMO"}],
             "openness":"EVERYONE","settings":{"cadence":{"every":"MONTHLY","dayOfMonth":15},
             "thresholds":{"onTrack":0.8,"atRisk":0.5},"advanced":true,
             "capacity":{"members":7,"hoursPerDay":7.5}}}
            """);
    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(json(response).get("lead")).isEqualTo(json("{'key':'bert','name':'Name bert'}"));
    assertThat(json(response).get("settings"))
        .isEqualTo(
            json(
                "{'cadence':{'every':'MONTHLY','day':'MONDAY','dayOfMonth':15,'hour':9},"
                    + "'thresholds':{'onTrack':0.8,'atRisk':0.5},'advanced':true,"
                    + "'capacity':{'members':7,'hoursPerDay':7.5,'focusShare':0.6}}"));
    Unit created = store.unit(3).orElseThrow();
    assertThat(created.projectIds()).containsExactly(100L);
    assertThat(created.openness()).isEqualTo(Openness.EVERYONE);
  }

  @Test
  public void editsAUnit() {
    Response response =
        resource.edit(
            Site.request(),
            "2",
            """
            {"version":1,"name":"Mobile app","parentId":1,"projects":[{"id":100}],
             "lead":{"key":""}}
            """);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response).get("name").textValue()).isEqualTo("Mobile app");
    assertThat(store.unit(2).orElseThrow().projectIds()).containsExactly(100L, 999L);
  }

  @Test
  public void answersAConflictWithWhatIsStoredNow() {
    resource.edit(Site.request(), "2", "{\"version\":1,\"name\":\"New\",\"parentId\":1}");
    Response response =
        resource.edit(Site.request(), "2", "{\"version\":1,\"name\":\"X\",\"parentId\":1}");
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(json(response).get("current").get("name").textValue()).isEqualTo("New");
    assertThat(resource.assign(Site.request(), "2", "{\"version\":1,\"roles\":[]}").getStatus())
        .isEqualTo(409);
  }

  @Test
  public void namesWhatIsWrong() {
    Response response =
        resource.edit(
            Site.request(),
            "2",
            """
            {"version":1,"name":"X","parentId":1,"boss":"anna","lead":{"key":1},
             "settings":{"cadence":{"every":"NEVER","hour":1.5},"capacity":[]}}
            """);
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response).get("errors").fieldNames())
        .toIterable()
        .containsOnly(
            "boss",
            "lead.key",
            "settings.cadence.every",
            "settings.cadence.hour",
            "settings.capacity");
    assertThat(
            json(
                resource.edit(
                    Site.request(),
                    "2",
                    """
                    {"version":1,"name":"X","parentId":1,"projects":[{"key":"SEC"}],
                     "settings":{}}
                    """)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'projects':'noProject[SEC]'}}"));
  }

  @Test
  public void archivesAndRestores() {
    store.grant(company, Role.CHAMPION, ANNA);
    Response archived = resource.archive(Site.request(), "2", "{\"version\":1}");
    assertThat(archived.getStatus()).isEqualTo(200);
    assertThat(json(archived).get("archived").booleanValue()).isTrue();
    assertThat(
            json(resource.restore(Site.request(), "2", "{\"version\":2}"))
                .get("archived")
                .booleanValue())
        .isFalse();
    assertThat(resource.restore(Site.request(), "2", "{\"version\":2}").getStatus()).isEqualTo(409);
    assertThat(resource.archive(Site.request(), "2", "{\"version\":1}").getStatus()).isEqualTo(409);
    assertThat(resource.archive(Site.request(), "1", "{\"version\":1}").getStatus()).isEqualTo(400);
    assertThat(resource.archive(Site.request(), "2", "{}").getStatus()).isEqualTo(400);
  }

  @Test
  public void showsAndReplacesRoles() {
    when(site.access.groupExists("developers")).thenReturn(true);
    assertThat(json(resource.roles("2")))
        .isEqualTo(
            json(
                "{'version':1,'roles':[{'role':'LEAD',"
                    + "'person':{'key':'anna','name':'Name anna'},'group':null}]}"));
    Response response =
        resource.assign(
            Site.request(),
            "2",
            """
            {"version":1,"roles":[{"role":"LEAD","person":{"key":"anna","name":"A"},
             "group":null},{"role":"VIEWER","person":null,"group":"developers"}]}
            """);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'version':2,'roles':[{'role':'LEAD',"
                    + "'person':{'key':'anna','name':'Name anna'},'group':null},"
                    + "{'role':'VIEWER','person':null,'group':'developers'}]}"));
  }

  @Test
  public void namesRolesThatAreWrong() {
    assertThat(
            json(
                resource.assign(
                    Site.request(),
                    "2",
                    """
                    {"version":1,"roles":[{"role":"LEAD","person":{"key":"anna"}},
                     {"role":"VIEWER"}]}
                    """)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'roles[1].person':'role.holder'}}"));
    assertThat(
            json(
                resource.assign(
                    Site.request(),
                    "2",
                    "{\"version\":1,\"roles\":[{\"role\":\"KING\",\"group\":\"g\"}]}")))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'roles[0].role':"
                    + "'noWord[VIEWER, CONTRIBUTOR, LEAD, CHAMPION, EXECUTIVE]'}}"));
  }

  @Test
  public void knowsWhoMayNot() {
    store.grant(company, Role.VIEWER, new Person("bert"));
    when(site.signedIn.person()).thenReturn(Optional.of(new Person("bert")));
    assertThat(resource.roles("1").getStatus()).isEqualTo(403);
    assertThat(resource.roles("2").getStatus()).isEqualTo(404);
    assertThat(
            resource.create(Site.request(), "{\"name\":\"X\",\"level\":\"COMPANY\"}").getStatus())
        .isEqualTo(403);
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(resource.all().getStatus()).isEqualTo(401);
    assertThat(UnitsResource.class).hasAnnotation(LicensedOnly.class);
  }
}
