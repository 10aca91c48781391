package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.kpi.metric.IssueFacts;
import io.bearings.kpi.metric.KeptFacts;
import io.bearings.kpi.metric.MetricFacts.Asked;
import io.bearings.kpi.metric.MetricFacts.Since;
import io.bearings.progress.KeptHistory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredMetricFactsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant CREATED = Instant.parse("2026-01-05T10:00:00Z");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final Since FROM_MARCH = new Since(MARCH.atStartOfDay(BERLIN).toInstant(), MARCH);

  private final TestDatabase database;
  private final StoredHistories histories;
  private final StoredMetricFacts facts;

  public StoredMetricFactsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    histories = new StoredHistories(database.database());
    facts =
        new StoredMetricFacts(
            database.database(), Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), BERLIN));
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
  public void givesBackAllThatWasKeptOfAnIssue() {
    history(1, 7);
    KeptFacts kept =
        new KeptFacts(
            1,
            7,
            "10001",
            Optional.of("anna with a blank"),
            Optional.of(CREATED.plusSeconds(60)),
            Optional.of(LocalDate.of(2026, 1, 6)),
            Optional.of(LocalDate.of(2026, 2, 6)),
            Set.of(12L, 3L),
            List.of(new IssueFacts.Comment(CREATED.plusSeconds(5), "ben and co")),
            List.of(
                new KeptFacts.Logged(MARCH, "ben and co", new BigDecimal("3600")),
                new KeptFacts.Logged(MARCH.plusDays(1), "cleo", BigDecimal.TEN)),
            CREATED.plusSeconds(60),
            false);
    facts.keep(List.of(kept, kept));

    assertThat(all(7))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.history()).isEqualTo(histories.of(List.of(1L)).get(0));
              assertThat(issue.typeId()).isEqualTo("10001");
              assertThat(issue.reporter()).contains("anna with a blank");
              assertThat(issue.resolved()).contains(CREATED.plusSeconds(60));
              assertThat(issue.start()).contains(LocalDate.of(2026, 1, 6));
              assertThat(issue.due()).contains(LocalDate.of(2026, 2, 6));
              assertThat(issue.affected()).containsExactlyInAnyOrder(3L, 12L);
              assertThat(issue.comments()).contains(kept.comments());
              assertThat(issue.worklogs().orElseThrow())
                  .containsExactly(
                      new IssueFacts.Worklog(
                          Instant.parse("2026-02-28T23:00:00Z"),
                          "ben and co",
                          new BigDecimal("3600")),
                      new IssueFacts.Worklog(
                          Instant.parse("2026-03-01T23:00:00Z"), "cleo", BigDecimal.TEN));
            });
  }

  @Test
  public void whatIsKeptAnewTakesThePlaceOfWhatWas() {
    history(1, 7);
    facts.keep(List.of(open(1, 7)));
    facts.keep(List.of(resting(1, 8)));

    assertThat(facts.projectsOf(List.of(1L, 2L))).isEqualTo(Map.of(1L, 8L));
    assertThat(facts.without(List.of(1L, 2L))).containsExactly(2L);
    facts.keep(List.of());
    assertThat(facts.projectsOf(List.of())).isEmpty();
  }

  @Test
  public void anIssueBelongsToEachProjectThatItWasEverIn() {
    history(1, 7);
    history(2, 7, 8);
    history(3, 9, 8);
    facts.keep(List.of(open(1, 7), open(2, 8), open(3, 8)));

    assertThat(ids(asked(7))).containsExactly(1L, 2L);
    assertThat(ids(asked(8))).containsExactly(2L, 3L);
    assertThat(ids(new Asked(Set.of(), Optional.empty(), Set.of(), Set.of()))).isEmpty();
  }

  @Test
  public void anIssueOfWhichOnlyTheHistoryIsKeptIsNotMeasured() {
    history(1, 7);
    history(2, 7);
    facts.keep(List.of(open(2, 7)));

    assertThat(ids(asked(7))).containsExactly(2L);
  }

  @Test
  public void whatRestsCannotMatterUnlessItIsNamed() {
    LongStream.rangeClosed(1, 7).forEach(id -> history(id, 7));
    histories.replace(List.of(new KeptHistory(8, List.of(step(7, Set.of(41L))), Optional.empty())));
    facts.keep(
        List.of(
            resting(1, 7),
            open(2, 7),
            kept(3, 7, Optional.empty(), List.of(), FROM_MARCH.instant(), false),
            kept(4, 7, Optional.of(MARCH), List.of(), CREATED, false),
            kept(5, 7, Optional.of(MARCH.minusDays(1)), List.of(), CREATED, false),
            kept(6, 7, Optional.empty(), List.of(logged(MARCH)), CREATED, false),
            kept(7, 7, Optional.empty(), List.of(logged(MARCH.minusDays(1))), CREATED, false),
            resting(8, 7)));

    assertThat(ids(new Asked(Set.of(7L), Optional.of(FROM_MARCH), Set.of(), Set.of())))
        .containsExactly(2L, 3L, 4L, 6L);
    assertThat(ids(new Asked(Set.of(7L), Optional.of(FROM_MARCH), Set.of(41L), Set.of(3L))))
        .containsExactly(2L, 3L, 4L, 6L, 8L);
    assertThat(ids(asked(7))).hasSize(8);
    assertThat(facts.everInSprint(41)).containsExactly(8L);
  }

  @Test
  public void readsManyIssuesAPartAtATimeWithTwoStatementsEach() {
    List<KeptHistory> many = new ArrayList<>();
    List<KeptFacts> of = new ArrayList<>();
    for (long id = 1; id <= 2_500; id++) {
      // Close together and far apart.
      long spread = id < 1_500 ? id : id * 10;
      many.add(new KeptHistory(spread, List.of(step(7, Set.of())), Optional.empty()));
      of.add(open(spread, 7));
    }
    histories.replace(many);
    facts.keep(of);

    List<Long> ids = new ArrayList<>();
    database.statements();
    facts.read(asked(7), issue -> ids.add(issue.history().issueId()));
    int statements = database.statements();

    assertThat(ids).hasSize(2_500).doesNotHaveDuplicates().isSorted();
    assertThat(statements).isEqualTo(1 + 3 * 2);
  }

  @Test
  public void isTheTenthModel() {
    assertThat(new Facts010().getModelVersion()).isEqualTo(ModelVersion.valueOf("10"));
  }

  private void history(long id, long... projects) {
    List<KeptHistory.Step> steps = new ArrayList<>();
    for (long project : projects) {
      steps.add(
          new KeptHistory.Step(
              steps.size(),
              CREATED.plusSeconds(steps.size()),
              step(project, Set.of()).state(),
              "1"));
    }
    histories.replace(List.of(new KeptHistory(id, steps, Optional.empty())));
  }

  private static KeptHistory.Step step(long project, Set<Long> sprints) {
    return new KeptHistory.Step(
        0,
        CREATED,
        new IssueSnapshot(
            project,
            "1",
            StatusCategory.TO_DO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            sprints,
            Set.of(),
            Optional.empty(),
            Optional.empty()),
        "1");
  }

  private static KeptFacts open(long id, long project) {
    return kept(id, project, Optional.empty(), List.of(), CREATED, true);
  }

  private static KeptFacts resting(long id, long project) {
    return kept(id, project, Optional.empty(), List.of(), CREATED, false);
  }

  private static KeptFacts.Logged logged(LocalDate day) {
    return new KeptFacts.Logged(day, "ben", BigDecimal.ONE);
  }

  private static KeptFacts kept(
      long id,
      long project,
      Optional<LocalDate> due,
      List<KeptFacts.Logged> logged,
      Instant updated,
      boolean open) {
    return new KeptFacts(
        id,
        project,
        "1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        due,
        Set.of(),
        List.of(),
        logged,
        updated,
        open);
  }

  private static Asked asked(long project) {
    return new Asked(Set.of(project), Optional.empty(), Set.of(), Set.of());
  }

  private List<IssueFacts> all(long project) {
    List<IssueFacts> all = new ArrayList<>();
    facts.read(asked(project), all::add);
    return all;
  }

  private List<Long> ids(Asked asked) {
    List<Long> ids = new ArrayList<>();
    facts.read(asked, issue -> ids.add(issue.history().issueId()));
    return ids;
  }
}
