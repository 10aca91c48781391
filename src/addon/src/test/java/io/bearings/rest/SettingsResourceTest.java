package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.flow.StatusCategory;
import io.bearings.jira.Health;
import io.bearings.jira.HealthReport;
import io.bearings.jira.JobStates;
import io.bearings.jira.NodeHealth;
import io.bearings.jira.Storage;
import io.bearings.okr.ErrorLog;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Thresholds;
import io.bearings.progress.IssueState;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.site.Warning;
import io.bearings.site.Warnings;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class SettingsResourceTest {
  private static final String SAVED =
      "{'storyPointField':null,'outOfScopeResolutions':['10001'],'inProgressCredit':25.0,"
          + "'thresholds':{'onTrack':0.90,'atRisk':0.70},'holidays':[],"
          + "'individualObjectives':false,'weekStart':'MONDAY','functionLimit':10000,"
          + "'choices':{'fields':[{'id':'customfield_1','name':'Points'}],"
          + "'resolutions':[{'id':'10001','name':'Duplicate'}]}}";

  private static final String HERE =
      "'node':'node1','jobs':[{'name':'bearings-mail','result':'DONE',"
          + "'began':'1970-01-01T00:00:00Z','millis':12,'next':'1970-01-01T00:01:00Z'}],";
  private static final String FAILED =
      "'errors':[{'at':'1970-01-01T00:00:00Z','what':'Job x','cause':'java.lang.Error',"
          + "'times':3}]}";

  private final Site site = new Site();
  private final SettingsResource resource = new SettingsResource(site.answers, site.administration);

  @Before
  public void annaAdministers() {
    when(site.access.administers(ANNA)).thenReturn(true);
    when(site.settings.numericFields())
        .thenReturn(List.of(new SiteSettings.Choice("customfield_1", "Points")));
    when(site.settings.resolutions())
        .thenReturn(List.of(new SiteSettings.Choice("10001", "Duplicate")));
  }

  @Test
  public void showsTheSettings() {
    assertThat(json(resource.settings())).isEqualTo(json(SAVED));
  }

  @Test
  public void savesTheSettings() {
    Response response =
        resource.save(
            "{\"storyPointField\":\"customfield_1\",\"outOfScopeResolutions\":[],"
                + "\"inProgressCredit\":50}");
    assertThat(response.getStatus()).isEqualTo(200);
    verify(site.settings)
        .save(new Settings(Optional.of("customfield_1"), Set.of(), new BigDecimal("0.5")));
  }

  @Test
  public void savesTheRulesOfAllUnits() {
    Response response =
        resource.save(
            """
            {"outOfScopeResolutions":["10001"],"inProgressCredit":25,"holidays":["2026-12-25"],
             "thresholds":{"onTrack":0.8,"atRisk":0.5},"individualObjectives":true,
             "weekStart":"SUNDAY","functionLimit":500}
            """);
    assertThat(response.getStatus()).isEqualTo(200);
    verify(site.settings)
        .save(
            new Settings(
                Optional.empty(),
                Set.of("10001"),
                new BigDecimal("0.25"),
                new SiteRules(
                    new Thresholds(new BigDecimal("0.8"), new BigDecimal("0.5")),
                    List.of(LocalDate.parse("2026-12-25")),
                    true,
                    DayOfWeek.SUNDAY),
                500));
    verify(site.weeks).changed();
  }

  @Test
  public void namesTheSettingsThatAreWrong() {
    Response response =
        resource.save(
            "{\"storyPointField\":\"x\",\"outOfScopeResolutions\":[\"1\"],"
                + "\"inProgressCredit\":101,\"functionLimit\":0}");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'storyPointField':'noSuchField[x]',"
                    + "'outOfScopeResolutions':'noSuchResolution[1]',"
                    + "'inProgressCredit':'percent','functionLimit':'wholeNumber[1, 100000]'}}"));
    assertThat(json(resource.save("{\"choices\":{}}")))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'outOfScopeResolutions':'required',"
                    + "'inProgressCredit':'required','choices':'unknownField'}}"));
    verify(site.settings, never()).save(any());
  }

  @Test
  public void readsLinkedIssuesAgain() {
    when(site.links.linkedIssuesAfter(anyLong(), anyInt())).thenReturn(Map.of(5L, 3), Map.of());
    IssueState issue =
        new IssueState(
            5, "DEMO-5", 1, StatusCategory.DONE, Optional.empty(), Optional.empty(), Instant.EPOCH);
    when(site.issues.states(Set.of(5L))).thenReturn(List.of(issue));
    when(site.links.rewrite(List.of(issue))).thenReturn(2);
    assertThat(json(resource.readAgain())).isEqualTo(json("{'links':3,'changed':2}"));
  }

  @Test
  public void refusesEverybodyElse() {
    when(site.access.administers(ANNA)).thenReturn(false);
    assertThat(resource.settings().getStatus()).isEqualTo(403);
    assertThat(resource.readAgain().getStatus()).isEqualTo(403);
    assertThat(resource.save("{\"outOfScopeResolutions\":[],\"inProgressCredit\":0}").getStatus())
        .isEqualTo(403);
    verify(site.settings, never()).save(any());
  }

  @Test
  public void reportsHealth() {
    Health health = mock(Health.class);
    NodeHealth node = mock(NodeHealth.class);
    when(node.report(ANNA))
        .thenReturn(
            new NodeHealth.Report(
                "node1",
                List.of(
                    new JobStates.State(
                        "bearings-mail",
                        Duration.ofMinutes(1),
                        JobStates.Result.DONE,
                        Optional.of(Instant.EPOCH),
                        Optional.of(Duration.ofMillis(12)))),
                List.of(new ErrorLog.Entry(Instant.EPOCH, "Job x", "java.lang.Error", 3))));
    Warnings warnings = mock(Warnings.class);
    when(warnings.all(ANNA))
        .thenReturn(
            List.of(
                new Warning(
                    Warning.Kind.UNITS_WITHOUT_LEAD,
                    List.of(new Warning.Subject("5", "Name")),
                    1)));
    HealthResource healthResource = new HealthResource(site.answers, health, node, warnings);
    when(health.report(ANNA))
        .thenReturn(
            new HealthReport(
                "11.3.1",
                "0.1.0",
                "H2 2.3",
                HealthReport.State.UP,
                Optional.empty(),
                HealthReport.Software.THERE,
                List.of(),
                Map.of("LINK", new Storage.Size(7, true), "UPKEEP", new Storage.Size(900, false))))
        .thenReturn(
            new HealthReport(
                "11.3.1",
                "0.1.0",
                "",
                HealthReport.State.DOWN,
                Optional.of(Message.of("bearings.error.missing", "com.example.Gone")),
                HealthReport.Software.THERE,
                List.of("com.example.Gone"),
                Map.of()))
        .thenThrow(new Refusal.Forbidden());
    assertThat(json(healthResource.report()))
        .isEqualTo(
            json(
                "{'jiraVersion':'11.3.1','addOnVersion':'0.1.0','database':'H2 2.3',"
                    + "'state':'UP','reason':null,'software':'THERE','missing':[],'tables':{'LINK':7,'UPKEEP':900},"
                    + "'atMost':['UPKEEP'],"
                    + HERE
                    + "'warnings':[{'kind':'UNITS_WITHOUT_LEAD','subjects':['5'],'count':1}],"
                    + FAILED));
    assertThat(json(healthResource.report()))
        .isEqualTo(
            json(
                "{'jiraVersion':'11.3.1','addOnVersion':'0.1.0','database':'','state':'DOWN',"
                    + "'reason':'missing[com.example.Gone]','software':'THERE','missing':['com.example.Gone'],"
                    + "'tables':{},'atMost':[],"
                    + HERE
                    + "'warnings':[],"
                    + FAILED));
    assertThat(healthResource.report().getStatus()).isEqualTo(403);
  }

  @Test
  public void everyResourceSaysWhoMayCallIt() {
    for (Class<?> type : List.of(SettingsResource.class, HealthResource.class)) {
      assertThat(type).hasAnnotations(AdminOnly.class, Path.class);
    }
    for (Class<?> type :
        List.of(ObjectivesResource.class, KeyResultsResource.class, IssuesResource.class)) {
      assertThat(type).hasAnnotations(LicensedOnly.class, Path.class);
    }
  }
}
