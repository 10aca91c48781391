package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.coach.Coach;
import io.bearings.coach.Language;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Access;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewCycle;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Rulebook;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.WeightBy;
import io.bearings.progress.Backfill;
import io.bearings.progress.Figuring;
import io.bearings.progress.Gathering;
import io.bearings.progress.Hindsight;
import io.bearings.progress.IssueRef;
import io.bearings.progress.IssueState;
import io.bearings.progress.Issues;
import io.bearings.progress.Linking;
import io.bearings.progress.Offering;
import io.bearings.progress.Overview;
import io.bearings.progress.Places;
import io.bearings.progress.ProjectOverview;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.review.KpiKnowledge;
import io.bearings.review.UnitHealth;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What the pages cost in statements on our own tables, at two sizes each. */
public class StatementBudgetTest {
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, Instant.EPOCH);
  private static final ProjectRef SMALL = new ProjectRef(1, "SMALL", "Small");
  private static final ProjectRef LARGE = new ProjectRef(2, "LARGE", "Large");

  private final TestDatabase database = TestDatabase.withTables();
  private final Database ours = database.database();
  private final StoredObjectives objectives = new StoredObjectives(ours);
  private final StoredLinks links = new StoredLinks(ours, Clock.systemUTC());
  private final Access access = mock(Access.class);
  private final Issues issues = mock(Issues.class);
  private final Places places = mock(Places.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final StoredAlignments alignments = new StoredAlignments(ours);
  private final StoredCycles cycles = new StoredCycles(ours);
  private final StoredUnits units = new StoredUnits(ours);
  private final StoredStandpoints standpoints = new StoredStandpoints(ours, access);
  private final People people = key -> Optional.of("Anna");
  private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private final Gathering gathering =
      new Gathering(
          objectives, alignments, links, new StoredOutsideValues(ours, Clock.systemUTC()));
  private final Figuring figuring =
      new Figuring(
          gathering, mock(Hindsight.class), cycles, units, access, settings, people, clock);
  private final Overview overview =
      new Overview(objectives, alignments, gathering, figuring, standpoints, access, people);
  private final Backfill backfill = mock(Backfill.class);
  private final Linking linking =
      new Linking(
          objectives, links, issues, places, standpoints, access, overview, backfill, clock);
  private final Map<String, Long> teams = new HashMap<>();

  @Before
  public void twoProjects() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(access.project(ANNA, "SMALL")).thenReturn(Optional.of(SMALL));
    when(access.project(ANNA, "LARGE")).thenReturn(Optional.of(LARGE));
    when(access.project(any(), anyLong())).thenReturn(Optional.of(SMALL));
    when(access.projects(any(), any())).thenReturn(Map.of(1L, SMALL, 2L, LARGE));
    when(access.editableProjects(ANNA)).thenReturn(Map.of(1L, SMALL, 2L, LARGE));
    when(issues.find(any(), anyString()))
        .thenAnswer(
            call -> {
              String key = call.getArgument(1);
              return Optional.of(new IssueRef(Long.parseLong(key.substring(2)), key, 1));
            });
    when(issues.texts(any(), anyCollection())).thenReturn(Map.of());
    fill(SMALL, 1, 1);
    fill(LARGE, 50, 20);
    database.statements();
  }

  @After
  public void close() {
    database.close();
  }

  private void fill(ProjectRef project, int count, int issuesOfEach) {
    long team =
        units
            .add(
                new NewUnit(
                    project.name(),
                    UnitLevel.TEAM,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(project.id()),
                    List.of(),
                    Openness.MEMBERS,
                    UnitSettings.DEFAULT),
                BY_ANNA)
            .id();
    teams.put(project.key(), team);
    for (int i = 0; i < count; i++) {
      Objective objective =
          objectives.add(
              new NewObjective(
                  team,
                  Optional.empty(),
                  ObjectiveContent.of("Objective " + i, "why", "anna"),
                  Okrs.ACTIVE),
              Collections.nCopies(
                  4,
                  new NewKeyResult(
                      KeyResultContent.ofIssues(
                          "Key result", "anna", BigDecimal.ONE, WeightBy.ISSUES),
                      Okrs.ACTIVE)),
              BY_ANNA);
      for (KeyResult each : objectives.keyResultsOf(List.of(objective.id()))) {
        links.attach(
            each.id(),
            LongStream.rangeClosed(1, issuesOfEach)
                .mapToObj(id -> issue(project.id() * 1000 + id))
                .toList(),
            BY_ANNA);
      }
    }
  }

  private static IssueState issue(long id) {
    return new IssueState(
        id,
        "X-" + id,
        1,
        id % 2 == 0 ? StatusCategory.DONE : StatusCategory.TO_DO,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }

  @Test
  public void aProjectCostsFourStatements() {
    for (ProjectRef project : List.of(SMALL, LARGE)) {
      overview.ofProject(ANNA, project.key(), Optional.empty());
      assertThat(database.statements()).as(project.key()).isEqualTo(4);
    }
    ProjectOverview large = overview.ofProject(ANNA, "LARGE", Optional.empty());
    assertThat(large.objectives()).hasSize(50);
    assertThat(large.objectives().get(49).score().value().orElseThrow())
        .isEqualByComparingTo("0.5");
  }

  @Test
  public void anIssuePanelCostsTwoStatements() {
    for (String key : List.of("X-1001", "X-2001")) {
      linking.ofIssue(ANNA, key);
      assertThat(database.statements()).as(key).isEqualTo(2);
    }
    assertThat(linking.ofIssue(ANNA, "X-2001").links()).hasSize(200);
  }

  @Test
  public void theLinksOfAKeyResultDoNotDependOnHowManyThereAre() {
    for (ProjectRef project : List.of(SMALL, LARGE)) {
      long keyResult =
          overview
              .ofProject(ANNA, project.key(), Optional.empty())
              .objectives()
              .get(0)
              .keyResults()
              .get(0)
              .keyResult()
              .id();
      database.statements();
      linking.ofKeyResult(ANNA, keyResult);
      assertThat(database.statements()).as(project.key()).isEqualTo(6);
    }
  }

  @Test
  public void thePickerCostsThreeStatementsAndOneMoreForTheNamesOfOwners() {
    Offering offering =
        new Offering(
            links,
            issues,
            mock(Places.class),
            new StoredHistories(ours),
            standpoints,
            access,
            people,
            clock);
    database.statements();
    assertThat(offering.candidates(ANNA, "X-1001", "", 1)).hasSize(1);
    assertThat(database.statements()).isEqualTo(3);
    assertThat(offering.candidates(ANNA, "X-1001", "key", 100)).hasSize(100);
    assertThat(database.statements()).isEqualTo(4);
  }

  @Test
  public void theHealthOfAUnitCostsElevenStatements() {
    UnitHealth health =
        new UnitHealth(
            standpoints,
            cycles,
            objectives,
            new StoredKickoffs(ours),
            new StoredSharedWork(ours),
            new Coach(),
            new KpiKnowledge(
                new StoredKpiSheets(ours),
                new StoredKpiPasts(ours),
                objectives,
                standpoints,
                mock(Rulebook.class),
                people,
                clock),
            clock);
    for (ProjectRef project : List.of(SMALL, LARGE)) {
      long cycle = planned(project, project == LARGE ? 50 : 1);
      database.statements();
      UnitHealth.Report report = health.of(ANNA, teams.get(project.key()), cycle, Language.EN);
      assertThat(database.statements()).as(project.key()).isEqualTo(11);
      assertThat(report.judged()).isEqualTo(project == LARGE ? 50 : 1);
    }
  }

  /** A cycle of the project's team with so many objectives. */
  private long planned(ProjectRef project, int count) {
    long team = teams.get(project.key());
    long cycle =
        cycles
            .add(
                new NewCycle(
                    team,
                    "Q1",
                    LocalDate.EPOCH,
                    LocalDate.EPOCH.plusMonths(3),
                    CycleKind.CALENDAR,
                    CycleLength.QUARTER,
                    Optional.empty(),
                    Optional.empty()),
                BY_ANNA)
            .orElseThrow()
            .id();
    for (int i = 0; i < count; i++) {
      objectives.add(
          new NewObjective(
              team,
              Optional.of(cycle),
              ObjectiveContent.of("Objective " + i, "why", "anna"),
              Okrs.ACTIVE),
          List.of(
              new NewKeyResult(
                  KeyResultContent.ofIssues("Done", "anna", BigDecimal.ONE, WeightBy.ISSUES),
                  Okrs.ACTIVE)),
          BY_ANNA);
    }
    return cycle;
  }
}
