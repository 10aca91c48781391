package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.coach.Coach;
import io.bearings.coach.Finding;
import io.bearings.coach.Language;
import io.bearings.coach.ObjectiveText;
import io.bearings.kpi.KpiSheets;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Okrs;
import io.bearings.okr.Refusal;
import io.bearings.okr.Rulebook;
import io.bearings.progress.SharedWork;
import io.bearings.review.KpiKnowledge;
import io.bearings.review.KpiPasts;
import io.bearings.review.UnitHealth;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class CoachResourceTest {
  private static final Cycle CYCLE =
      new Cycle(
          7,
          1,
          "Q4 2026",
          LocalDate.of(2026, 10, 1),
          LocalDate.of(2026, 12, 31),
          CycleState.ACTIVE,
          CycleKind.CALENDAR,
          CycleLength.QUARTER,
          Optional.empty(),
          Optional.empty(),
          1);

  private final Site site = new Site();
  private final UnitHealth health = mock(UnitHealth.class);
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final CoachResource resource =
      new CoachResource(
          site.answers,
          site.signedIn,
          new Coach(),
          new KpiKnowledge(
              sheets,
              mock(KpiPasts.class),
              site.objectives,
              site.standpoints,
              mock(Rulebook.class),
              site.people,
              site.clock),
          health);

  @Before
  public void readInEnglish() {
    when(site.signedIn.locale()).thenReturn(Locale.UK);
  }

  @Test
  public void judgesAnObjective() {
    Response response =
        resource.objective(
            """
            {"title":"Launch the partner portal","why":"TBD","kind":"ASPIRATIONAL",
             "keyResults":[{"title":"Ship it","nature":"OUTPUT"},{"title":"","source":"BINARY"}]}
            """);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeaderString("Cache-Control")).contains("no-store");
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'findings':["
                    + "{'rule':'task','severity':'WARNING','reason':'bearings.coach.task',"
                    + "'better':'bearings.coach.task.better','usable':false,"
                    + "'action':'MAKE_INITIATIVE','start':0,'end':6},"
                    + "{'rule':'no-why','severity':'WARNING','reason':'bearings.coach.noWhy',"
                    + "'better':'bearings.coach.noWhy.better','usable':false,'action':null,"
                    + "'start':null,'end':null},"
                    + "{'rule':'few-key-results','severity':'HINT',"
                    + "'reason':'bearings.coach.fewKeyResults','better':null,'usable':false,"
                    + "'action':null,'start':null,'end':null},"
                    + "{'rule':'outputs-only','severity':'WARNING',"
                    + "'reason':'bearings.coach.outputsOnly','better':null,'usable':false,"
                    + "'action':null,'start':null,'end':null}]}"));
  }

  @Test
  public void leavesAloneWhatNobodyHasComeToYet() {
    assertThat(json(resource.objective("{\"title\":\"Calm nights for nurses\"}")))
        .isEqualTo(json("{'findings':[]}"));
    assertThat(json(resource.objective("{\"title\":\"\",\"why\":null,\"keyResults\":null}")))
        .isEqualTo(json("{'findings':[]}"));
    assertThat(rules(resource.objective("{\"title\":\"Calm nights\",\"keyResults\":[]}")))
        .isEqualTo("key-result-count ");
    assertThat(json(resource.keyResult("{}"))).isEqualTo(json("{'findings':[]}"));
  }

  @Test
  public void offersAWordingThatCanBeUsed() {
    JsonNode finding =
        json(resource.objective(
                "{\"title\":\"Leverage robust and holistic tools for small farms\"}"))
            .get("findings")
            .get(0);
    assertThat(finding.get("usable").asBoolean()).isTrue();
    assertThat(finding.get("better").asText())
        .isEqualTo("bearings.coach.wording[Use reliable and whole tools for small farms]");
  }

  @Test
  public void judgesAKeyResultByItsFields() {
    assertThat(rules(resource.keyResult("{\"title\":\"Raise conversion to 5 %\"}")))
        .isEqualTo("no-baseline ");
    assertThat(
            rules(
                resource.keyResult(
                    "{\"title\":\"Raise conversion to 5 %\",\"baseline\":3,\"unit\":\"%\"}")))
        .isEmpty();
    assertThat(
            rules(
                resource.keyResult("{\"title\":\"Thanks\",\"source\":\"EVIDENCE\",\"target\":40}")))
        .isEmpty();
    assertThat(
            rules(
                resource.keyResult(
                    """
                    {"title":"Mood","baseline":1,"target":2,"kind":"ASPIRATIONAL","confidence":9}
                    """)))
        .isEqualTo("too-certain ");
  }

  @Test
  public void judgesWithTheReadersLanguageWhatDoesNotShowItsOwn() {
    String title = "{\"title\":\"Performance\"}";
    assertThat(rules(resource.objective(title))).isEqualTo("kpi-name ");
    when(site.signedIn.locale()).thenReturn(Locale.GERMANY);
    assertThat(rules(resource.objective("{\"title\":\"Auslastung\"}"))).isEqualTo("kpi-name ");
    assertThat(rules(resource.objective("{\"title\":\"Improve our processes\"}")))
        .isEqualTo("flat ");
  }

  @Test
  public void reportsOnAUnit() {
    Objective objective = Okrs.objective(12, 3, "Launch the partner portal", "why", "anna", 1);
    Finding task = new Coach().objective(ObjectiveText.of(objective.title()), Language.EN).get(0);
    Finding none = new Coach().objective(ObjectiveText.of("Velocity"), Language.EN).get(0);
    when(health.of(Site.ANNA, 3, 7, Language.EN))
        .thenReturn(
            new UnitHealth.Report(
                Site.TEAM,
                CYCLE,
                1,
                2,
                List.of(
                    new UnitHealth.About(none, Optional.empty(), Optional.empty()),
                    new UnitHealth.About(task, Optional.of(objective), Optional.empty())),
                List.of(Message.of("bearings.coach.fine.owners")),
                List.of(
                    new UnitHealth.Twice(
                        Okrs.keyResult(34, 12, Okrs.manual("Alarms", "0", "1"), 1),
                        SharedWork.Relation.CHILD,
                        Optional.empty(),
                        2))));

    JsonNode report = json(resource.unit("3", "7"));
    assertThat(report.get("unit")).isEqualTo(json("{'id':3,'name':'Team'}"));
    assertThat(report.get("cycle")).isEqualTo(json("{'id':7,'name':'Q4 2026'}"));
    assertThat(report.get("warnings").asInt()).isEqualTo(2);
    assertThat(report.get("hints").asInt()).isZero();
    assertThat(report.get("judged").asInt()).isEqualTo(1);
    assertThat(report.get("hidden").asInt()).isEqualTo(2);
    assertThat(report.get("findings").get(0).get("objective").isNull()).isTrue();
    assertThat(report.get("findings").get(1).get("objective"))
        .isEqualTo(json("{'id':12,'key':'O-12','title':'Launch the partner portal'}"));
    assertThat(report.get("findings").get(1).get("finding").get("rule").asText()).isEqualTo("task");
    assertThat(report.get("fine")).isEqualTo(json("['bearings.coach.fine.owners']"));
    assertThat(report.get("doubles"))
        .isEqualTo(
            json(
                "[{'keyResult':{'id':34,'key':'KR-34','title':'Alarms'},'relation':'CHILD',"
                    + "'other':null,'issues':2}]"));
  }

  @Test
  public void aReportNeedsACycleThatThereIs() {
    assertThat(json(resource.unit("3", null)).get("errors").has("cycle")).isTrue();
    assertThat(json(resource.unit("3", "x")).get("errors").has("cycle")).isTrue();
    assertThat(resource.unit("mobile", "7").getStatus()).isEqualTo(404);
    when(health.of(Site.ANNA, 3, 8, Language.EN)).thenThrow(new Refusal.NotFound("8"));
    assertThat(resource.unit("3", "8").getStatus()).isEqualTo(404);
  }

  @Test
  public void namesEveryFieldThatItDoesNotKnow() {
    Response response =
        resource.objective(
            "{\"title\":\"t\",\"owner\":1,\"kind\":\"NICE\",\"keyResults\":[{\"aim\":2}]}");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'kind':'noWord[ASPIRATIONAL, COMMITTED]',"
                    + "'owner':'unknownField','keyResults[0].aim':'unknownField'}}"));
    assertThat(resource.keyResult("{\"title\":\"t\",\"why\":\"w\"}").getStatus()).isEqualTo(400);
    assertThat(resource.objective("{").getStatus()).isEqualTo(400);
  }

  @Test
  public void refusesWhatIsTooLongOrTooLarge() {
    String longTitle = "\"title\":\"" + "x".repeat(256) + "\"";
    Response objective =
        resource.objective(
            "{"
                + longTitle
                + ",\"why\":\""
                + "x".repeat(2_001)
                + "\",\"keyResults\":[{"
                + longTitle
                + "}]}");
    assertThat(objective.getStatus()).isEqualTo(400);
    assertThat(json(objective))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'why':'tooLong[2000, 2001]',"
                    + "'title':'tooLong[255, 256]','keyResults[0].title':'tooLong[255, 256]'}}"));
    Response keyResult =
        resource.keyResult(
            "{\"title\":\"a\\u0007\",\"baseline\":1e308,\"target\":-1e999999999,\"unit\":\""
                + "x".repeat(51)
                + "\",\"confidence\":10.5}");
    assertThat(keyResult.getStatus()).isEqualTo(400);
    assertThat(json(keyResult))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'title':'character',"
                    + "'baseline':'tooLarge[1000000000000000]',"
                    + "'target':'tooLarge[1000000000000000]','unit':'tooLong[50, 51]',"
                    + "'confidence':'bearings.coach.error.confidence'}}"));
    assertThat(resource.keyResult("{\"confidence\":11}").getStatus()).isEqualTo(400);
    assertThat(resource.keyResult("{\"confidence\":-1}").getStatus()).isEqualTo(400);
    assertThat(resource.keyResult("{\"confidence\":10,\"baseline\":1e-99999}").getStatus())
        .isEqualTo(200);
    String many = "{\"title\":\"t\"},".repeat(50) + "{\"title\":\"t\"}";
    assertThat(json(resource.objective("{\"keyResults\":[" + many + "]}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'keyResults':'tooMany[50]'}}"));
  }

  @Test
  public void computesWithNumbersOfAnySize() {
    assertThat(
            rules(
                resource.keyResult(
                    "{\"title\":\"Calls fall by 30 % and by 5\",\"baseline\":1e-999999}")))
        .isEmpty();
  }

  @Test
  public void answers401ToNobody() {
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(resource.objective("{}").getStatus()).isEqualTo(401);
    assertThat(json(resource.keyResult("{}")))
        .isEqualTo(json("{'errorMessages':['logIn'],'errors':{}}"));
  }

  private static String rules(Response response) {
    assertThat(response.getStatus()).isEqualTo(200);
    StringBuilder rules = new StringBuilder();
    json(response).get("findings").forEach(each -> rules.append(each.get("rule").asText() + " "));
    return rules.toString();
  }
}
