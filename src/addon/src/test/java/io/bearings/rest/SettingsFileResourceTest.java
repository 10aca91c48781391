package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.connect.acts.Acts;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.HookSecrets;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.kpi.BreachLog;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSight;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Message;
import io.bearings.okr.OrganisationInMemory;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UserNames;
import io.bearings.progress.Settings;
import io.bearings.site.SiteDecisions;
import io.bearings.site.SiteUnits;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class SettingsFileResourceTest {
  private final Site site = new Site();
  private final OutgoingSettings outgoing = mock(OutgoingSettings.class);
  private final OrganisationInMemory units = new OrganisationInMemory(site.access);
  private final BoardNames boards = mock(BoardNames.class);
  private final UserNames users = mock(UserNames.class);
  private final SettingsFileResource resource =
      new SettingsFileResource(
          site.answers,
          new SiteDecisions(
              site.administration,
              new SeeingToActs(
                  mock(Acts.class),
                  mock(BreachLog.class),
                  new KpiSight(mock(KpiSheets.class), site.standpoints),
                  mock(Deliveries.class),
                  mock(HookSecrets.class),
                  outgoing,
                  site.access,
                  site.settingChanges,
                  site.clock),
              new SiteUnits(
                  units, site.access, boards, users, site.people, site.settingChanges, site.clock),
              site.settingChanges,
              new SettingsFile(),
              site.people));

  @Before
  public void annaAdministers() {
    Settings usual = new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO);
    when(site.access.administers(ANNA)).thenReturn(true);
    when(site.settings.current()).thenReturn(usual);
    when(site.settings.usual()).thenReturn(usual);
    when(outgoing.current()).thenReturn(Outgoing.DEFAULT);
    when(site.settingChanges.newest()).thenReturn(41L);
  }

  private static String of(String settings) {
    return "{\"format\":\"bearings-settings\",\"version\":1,\"settings\":{" + settings + "}}";
  }

  private void nothingIsPutInForce() {
    verify(site.settings, never()).save(any());
    verify(outgoing, never()).save(any());
  }

  @Test
  public void givesTheFileOfWhatIsInForce() {
    Response file = resource.file();
    assertThat(file.getStatus()).isEqualTo(200);
    assertThat(file.getHeaderString("Content-Disposition"))
        .isEqualTo("attachment; filename=\"bearings-settings.json\"");
    assertThat(file.getEntity().toString()).contains("\"bearings-settings\"", "inProgressCredit");
  }

  @Test
  public void aDryRunSaysWhatWouldBeDifferentAndPutsNothingInForce() {
    JsonNode answer = json(resource.run("true", null, of("\"plainMail\":true")));
    assertThat(answer)
        .isEqualTo(
            json(
                "{'dryRun':true,'differences':[{'setting':'plainMail',"
                    + "'label':'"
                    + answer.at("/differences/0/label").asText()
                    + "','before':'false','after':'true'}],'units':[],'left':[],'before':'','version':'41'}"));
    nothingIsPutInForce();
  }

  @Test
  public void putsAFileInForceAndGivesTheOneThatTakesItBack() {
    JsonNode answer = json(resource.run("false", "41", of("\"plainMail\":true")));
    assertThat(answer.path("dryRun").asBoolean()).isFalse();
    assertThat(answer.at("/differences/0/setting").asText()).isEqualTo("plainMail");
    assertThat(answer.path("before").asText()).contains("\"plainMail\" : false");
    verify(outgoing).save(new Outgoing(Set.of(), true));
  }

  @Test
  public void aFileThatSaysWhatIsInForceChangesNothing() {
    JsonNode answer = json(resource.run("false", null, of("\"plainMail\":false")));
    assertThat(answer.path("differences")).isEmpty();
    nothingIsPutInForce();
  }

  @Test
  public void namesAllThatIsWrongAndPutsNothingInForce() {
    Response wrong = resource.run("false", null, of("\"holidays\":7,\"nonsense\":1"));
    assertThat(wrong.getStatus()).isEqualTo(400);
    assertThat(json(wrong).path("errors").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("holidays", "nonsense");
    Response credit = resource.run("true", null, of("\"inProgressCredit\":101"));
    assertThat(credit.getStatus()).isEqualTo(400);
    assertThat(json(credit).path("errors").has("inProgressCredit")).isTrue();
    for (String none : new String[] {null, "", "[]", "{", "{\"format\":\"other\"}"}) {
      Response answer = resource.run("false", null, none);
      assertThat(answer.getStatus()).as(String.valueOf(none)).isEqualTo(400);
      assertThat(json(answer).path("errorMessages")).isNotEmpty();
    }
    Response seen = resource.run("false", "newest", of("\"plainMail\":true"));
    assertThat(seen.getStatus()).isEqualTo(400);
    assertThat(json(seen).path("errors").has("seen")).isTrue();
    nothingIsPutInForce();
  }

  private static String withUnits(String... units) {
    return "{\"format\":\"bearings-settings\",\"version\":2,\"settings\":{},\"units\":[\n"
        + String.join(",\n", units)
        + "\n]}";
  }

  private static final String ACME =
      "{\"name\":\"Acme\",\"parent\":[],\"level\":\"COMPANY\",\"cadence.hour\":8}";

  @Test
  public void aDryRunSaysWhatWouldBecomeOfUnitsAndOfThoseThatAreNotNamed() {
    units.unit("Other", UnitLevel.COMPANY, Optional.empty());
    JsonNode answer = json(resource.run("true", null, withUnits(ACME)));
    assertThat(answer.at("/units/0/unit").asText()).isEqualTo("Acme");
    assertThat(answer.at("/units/0/made").asBoolean()).isTrue();
    assertThat(answer.at("/units/0/differences").findValuesAsText("setting"))
        .contains("level", "cadence.hour");
    assertThat(answer.path("left")).hasSize(1);
    assertThat(answer.at("/left/0").asText()).isEqualTo("Other");
    assertThat(units.all()).hasSize(1);
  }

  @Test
  public void makesTheUnitsOfAFileAndGivesTheOneThatTakesItBack() {
    JsonNode answer = json(resource.run("false", "41", withUnits(ACME)));
    assertThat(units.all()).extracting(Unit::name).containsExactly("Acme");
    assertThat(resource.file().getEntity().toString())
        .contains("\"version\" : 2", "\"name\" : \"Acme\"", "\"cadence.hour\" : 8");
    JsonNode back = json(resource.run("false", null, answer.path("before").asText()));
    assertThat(back.at("/units/0/differences/0/setting").asText()).isEqualTo("archived");
    assertThat(units.all()).extracting(Unit::archived).containsExactly(true);
  }

  @Test
  public void namesTheUnitAndTheLineOfAllThatIsWrongAndWritesNothing() {
    Response wrong =
        resource.run(
            "false",
            null,
            withUnits(
                ACME,
                "{\"name\":\"Team\",\"parent\":[\"Acme\"],\"level\":\"TEAM\",\"lead\":\"nobody\"}"));
    assertThat(wrong.getStatus()).isEqualTo(400);
    assertThat(json(wrong).at("/errors").path("units[1].lead").asText())
        .contains("Acme / Team", "3", "nobody");
    assertThat(units.all()).isEmpty();
  }

  @Test
  public void aUnitThatSomebodyElseChangedSinceIsAConflict() {
    Unit acme = units.unit("Acme", UnitLevel.COMPANY, Optional.empty());
    when(site.settingChanges.ofUnitsSince(40))
        .thenReturn(
            List.of(
                new SettingChanges.Entry(
                    41,
                    new SettingChange(
                        SettingChange.Subject.UNIT, Optional.of(acme.id()), "advanced", "", "true"),
                    "bert",
                    Instant.EPOCH)));
    Response answer = resource.run("false", "40", withUnits(ACME));
    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(json(answer).toString()).contains("Name bert", "Acme");
    assertThat(units.all()).containsExactly(acme);
  }

  @Test
  public void whatSomebodyElseChangedSinceIsAConflict() {
    when(site.settingChanges.ofSiteSince(40))
        .thenReturn(
            List.of(
                new SettingChanges.Entry(
                    41,
                    new SettingChange(
                        SettingChange.Subject.OUTGOING, Optional.empty(), "plainMail", "", "true"),
                    "bert",
                    Instant.EPOCH)));
    Response answer = resource.run("false", "40", of("\"plainMail\":true"));
    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(json(answer).at("/current/version").asText()).isEqualTo("41");
    assertThat(json(answer).toString()).contains("Name bert");
    nothingIsPutInForce();
  }

  @Test
  public void isForAdministratorsWhoAreSignedIn() {
    assertThat(SettingsFileResource.class.isAnnotationPresent(AdminOnly.class)).isTrue();
    when(site.access.administers(ANNA)).thenReturn(false);
    assertThat(resource.file().getStatus()).isEqualTo(403);
    assertThat(resource.run("true", null, of("\"plainMail\":true")).getStatus()).isEqualTo(403);
    assertThat(resource.run("false", null, of("\"plainMail\":true")).getStatus()).isEqualTo(403);
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(resource.file().getStatus()).isEqualTo(401);
    assertThat(resource.run("false", null, of("\"plainMail\":true")).getStatus()).isEqualTo(401);
    nothingIsPutInForce();
  }

  @Test
  public void saysThatTheDatabaseDoesNotAnswer() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .when(outgoing)
        .save(any());
    assertThat(resource.run("false", null, of("\"plainMail\":true")).getStatus()).isEqualTo(503);
  }
}
