package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static io.bearings.rest.Site.part;
import static io.bearings.rest.Site.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.connect.ValueExport;
import io.bearings.connect.ValueImport;
import io.bearings.kpi.BreachNews;
import io.bearings.kpi.Computing;
import io.bearings.kpi.FormulaEditing;
import io.bearings.kpi.InputsInForce;
import io.bearings.kpi.Judging;
import io.bearings.kpi.KpiOverview;
import io.bearings.kpi.KpiPeriods;
import io.bearings.kpi.KpiPlanning;
import io.bearings.kpi.KpiSight;
import io.bearings.kpi.KpiTemplates;
import io.bearings.kpi.KpisInMemory;
import io.bearings.kpi.Measuring;
import io.bearings.kpi.Pushing;
import io.bearings.kpi.Responding;
import io.bearings.kpi.StatedInputs;
import io.bearings.kpi.StatingInputs;
import io.bearings.kpi.TokensInMemory;
import io.bearings.kpi.UnitInputs;
import io.bearings.kpi.WorkFigures;
import io.bearings.okr.SiteRules;
import io.bearings.talk.Annotating;
import io.bearings.talk.Annotations;
import io.bearings.talk.Sight;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class KpisResourceTest {
  private static final String SHEET =
      "{'unitId':3,'name':'Calls','frequency':'DAILY','target':{'value':50},"
          + "'critical':{'value':40},'measure':{'kind':'NUMBER'}}";

  private final Site site = new Site();
  private final KpisInMemory store = new KpisInMemory();
  private final WorkFigures figures = mock(WorkFigures.class);
  private final StatedInputs stated = mock(StatedInputs.class);
  private final KpiPeriods periods = new KpiPeriods(figures, () -> SiteRules.DEFAULT);
  private final Computing computing =
      new Computing(
          figures,
          store,
          store,
          new InputsInForce(stated, site.units),
          site.units,
          () -> SiteRules.DEFAULT,
          periods);
  private final Judging judging =
      new Judging(
          store,
          store,
          store,
          store,
          computing,
          mock(BreachNews.class),
          () -> SiteRules.DEFAULT,
          site.clock);
  private final KpiSight sight = new KpiSight(store, site.standpoints);
  private final FormulaEditing editing = new FormulaEditing(sight, store, figures, site.settings);
  private final KpiOverview overview =
      new KpiOverview(sight, store, store, store, store, periods, computing, site.clock);
  private final KpiViews views =
      new KpiViews(site.answers, overview, site.objectives, site.standpoints, site.people);
  private final Measuring measuring =
      new Measuring(sight, store, store, judging, periods, site.clock);
  private final Pushing pushing =
      new Pushing(sight, store, new TokensInMemory(), measuring, site.clock);
  private final KpisResource kpis =
      new KpisResource(
          site.answers,
          site.writes,
          new KpiPlanning(sight, store, editing, judging, site.objectives, site.people, site.clock),
          overview,
          views,
          new Annotating(
              mock(Sight.class),
              sight,
              mock(Annotations.class),
              site.cycles,
              site.people,
              site.clock),
          site.people);
  private final MeasurementsResource measurements =
      new MeasurementsResource(
          site.answers,
          site.writes,
          measuring,
          new ValueImport(measuring),
          new ValueExport(),
          views);
  private final PushTokensResource tokens = new PushTokensResource(site.answers, pushing, views);
  private final PushResource push = new PushResource(site.answers, pushing);
  private final BreachesResource breaches =
      new BreachesResource(
          site.answers,
          site.writes,
          new Responding(sight, store, store, site.people, site.clock),
          views);
  private final FormulasResource formulas = new FormulasResource(site.answers, editing);
  private final UnitInputsResource inputs =
      new UnitInputsResource(
          site.answers, site.writes, new StatingInputs(sight, stated, site.people, site.clock));

  @Before
  public void nothingIsStated() {
    when(stated.of(anyCollection())).thenReturn(List.of());
    when(figures.problems(any(), anyCollection())).thenReturn(List.of());
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private String create() {
    Response created = kpis.create(request(), quoted(SHEET));
    assertThat(created.getStatus()).isEqualTo(201);
    return json(created).path("id").asText();
  }

  private static void assertPart(Response answer, int status, String expected) {
    JsonNode wanted = json(expected);
    assertThat(answer.getStatus()).as(String.valueOf(answer.getEntity())).isEqualTo(status);
    assertThat(part(json(answer), wanted)).isEqualTo(wanted);
  }

  @Test
  public void createsAndTellsASheetThatCanBeSentBack() {
    String id = create();
    Response one = kpis.one(id);
    assertPart(
        one,
        200,
        "{'key':'KPI-1','unitName':'Team','name':'Calls','owner':{'key':'anna','name':'Name anna'},"
            + "'source':'MANUAL','target':{'value':50,'low':null,'high':null},'mayEdit':true,"
            + "'standing':{'period':{'status':'NO_DATA'},'breach':null,'nextDue':'2026-11-22'}}");
    assertThat(one.getEntityTag().getValue()).isEqualTo("1");
    Response changed =
        kpis.change(
            request(Map.of("If-Match", "\"1\"")),
            id,
            quoted(
                "{'target':{'low':1,'high':5},'critical':null,'direction':'BAND',"
                    + "'reason':'Neither too few'}"));
    assertPart(changed, 200, "{'direction':'BAND','target':{'value':null,'low':1,'high':5}}");
    assertPart(
        kpis.change(request(Map.of("If-Match", "\"1\"")), id, quoted("{'name':'x'}")),
        409,
        "{'current':{'name':'Calls','version':2}}");
    assertPart(
        kpis.history(id, null, "1"),
        200,
        "{'changes':[{'reason':'Neither too few','by':{'key':'anna'}}]}");
  }

  @Test
  public void namesUnknownAndWrongFields() {
    assertPart(
        kpis.create(request(), quoted("{'unitId':3,'name':'x','colour':1,'target':{'value':'y'}}")),
        400,
        "{'errors':{'colour':'unknownField','target.value':'noNumber'}}");
    assertThat(kpis.create(request(), quoted("{'unitId':5,'name':'x'}")).getStatus())
        .isEqualTo(403);
    assertThat(kpis.one("99").getStatus()).isEqualTo(404);
    assertThat(kpis.series("1", "2026-13-01", null, null, null).getStatus()).isEqualTo(400);
  }

  @Test
  public void aRedValueOpensABreachThatIsActedOn() {
    String id = create();
    assertPart(
        measurements.enter(request(), id, quoted("{'on':'2026-11-21','value':12}")),
        201,
        "{'kpi':'KPI-1','added':1,'period':{'status':'RED','closed':true},"
            + "'breach':{'open':true,'mayAct':true},'revisions':[]}");
    JsonNode breach = json(breaches.breaches("3", "true", "true", null, null)).at("/breaches/0");
    String number = breach.path("id").asText();
    assertPart(
        breaches.acknowledge(request(), number, quoted("{'version':1}")),
        200,
        "{'acknowledged':{'by':{'key':'anna'}},'version':2}");
    assertPart(
        breaches.report(
            request(),
            number,
            quoted("{'version':2,'state':'DONE','person':{'key':'bert'},'result':'Done'}")),
        200,
        "{'action':{'state':'DONE','person':{'key':'bert'},'by':{'key':'anna'}}}");
    assertThat(breaches.acknowledge(request(), number, quoted("{'version':1}")).getStatus())
        .isEqualTo(409);
    assertPart(
        kpis.board("3", "false", "false"),
        200,
        "{'mayCreate':true,'kpis':[{'key':'KPI-1','standing':{'breach':{'kpiKey':'KPI-1'}}}]}");
  }

  @Test
  public void bringsInAFileRowByRow() {
    String id = create();
    byte[] wrong = "date,value\n2026-11-20,60\n2026-11-20,61\n".getBytes(StandardCharsets.UTF_8);
    assertPart(
        measurements.run(request(), id, "true", wrong),
        200,
        "{'dryRun':true,'rows':2,'wrong':1,'shown':[{'row':3,'errors':{'date':'kpi.twice'}}],"
            + "'measured':null}");
    assertPart(
        measurements.run(request(), id, "false", wrong),
        400,
        "{'errors':{'rows[3].date':'kpi.twice'}}");
    byte[] right = "date,value\n2026-11-20,60\n".getBytes(StandardCharsets.UTF_8);
    assertPart(measurements.run(request(), id, "false", right), 200, "{'added':1,'same':0}");
    assertPart(measurements.run(request(), id, "false", right), 200, "{'added':0,'same':1}");
    assertPart(measurements.page(id, null), 200, "{'measurements':[{'value':60,'counts':true}]}");
    assertThat(new String((byte[]) measurements.export(id, "csv").getEntity()))
        .contains("2026-11-20,60");
  }

  @Test
  public void otherSystemsPushWithoutAnybodyLoggedIn() {
    String id = create();
    String secret =
        json(tokens.make(request(), id, quoted("{'name':'CI'}"))).path("secret").asText();
    assertPart(tokens.tokens(id), 200, "{'tokens':[{'name':'CI','usedAt':null}]}");
    when(site.signedIn.person()).thenReturn(Optional.empty());
    HttpServletRequest known = request(Map.of(PushResource.TOKEN, secret));
    assertPart(
        push.push(known, id, quoted("{'values':[{'on':'2026-11-20','value':1}]}")),
        200,
        "{'kpi':'KPI-1','added':1,'status':'RED','breach':true,'revised':0}");
    assertPart(push.push(known, id, quoted("{'valeu':1}")), 400, "{'errors':{}}");
    assertThat(push.push(request(), id, quoted("{'value':1}")).getStatus()).isEqualTo(403);
    assertThat(
            push.push(request(Map.of(PushResource.TOKEN, "x")), id, quoted("{'value':1}"))
                .getStatus())
        .isEqualTo(403);
    assertThat(kpis.one(id).getStatus()).isEqualTo(401);
    for (int i = 0; i < WriteLimit.A_MINUTE; i++) {
      push.push(request(), id, "");
    }
    assertThat(push.push(known, id, quoted("{'value':1}")).getStatus()).isEqualTo(429);
  }

  @Test
  public void helpsToWriteFormulas() {
    assertPart(formulas.check(quoted("{'text':'1 +'}")), 200, "{'tidied':null,'quantity':null}");
    assertPart(
        formulas.check(quoted("{'text':'velocity/2','measure':{'kind':'POINTS'}}")),
        200,
        "{'problems':[],'tidied':'velocity / 2','quantity':'points'}");
    JsonNode offered = json(formulas.complete(quoted("{'text':'velo'}")));
    assertThat(offered.at("/candidates/0/name").asText()).isEqualTo("velocity");
    assertThat(formulas.complete(quoted("{'text':'velo','cursor':9}")).getStatus()).isEqualTo(400);
  }

  @Test
  public void theRateIsForThoseWhoStateIt() {
    when(stated.change(any(), any()))
        .thenAnswer(
            call -> {
              UnitInputs changed = call.getArgument(0);
              return Optional.of(changed.atVersion(changed.version() + 1));
            });
    assertPart(
        inputs.state(
            request(), "3", quoted("{'version':0,'hourlyRate':[{'on':'2026-01-01','value':85}]}")),
        200,
        "{'hourlyRate':[{'on':'2026-01-01','value':85}],'budget':[],'mayEdit':true,'version':1}");
    assertPart(
        inputs.state(
            request(), "3", quoted("{'version':0,'spend':[{'on':'2026-01-01','value':-1}]}")),
        400,
        "{'errors':{'spend[0].value':'negative'}}");
    assertPart(inputs.inputs("5"), 200, "{'hourlyRate':null,'mayEdit':false}");
    assertThat(inputs.state(request(), "5", quoted("{'version':0}")).getStatus()).isEqualTo(403);
  }

  @Test
  public void offersTemplates() {
    JsonNode all = json(new KpiTemplatesResource(site.answers, new KpiTemplates()).templates());
    assertThat(all.at("/templates/0/kpi/name").asText()).isEqualTo("On-time delivery rate");
  }

  @Test
  public void aPictureHoldsTheKpiAndWhatCameOfIt() {
    String id = create();
    JsonNode picture = json(kpis.picture(id, null));
    assertThat(picture.at("/kpi/key").asText()).isEqualTo("KPI-" + id);
    assertThat(picture.at("/kpi/unit/name").asText()).isEqualTo("Team");
    assertThat(picture.at("/series/periods").size())
        .isEqualTo(json(kpis.series(id, null, null, null, null)).path("periods").size());
    assertThat(kpis.picture(id, "2999-01-01").getStatus()).isEqualTo(400);
    assertThat(kpis.picture("99", null).getStatus()).isEqualTo(404);
  }
}
