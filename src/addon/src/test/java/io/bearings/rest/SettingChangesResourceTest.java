package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.BoardNames;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.SeeingSettingChanges;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges.Entry;
import io.bearings.okr.SettingChanges.Filter;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class SettingChangesResourceTest {
  private final Site site = new Site();
  private final SettingChangesResource resource =
      new SettingChangesResource(
          site.answers,
          new SeeingSettingChanges(
              site.settingChanges, site.units, site.access, mock(BoardNames.class), site.people));

  @Before
  public void annaAdministers() {
    when(site.access.administers(ANNA)).thenReturn(true);
    when(site.units.all()).thenReturn(List.of(Site.TEAM));
  }

  private static Entry entry(long id, Optional<Long> unitId) {
    SettingChange.Subject subject =
        unitId.isPresent() ? SettingChange.Subject.UNIT : SettingChange.Subject.SITE;
    return new Entry(
        id, new SettingChange(subject, unitId, "name", "before", "after"), "bert", Instant.EPOCH);
  }

  private Response changes(String subject, String unit, String by, String cursor) {
    return resource.changes(subject, unit, by, cursor);
  }

  @Test
  public void tellsWhoChangedWhat() {
    when(site.settingChanges.entries(Filter.NONE, Long.MAX_VALUE, SeeingSettingChanges.PAGE))
        .thenReturn(List.of(entry(9, Optional.of(3L)), entry(8, Optional.empty())));
    Response answer = changes(null, " ", "", null);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(json(answer))
        .isEqualTo(
            json(
                "{'changes':[{'id':9,'at':'1970-01-01T00:00:00Z','by':{'key':'bert',"
                    + "'name':'Name bert'},'subject':'UNIT','unitId':3,'unit':'Team',"
                    + "'setting':'name','before':'before','after':'after'},"
                    + "{'id':8,'at':'1970-01-01T00:00:00Z','by':{'key':'bert',"
                    + "'name':'Name bert'},'subject':'SITE','unitId':null,'unit':null,"
                    + "'setting':'name','before':'before','after':'after'}],'next':null}"));
  }

  @Test
  public void eachParameterNarrowsThem() {
    changes("ROLES", "3", "bert", "50");
    verify(site.settingChanges)
        .entries(
            new Filter(
                Optional.of(SettingChange.Subject.ROLES), Optional.of(3L), Optional.of("bert")),
            50,
            SeeingSettingChanges.PAGE);
  }

  @Test
  public void aFullPageSaysWhereItGoesOn() {
    when(site.settingChanges.entries(any(), anyLong(), anyInt()))
        .thenReturn(
            LongStream.iterate(99, id -> id - 1)
                .limit(SeeingSettingChanges.PAGE)
                .mapToObj(id -> entry(id, Optional.empty()))
                .toList());
    assertThat(json(changes(null, null, null, null)).path("next").asText()).isEqualTo("50");
  }

  @Test
  public void namesTheParameterThatIsWrong() {
    Response subject = changes("<b>", null, null, null);
    assertThat(subject.getStatus()).isEqualTo(400);
    assertThat(json(subject).at("/errors/subject").asText())
        .isEqualTo("noWord[SITE, OUTGOING, UNIT, ROLES]");
    assertThat(changes("site", null, null, null).getStatus()).isEqualTo(400);
    Response unit = changes(null, "three", null, null);
    assertThat(unit.getStatus()).isEqualTo(400);
    assertThat(json(unit).path("errors").has("unit")).isTrue();
    JsonNode cursor = json(changes(null, null, null, "x"));
    assertThat(cursor.path("errors").has("cursor")).isTrue();
    verifyNoInteractions(site.settingChanges);
  }

  @Test
  public void isForAdministratorsWhoAreSignedIn() {
    assertThat(SettingChangesResource.class.isAnnotationPresent(AdminOnly.class)).isTrue();
    when(site.access.administers(ANNA)).thenReturn(false);
    assertThat(changes(null, null, null, null).getStatus()).isEqualTo(403);
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(changes(null, null, null, null).getStatus()).isEqualTo(401);
    verifyNoInteractions(site.settingChanges);
  }

  @Test
  public void saysThatTheDatabaseDoesNotAnswer() {
    when(site.settingChanges.entries(any(), anyLong(), anyInt()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.database")));
    assertThat(changes(null, null, null, null).getStatus()).isEqualTo(503);
  }
}
