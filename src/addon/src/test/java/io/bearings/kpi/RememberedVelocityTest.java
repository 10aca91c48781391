package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.kpi.metric.Metrics;
import io.bearings.okr.Person;
import io.bearings.okr.TeamBoards;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class RememberedVelocityTest {
  private static final TeamBoards NO_BOARD = new TeamBoards(Set.of(), Set.of(100L));
  private static final RememberedVelocity.Asked ANN =
      new RememberedVelocity.Asked(new Person("ann"), 3, Set.of(100L), NO_BOARD);

  private Instant now = Instant.parse("2026-11-23T10:00:00Z");
  private final RememberedVelocity remembered =
      new RememberedVelocity(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });
  private final KpiWork.TeamVelocity velocity =
      new KpiWork.TeamVelocity(
          new Metrics.Velocity(true, List.of(), Optional.empty()), Filling.NONE);

  @Test
  public void tellsForFiveMinutesWhatItWasTold() {
    assertThat(remembered.of(ANN)).isEmpty();
    remembered.put(ANN, velocity);
    now = now.plusSeconds(300);
    assertThat(remembered.of(ANN)).contains(velocity);
    now = now.plusSeconds(1);
    assertThat(remembered.of(ANN)).isEmpty();
  }

  @Test
  public void aClockThatWasPutBackKeepsNothing() {
    remembered.put(ANN, velocity);
    now = now.minusSeconds(60);
    assertThat(remembered.of(ANN)).isEmpty();
  }

  @Test
  public void toldToOnePersonItIsNotToldToAnother() {
    remembered.put(ANN, velocity);
    assertThat(
            remembered.of(
                new RememberedVelocity.Asked(new Person("bob"), 3, Set.of(100L), NO_BOARD)))
        .isEmpty();
  }

  @Test
  public void forgetsTheOldestWhenThereAreTooMany() {
    remembered.put(ANN, velocity);
    for (int unit = 100; unit < 600; unit++) {
      remembered.put(
          new RememberedVelocity.Asked(new Person("ann"), unit, Set.of(100L), NO_BOARD), velocity);
    }
    assertThat(remembered.of(ANN)).isEmpty();
  }
}
