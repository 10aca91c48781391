package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Okrs;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.progress.DueCheckIns;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class CheckInsDueResourceTest {
  private final Site site = new Site();
  private final DueCheckIns due = mock(DueCheckIns.class);
  private final CheckInsDueResource resource = new CheckInsDueResource(site.answers, due);

  private static DueCheckIns.Due waiting(Placed placed) {
    return new DueCheckIns.Due(
        placed, Site.KEY_RESULT, "Name anna", "Team", LocalDate.parse("2026-11-16"), 6, true, true);
  }

  @Test
  public void givesWhatWaitsInAUnit() {
    when(due.ofUnit(ANNA, 3))
        .thenReturn(
            new DueCheckIns.Waiting(
                Optional.of(Site.TEAM),
                List.of(waiting(Okrs.placed(Site.OBJECTIVE, Okrs.QUARTER))),
                7,
                2));
    assertThat(json(resource.due("3", "false")))
        .isEqualTo(
            json(
                """
                {"unit":{"id":3,"name":"Team"},"total":7,"overdue":2,"checkIns":[
                 {"keyResult":{"id":34,"key":"KR-34","title":"Fewer alarms"},
                  "objective":{"id":12,"key":"O-12","title":"<b>Calm</b> nights"},
                  "unit":{"id":3,"name":"Team"},"cycle":{"id":%d,"name":"Q4"},
                  "owner":{"key":"anna","name":"Name anna"},
                  "due":"2026-11-16","days":6,"overdue":true,"mayCheckIn":true}]}
                """
                    .formatted(Okrs.QUARTER.id())));
  }

  @Test
  public void givesWhatWaitsForThePersonWhoAsks() {
    when(due.ofPerson(ANNA))
        .thenReturn(
            new DueCheckIns.Waiting(
                Optional.empty(), List.of(waiting(Okrs.placed(Site.OBJECTIVE))), 1, 1));
    assertThat(json(resource.due(null, "true")).path("unit").isNull()).isTrue();
    assertThat(json(resource.due("", "true")).at("/checkIns/0/cycle").isNull()).isTrue();
  }

  @Test
  public void oneOfTheTwoIsAskedFor() {
    assertThat(resource.due(null, "false").getStatus()).isEqualTo(400);
    assertThat(json(resource.due("3", "true")).at("/errors/unit").asText())
        .isEqualTo("checkIns.unitOrMine");
    assertThat(resource.due("x", "false").getStatus()).isEqualTo(400);
  }

  @Test
  public void aUnitThatOneMayNotSeeIsNotThere() {
    when(due.ofUnit(ANNA, 9)).thenThrow(new Refusal.NotFound("9"));
    assertThat(resource.due("9", "false").getStatus()).isEqualTo(404);
  }
}
