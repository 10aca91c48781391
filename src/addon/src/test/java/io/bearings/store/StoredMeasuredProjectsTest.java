package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.metric.KeptFacts;
import io.bearings.kpi.metric.MeasuredProjects;
import io.bearings.kpi.metric.MeasuredProjects.Progress;
import io.bearings.kpi.metric.MeasuredProjects.State;
import io.bearings.okr.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredMeasuredProjectsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final TestDatabase database;
  private final StoredMeasuredProjects projects;

  public StoredMeasuredProjectsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    projects = new StoredMeasuredProjects(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void whatIsMeasuredForTheFirstTimeWaits() {
    projects.measure(4, Set.of(7L, 8L), 12, NOW);

    assertThat(projects.all()).containsExactlyInAnyOrder(7L, 8L);
    assertThat(projects.progress(List.of(8L, 9L))).containsExactly(waiting(8, 12, 1));
    assertThat(projects.progressOf(4)).containsExactly(waiting(7, 12, 1), waiting(8, 12, 1));
    assertThat(projects.progressOf(99)).isEmpty();
    assertThat(projects.unfinished()).containsExactly(waiting(7, 12, 1), waiting(8, 12, 1));
  }

  @Test
  public void whatIsMeasuredAlreadyCostsOneLook() {
    projects.measure(4, Set.of(7L), 12, NOW);
    finish(7);

    database.statements();
    projects.measure(4, Set.of(7L), 12, NOW);
    assertThat(database.statements()).isEqualTo(1);
    projects.measure(5, Set.of(7L), 6, NOW);
    assertThat(projects.unfinished()).isEmpty();
    assertThat(projects.kpisOf(Set.of(7L, 9L))).containsExactlyInAnyOrder(4L, 5L);
  }

  @Test
  public void whoWantsMoreOfThePastHasItReadAgain() {
    projects.measure(4, Set.of(7L), 12, NOW);
    finish(7);
    projects.measure(5, Set.of(7L), 24, NOW);
    assertThat(projects.unfinished()).extracting(Progress::months).containsExactly(24);

    finish(7);
    projects.measure(5, Set.of(7L), 0, NOW);
    assertThat(projects.unfinished())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.state()).isEqualTo(State.WAITING);
              assertThat(each.months()).isZero();
              assertThat(each.done()).isZero();
            });
    finish(7);
    projects.measure(4, Set.of(7L), 24, NOW);
    assertThat(projects.unfinished()).isEmpty();
  }

  @Test
  public void whatNobodyMeasuresAnyMoreIsForgotten() {
    StoredMetricFacts facts = new StoredMetricFacts(database.database(), Clock.systemUTC());
    projects.measure(4, Set.of(7L, 8L), 12, NOW);
    projects.measure(5, Set.of(8L), 12, NOW);
    facts.keep(List.of(facts(1, 7), facts(2, 8)));

    projects.measure(4, Set.of(), 12, NOW);

    assertThat(projects.all()).containsExactly(8L);
    assertThat(projects.progress(List.of(7L, 8L)))
        .extracting(Progress::projectId)
        .containsExactly(8L);
    assertThat(facts.without(List.of(1L, 2L))).containsExactly(1L);
  }

  @Test
  public void whoOnlyLooksGoesOnMeasuringOthers() {
    projects.measure(MeasuredProjects.NO_KPI, Set.of(7L), 12, NOW);
    projects.measure(MeasuredProjects.NO_KPI, Set.of(8L), 12, NOW);
    projects.measure(MeasuredProjects.NO_KPI, Set.of(7L), 12, NOW);

    assertThat(projects.all()).containsExactlyInAnyOrder(7L, 8L);
  }

  @Test
  public void saysWhetherAnythingWaitsThatDidNot() {
    assertThat(projects.measure(4, Set.of(7L), 12, NOW)).isTrue();
    assertThat(projects.measure(4, Set.of(7L), 12, NOW)).isFalse();
    assertThat(projects.measure(5, Set.of(7L), 12, NOW)).isFalse();
    finish(7);
    assertThat(projects.measure(5, Set.of(7L), 6, NOW)).isFalse();
    assertThat(projects.measure(5, Set.of(7L), 24, NOW)).isTrue();
    assertThat(projects.measure(4, Set.of(), 24, NOW)).isFalse();
  }

  @Test
  public void whatFailedWaitsAgainForTheKpiThatAsks() {
    projects.measure(4, Set.of(7L, 8L), 12, NOW);
    projects.measure(5, Set.of(9L), 12, NOW);
    assertThat(projects.again(4, NOW)).isFalse();
    fail(7);
    fail(9);
    Instant later = NOW.plusSeconds(60);

    assertThat(projects.again(4, later)).isTrue();
    assertThat(projects.again(4, later)).isFalse();
    assertThat(projects.progress(List.of(7L)))
        .containsExactly(new Progress(7, State.WAITING, 12, 2, 3, Optional.empty(), later, 3));
    assertThat(projects.progress(List.of(8L))).containsExactly(waiting(8, 12, 1));
    assertThat(projects.progress(List.of(9L)))
        .extracting(Progress::state)
        .containsExactly(State.FAILED);
  }

  private void fail(long project) {
    Progress now = projects.progress(List.of(project)).get(0);
    Optional<Message> why = Optional.of(Message.of("bearings.error.search"));
    projects.save(new Progress(project, State.FAILED, now.months(), 2, 3, why, NOW, now.version()));
  }

  @Test
  public void whoeverIsSecondSavesNothing() {
    projects.measure(4, Set.of(7L), 12, NOW);
    Progress read = projects.unfinished().get(0);
    Progress failed =
        new Progress(
            7,
            State.FAILED,
            12,
            180,
            4_000,
            Optional.of(Message.of("bearings.error.missing", "a\nname", "other")),
            NOW.plusSeconds(5),
            read.version());

    Progress saved = projects.save(failed).orElseThrow();
    assertThat(saved.version()).isEqualTo(2);
    assertThat(projects.save(failed)).isEmpty();
    assertThat(projects.unfinished())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.state()).isEqualTo(State.FAILED);
              assertThat(each.done()).isEqualTo(180);
              assertThat(each.of()).isEqualTo(4_000);
              assertThat(each.error())
                  .contains(Message.of("bearings.error.missing", "a name", "other"));
              assertThat(each.changed()).isEqualTo(NOW.plusSeconds(5));
            });
  }

  private void finish(long project) {
    Progress now = projects.progress(List.of(project)).get(0);
    projects.save(
        new Progress(
            project, State.DONE, now.months(), 3, 3, Optional.empty(), NOW, now.version()));
  }

  private static Progress waiting(long project, int months, int version) {
    return new Progress(project, State.WAITING, months, 0, 0, Optional.empty(), NOW, version);
  }

  private static KeptFacts facts(long id, long project) {
    return new KeptFacts(
        id,
        project,
        "1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(),
        List.of(),
        NOW,
        true);
  }
}
