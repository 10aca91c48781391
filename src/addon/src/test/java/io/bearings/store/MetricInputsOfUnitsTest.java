package io.bearings.store;

import static io.bearings.store.SampleKpis.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.kpi.Aggregation;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.InputsInForce;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.MetricFigures;
import io.bearings.kpi.MetricInputs;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.Periods;
import io.bearings.kpi.Rhythm;
import io.bearings.kpi.WorkFigures.Figure;
import io.bearings.kpi.formula.Formula;
import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.kpi.metric.IssueFacts;
import io.bearings.kpi.metric.JiraNames;
import io.bearings.kpi.metric.KeptFacts;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.kpi.metric.Metrics;
import io.bearings.kpi.metric.Territories;
import io.bearings.okr.Assignment;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Membership;
import io.bearings.okr.Nature;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.NewUnit;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Role;
import io.bearings.okr.Source;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueState;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Metrics that need more than issues, from what is stored of a unit, on each database. */
@RunWith(Parameterized.class)
public class MetricInputsOfUnitsTest {
  private static final Edit BY_ANNA = new Edit(new Person("anna"), Instant.EPOCH);
  private static final long PROJECT = 7;
  private static final Instant CREATED = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant DONE = Instant.parse("2026-03-04T10:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate SUNDAY = MONDAY.plusDays(6);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-20T00:00:00Z"), ZoneOffset.UTC);

  private final TestDatabase database;
  private final StoredUnits units;
  private final StoredHistories histories;
  private final StoredMetricFacts facts;
  private final Standpoints standpoints = mock(Standpoints.class);
  private final MetricFigures figures;
  private Unit unit;

  public MetricInputsOfUnitsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    units = new StoredUnits(database.database());
    histories = new StoredHistories(database.database());
    facts = new StoredMetricFacts(database.database(), CLOCK);
    SiteSettings settings = mock(SiteSettings.class);
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    Territories territories = mock(Territories.class);
    when(territories.names(any())).thenReturn(mock(JiraNames.class));
    figures =
        new MetricFigures(
            new Metrics(territories, standpoints, facts, settings, CLOCK),
            mock(MetricFollowing.class),
            territories,
            new MetricInputs(
                new InputsInForce(new StoredInputs(database.database()), units),
                new Membership(units, group -> group.equals("mobile") ? Set.of("mia") : Set.of()),
                new StoredWorkOf(database.database())));
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  /** Four issues that were done in a week: 10 hours of members and 3 of somebody else. */
  @Before
  public void aTeamThatWorked() {
    unit = unit(Optional.of("mobile"), new Capacity(0, BigDecimal.valueOf(5), BigDecimal.ONE));
    units.assign(
        unit.id(),
        1,
        List.of(new Assignment(Role.CONTRIBUTOR, new Assignment.OnePerson("carl"))),
        BY_ANNA);
    Standpoint standpoint = mock(Standpoint.class);
    when(standpoint.projectsOfBranch(unit.id())).thenReturn(Set.of(PROJECT));
    when(standpoints.of(any())).thenReturn(standpoint);
    done(1, "carl", 6);
    done(2, "mia", 4);
    done(3, "guest", 3);
    done(4, "guest", 0);
  }

  @Test
  public void utilisationIsWhatMembersLoggedOfTheirCapacity() {
    // Two members, five working days of five hours.
    assertThat(week("resource_utilisation")).isEqualByComparingTo("0.2");
  }

  @Test
  public void aUnitThatSaysHowManyWorkHasTheirCapacity() {
    Unit now = units.unit(unit.id()).orElseThrow();
    units.change(with(now, new Capacity(4, BigDecimal.valueOf(5), BigDecimal.ONE)), BY_ANNA);

    assertThat(week("resource_utilisation")).isEqualByComparingTo("0.1");
  }

  @Test
  public void responseTimeIsUntilAMemberAnswers() {
    // Carl and Mia answered after two hours and four, the guest does not count.
    assertThat(week("response_time(mean, hours)")).isEqualByComparingTo("3");
  }

  @Test
  public void effortKnowsWhatServesAndWhatGuards() {
    link(Source.ISSUES, 1);
    link(Source.MAINTAIN, 2);

    assertThat(week("effort_for_objectives(issues)")).isEqualByComparingTo("0.25");
    assertThat(week("effort_for_kpis(issues)")).isEqualByComparingTo("0.25");
    assertThat(week("effort_elsewhere(issues)")).isEqualByComparingTo("0.5");
  }

  @Test
  public void withoutAnybodyTheMembersAreMissed() {
    unit = unit(Optional.empty(), Capacity.DEFAULT);
    Standpoint standpoint = mock(Standpoint.class);
    when(standpoint.projectsOfBranch(unit.id())).thenReturn(Set.of(PROJECT));
    when(standpoints.of(any())).thenReturn(standpoint);

    for (String formula : List.of("resource_utilisation", "response_time(mean, hours)")) {
      Figure figure = figure(formula);
      assertThat(figure.value()).isEmpty();
      assertThat(figure.why().orElseThrow().key()).isEqualTo("bearings.kpi.missing");
      assertThat(figure.why().orElseThrow().args()).containsExactly("members");
    }
  }

  @Test
  public void statementsDoNotDependOnIssuesOrMembers() {
    figure("effort_for_objectives(issues)");
    figure("resource_utilisation");
    database.statements();
    figure("effort_for_objectives(issues)");
    int effort = database.statements();
    figure("resource_utilisation");
    int utilisation = database.statements();

    LongStream.rangeClosed(5, 60).forEach(id -> done(id, "carl", 1));
    link(Source.ISSUES, LongStream.rangeClosed(5, 60).toArray());
    Unit now = units.unit(unit.id()).orElseThrow();
    units.assign(
        unit.id(),
        now.version(),
        LongStream.range(0, 30)
            .mapToObj(n -> new Assignment(Role.CONTRIBUTOR, new Assignment.OnePerson("person" + n)))
            .toList(),
        BY_ANNA);
    database.statements();

    figure("effort_for_objectives(issues)");
    assertThat(database.statements()).isEqualTo(effort);
    figure("resource_utilisation");
    assertThat(database.statements()).isEqualTo(utilisation);
  }

  private BigDecimal week(String formula) {
    return figure(formula).value().orElseThrow();
  }

  private Figure figure(String formula) {
    MetricCall call =
        (MetricCall) Formula.read(formula).formula().orElseThrow().references().iterator().next();
    KpiSheet sheet =
        new StoredKpiSheets(database.database())
            .add(
                new NewKpi(
                    unit.id(),
                    named("KPI").with(new Rhythm(Frequency.WEEKLY, Aggregation.LAST, false, 0))),
                BY_ANNA);
    Periods weeks = Periods.calendar(Frequency.WEEKLY, DayOfWeek.MONDAY, MONDAY);
    return figures.counted(sheet, List.of(call), weeks, MONDAY, SUNDAY).get(0).get(0);
  }

  private Unit unit(Optional<String> group, Capacity capacity) {
    return units.add(
        new NewUnit(
            "Mobile",
            UnitLevel.TEAM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            group,
            List.of(PROJECT),
            List.of(),
            Openness.EVERYONE,
            settings(capacity)),
        BY_ANNA);
  }

  private static UnitSettings settings(Capacity capacity) {
    return new UnitSettings(Optional.empty(), CadenceSetting.DEFAULT, false, capacity);
  }

  private static Unit with(Unit unit, Capacity capacity) {
    return new Unit(
        unit.id(),
        unit.name(),
        unit.level(),
        unit.parentId(),
        unit.leadKey(),
        unit.deputyKey(),
        unit.groupName(),
        unit.projectIds(),
        List.of(),
        unit.openness(),
        settings(capacity),
        unit.archived(),
        unit.version());
  }

  private void done(long id, String author, long hours) {
    histories.replace(
        List.of(
            new KeptHistory(
                id,
                List.of(
                    step(0, CREATED, StatusCategory.TO_DO, Optional.empty()),
                    step(1, DONE, StatusCategory.DONE, Optional.of("1"))),
                Optional.empty())));
    facts.keep(
        List.of(
            new KeptFacts(
                id,
                PROJECT,
                "1",
                Optional.of("reporter"),
                Optional.of(DONE),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(new IssueFacts.Comment(CREATED.plusSeconds(7200 * id), author)),
                hours == 0
                    ? List.of()
                    : List.of(
                        new KeptFacts.Logged(
                            MONDAY.plusDays(1), author, BigDecimal.valueOf(hours * 3600))),
                DONE,
                false)));
  }

  private static KeptHistory.Step step(
      long changeId, Instant from, StatusCategory category, Optional<String> resolution) {
    return new KeptHistory.Step(
        changeId,
        from,
        new IssueSnapshot(
            PROJECT,
            category.name(),
            category,
            resolution,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty()),
        "1");
  }

  private void link(Source source, long... issueIds) {
    StoredObjectives objectives = new StoredObjectives(database.database());
    long objectiveId =
        objectives
            .add(
                new NewObjective(
                    unit.id(), Optional.empty(), ObjectiveContent.of("O", "", "anna"), Life.DRAFT),
                List.of(),
                BY_ANNA)
            .id();
    KeyResultContent content =
        new KeyResultContent(
            "K",
            "anna",
            source,
            Nature.OUTCOME,
            Measure.NUMBER,
            Goal.NONE,
            BigDecimal.ONE,
            WeightBy.ISSUES);
    long keyResultId =
        objectives.add(objectiveId, new NewKeyResult(content, Life.DRAFT), BY_ANNA).id();
    new StoredLinks(database.database(), CLOCK)
        .attach(
            keyResultId,
            LongStream.of(issueIds)
                .mapToObj(
                    id ->
                        new IssueState(
                            id,
                            "DEMO-" + id,
                            PROJECT,
                            StatusCategory.DONE,
                            Optional.empty(),
                            Optional.empty(),
                            DONE))
                .toList(),
            BY_ANNA);
  }
}
