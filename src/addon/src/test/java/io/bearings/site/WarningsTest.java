package io.bearings.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.Network;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.kpi.metric.MeasuredProjects;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Units;
import io.bearings.progress.Checking;
import io.bearings.progress.Recounts;
import io.bearings.progress.WorkLink;
import io.bearings.progress.WorkLinks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;

public class WarningsTest {
  private static final Person ADMIN = new Person("admin");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final Checking checking = mock(Checking.class);
  private final WorkLinks links = mock(WorkLinks.class);
  private final MeasuredProjects measured = mock(MeasuredProjects.class);
  private final SeeingToActs acts = mock(SeeingToActs.class);
  private final Units units = mock(Units.class);
  private final Warnings warnings =
      new Warnings(checking, links, measured, acts, units, Clock.fixed(NOW, ZoneOffset.UTC));

  private static Deliveries.Entry call(long kpi, Instant at, int status) {
    return new Deliveries.Entry(
        1,
        new Deliveries.Delivery(
            3,
            kpi,
            Happening.OPENED,
            "https://e/h",
            at,
            12,
            new Network.Answer(Optional.of(status), "")));
  }

  private static Unit unit(long id, Optional<String> lead, boolean archived) {
    return new Unit(
        id,
        "Unit " + id,
        UnitLevel.TEAM,
        Optional.empty(),
        lead,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        archived,
        1);
  }

  private static WorkLink query(long keyResult, Optional<String> problem) {
    WorkLink query = mock(WorkLink.class);
    when(query.keyResultId()).thenReturn(keyResult);
    when(query.problem()).thenReturn(problem);
    return query;
  }

  private static MeasuredProjects.Progress reading(long project, MeasuredProjects.State state) {
    return new MeasuredProjects.Progress(project, state, 0, 1, 2, Optional.empty(), NOW, 1);
  }

  @Test
  public void aSiteInOrderHasNone() {
    when(units.all()).thenReturn(List.of(unit(5, Optional.of("anna"), false)));
    List<WorkLink> queries = List.of(query(7, Optional.empty()));
    when(links.queries(anyLong(), anyInt())).thenReturn(queries);
    when(measured.unfinished()).thenReturn(List.of(reading(100, MeasuredProjects.State.WAITING)));
    when(acts.allDeliveries(any(), anyLong()))
        .thenReturn(List.of(call(7, NOW, 204), call(8, NOW.minusSeconds(2 * 86_400), 500)));
    assertThat(warnings.all(ADMIN)).isEmpty();
  }

  @Test
  public void saysWhatIsWrongWithWhat() {
    when(units.all())
        .thenReturn(
            List.of(
                unit(5, Optional.empty(), false),
                unit(6, Optional.empty(), true),
                unit(7, Optional.of("anna"), false)));
    List<WorkLink> queries =
        List.of(
            query(7, Optional.of("gone")),
            query(7, Optional.of("gone")),
            query(8, Optional.empty()));
    when(links.queries(anyLong(), anyInt())).thenReturn(queries);
    when(measured.unfinished()).thenReturn(List.of(reading(100, MeasuredProjects.State.FAILED)));
    when(acts.allDeliveries(any(), anyLong()))
        .thenReturn(List.of(call(7, NOW, 500), call(7, NOW, 500), call(9, NOW, 200)));
    Recounts.Difference difference = mock(Recounts.Difference.class);
    when(difference.keyResultId()).thenReturn(34L);
    when(checking.last(ADMIN))
        .thenReturn(
            Optional.of(
                new Checking.Check(LocalDate.EPOCH, NOW, 1, 200, false, List.of(difference))));

    assertThat(warnings.all(ADMIN))
        .containsExactly(
            new Warning(
                Warning.Kind.STORED_FIGURES, List.of(new Warning.Subject("KR-34", "KR-34")), 1),
            new Warning(Warning.Kind.QUERIES, List.of(new Warning.Subject("KR-7", "KR-7")), 1),
            new Warning(Warning.Kind.READING, List.of(new Warning.Subject("100", "100")), 1),
            new Warning(Warning.Kind.CALLS, List.of(new Warning.Subject("KPI-7", "KPI-7")), 1),
            new Warning(
                Warning.Kind.UNITS_WITHOUT_LEAD, List.of(new Warning.Subject("5", "Unit 5")), 1));
  }

  @Test
  public void namesSomeAndCountsAll() {
    when(units.all())
        .thenReturn(
            LongStream.rangeClosed(1, 30)
                .mapToObj(id -> unit(id, Optional.empty(), false))
                .toList());
    Warning warning = warnings.all(ADMIN).get(0);
    assertThat(warning.subjects()).hasSize(Warnings.NAMED);
    assertThat(warning.count()).isEqualTo(30);
  }
}
