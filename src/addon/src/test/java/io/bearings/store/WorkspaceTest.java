package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Alignment;
import io.bearings.okr.Alignments;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.NewCycle;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Status;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.progress.AlignmentMap;
import io.bearings.progress.Figuring;
import io.bearings.progress.Filter;
import io.bearings.progress.Gathering;
import io.bearings.progress.Hindsight;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.progress.UnitOverview;
import io.bearings.progress.Workspace;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The workspace over real tables: what it shows, and what it costs. */
public class WorkspaceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Person ANNA = new Person("anna");
  private static final Person VERA = new Person("vera");
  private static final Edit BY_ANNA = new Edit(ANNA, NOW);

  private final TestDatabase database = TestDatabase.withTables();
  private final Database ours = database.database();
  private final StoredObjectives objectives = new StoredObjectives(ours);
  private final StoredAlignments alignments = new StoredAlignments(ours);
  private final StoredCycles cycles = new StoredCycles(ours);
  private final StoredUnits units = new StoredUnits(ours);
  private final Access access = mock(Access.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final Gathering gathering =
      new Gathering(
          objectives,
          alignments,
          new StoredLinks(ours, Clock.systemUTC()),
          new StoredOutsideValues(ours, Clock.systemUTC()));
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Workspace workspace =
      new Workspace(
          new StoredStandpoints(ours, access),
          cycles,
          objectives,
          alignments,
          gathering,
          new Figuring(
              gathering,
              mock(Hindsight.class),
              cycles,
              units,
              access,
              settings,
              key -> Optional.of("Name " + key),
              clock),
          clock);
  private long company;
  private long team;
  private long second;
  private Cycle quarter;

  @Before
  public void aCompanyWithTwoTeams() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    company = unit("Company", UnitLevel.COMPANY, Optional.empty(), Optional.of("carl"));
    team = unit("Team", UnitLevel.TEAM, Optional.of(company), Optional.of("anna"));
    second = unit("Second", UnitLevel.TEAM, Optional.of(company), Optional.of("anna"));
    quarter = cycle("Q4", "2026-10-01", "2026-12-31", CycleLength.QUARTER);
  }

  @After
  public void close() {
    database.close();
  }

  private long unit(String name, UnitLevel level, Optional<Long> parent, Optional<String> leadKey) {
    return units
        .add(
            new NewUnit(
                name,
                level,
                parent,
                leadKey,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Openness.EVERYONE,
                UnitSettings.DEFAULT),
            BY_ANNA)
        .id();
  }

  private Cycle cycle(String name, String first, String last, CycleLength length) {
    Cycle planned =
        cycles
            .add(
                new NewCycle(
                    company,
                    name,
                    LocalDate.parse(first),
                    LocalDate.parse(last),
                    CycleKind.CALENDAR,
                    length,
                    Optional.empty(),
                    Optional.empty()),
                BY_ANNA)
            .orElseThrow();
    return cycles.step(planned, CycleState.ACTIVE, BY_ANNA).orElseThrow();
  }

  private Objective objective(long unitId, Cycle cycle, Visibility visibility, String title) {
    return objectives.add(
        new NewObjective(
            unitId,
            Optional.of(cycle.id()),
            new ObjectiveContent(
                title,
                "why",
                "anna",
                ObjectiveKind.ASPIRATIONAL,
                visibility,
                Optional.empty(),
                List.of("growth"),
                Map.of(),
                List.of(),
                List.of()),
            Okrs.ACTIVE),
        List.of(),
        BY_ANNA);
  }

  private KeyResult keyResult(Objective objective, KeyResultContent content) {
    return objectives.add(objective.id(), new NewKeyResult(content, Okrs.ACTIVE), BY_ANNA);
  }

  private static KeyResultContent aligned() {
    return new KeyResultContent(
        "Teams arrive",
        "anna",
        Source.ALIGNED,
        Nature.OUTCOME,
        Measure.NUMBER,
        Goal.NONE,
        BigDecimal.ONE,
        WeightBy.ISSUES);
  }

  private void value(KeyResult keyResult, String value, String on) {
    ours.write(
        session ->
            session.update(
                "update {KEY_RESULT} set [CURRENT_VALUE] = ?, [CURRENT_ON] = ? where [ID] = ?",
                value,
                on,
                keyResult.id()));
  }

  private void contributes(Objective from, KeyResult to) {
    alignments.add(
        new Alignments.NewAlignment(
            Alignment.Kind.CONTRIBUTES,
            from.id(),
            to.objectiveId(),
            Optional.of(to.id()),
            BigDecimal.ONE),
        List.of(),
        BY_ANNA);
  }

  private static Workspace.Place place(long unitId, Cycle cycle) {
    return new Workspace.Place(Optional.of(unitId), Optional.of(cycle.id()), false);
  }

  private UnitOverview show(long unitId) {
    return workspace.of(ANNA, place(unitId, quarter), Filter.NONE);
  }

  @Test
  public void showsScoreAndPaceOfAUnit() {
    Objective first = objective(team, quarter, Visibility.UNIT_VIEWERS, "Calm nights");
    KeyResult half = keyResult(first, Okrs.manual("Conversion", "0", "10"));
    value(half, "5", "2026-11-20");
    keyResult(first, Okrs.manual("Alarms", "15", "3"));
    objective(second, quarter, Visibility.UNIT_VIEWERS, "Elsewhere");

    UnitOverview shown = show(team);

    assertThat(shown.unit().orElseThrow().name()).isEqualTo("Team");
    assertThat(shown.cycle()).contains(quarter);
    assertThat(shown.cycles()).containsExactly(quarter);
    assertThat(shown.objectives())
        .extracting(each -> each.objective().title())
        .containsExactly("Calm nights");
    ObjectiveFigures figures = shown.objectives().get(0);
    assertThat(figures.score().value().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(figures.score().coverage().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(figures.keyResults().get(0).judgement().status()).isEqualTo(Status.OVERDUE);
    assertThat(figures.keyResults().get(0).judgement().pace()).isPresent();
    assertThat(figures.keyResults().get(0).nextCheckIn()).contains(LocalDate.parse("2026-11-23"));
    assertThat(figures.keyResults().get(1).judgement().status()).isEqualTo(Status.NO_DATA);
    assertThat(figures.outcomeNotMeasured()).isFalse();
  }

  @Test
  public void carriesScoresUpThroughTheLevels() {
    Objective top = objective(company, quarter, Visibility.UNIT_VIEWERS, "Top");
    KeyResult topKeyResult = keyResult(top, aligned());
    Objective middle = objective(team, quarter, Visibility.UNIT_VIEWERS, "Middle");
    KeyResult middleKeyResult = keyResult(middle, aligned());
    Objective bottom = objective(second, quarter, Visibility.PRIVATE, "Bottom");
    value(keyResult(bottom, Okrs.manual("K", "0", "10")), "4", "2026-11-20");
    contributes(middle, topKeyResult);
    contributes(bottom, middleKeyResult);

    ObjectiveFigures shown = show(company).objectives().get(0);
    assertThat(shown.score().value().orElseThrow()).isEqualByComparingTo("0.4");
    database.statements();
    // What contributes to the team comes from outside its branch: two statements more.
    ObjectiveFigures ofTeam = show(team).objectives().get(0);
    assertThat(ofTeam.score().value().orElseThrow()).isEqualByComparingTo("0.4");
    assertThat(ofTeam.parents())
        .extracting(each -> each.arrow().end().title())
        .containsExactly("Top");
  }

  @Test
  public void hidesAPrivateObjectiveButCountsIt() {
    Objective top = objective(company, quarter, Visibility.UNIT_VIEWERS, "Top");
    KeyResult topKeyResult = keyResult(top, aligned());
    Objective secret = objective(team, quarter, Visibility.PRIVATE, "Secret");
    value(keyResult(secret, Okrs.manual("K", "0", "10")), "4", "2026-11-20");
    contributes(secret, topKeyResult);

    UnitOverview toVera = workspace.of(VERA, place(team, quarter), Filter.NONE);
    assertThat(toVera.objectives()).extracting(ObjectiveFigures::hidden).containsExactly(true);
    assertThat(toVera.objectives().get(0).keyResults()).isEmpty();
    assertThat(
            workspace
                .of(VERA, place(company, quarter), Filter.NONE)
                .objectives()
                .get(0)
                .score()
                .value()
                .orElseThrow())
        .isEqualByComparingTo("0.4");
    for (Filter asking :
        List.of(
            filter("growth", "", "", ""), filter("", "anna", "", ""), filter("", "", "", "s"))) {
      assertThat(workspace.of(VERA, place(team, quarter), asking).objectives()).isEmpty();
      assertThat(workspace.of(ANNA, place(team, quarter), asking).objectives()).hasSize(1);
    }
  }

  private static Filter filter(String label, String owner, String status, String text) {
    return new Filter(given(label), given(owner), given(status), text, false);
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  @Test
  public void filters() {
    Objective first = objective(team, quarter, Visibility.UNIT_VIEWERS, "Calm nights");
    KeyResult inFirst = keyResult(first, Okrs.manual("Fewer alarms", "0", "10"));
    Objective away = objective(team, quarter, Visibility.UNIT_VIEWERS, "Away");
    objectives.change(away.archived(true), Set.of(), List.of(), List.of(), BY_ANNA);

    assertThat(titles(filter("", "", "NO_DATA", ""))).containsExactly("Calm nights");
    assertThat(titles(filter("", "", "ON_TRACK", ""))).isEmpty();
    assertThat(titles(filter("", "", "", "ALARM"))).containsExactly("Calm nights");
    assertThat(titles(filter("", "", "", inFirst.key()))).containsExactly("Calm nights");
    assertThat(titles(filter("", "", "", first.key()))).containsExactly("Calm nights");
    assertThat(titles(filter("", "", "", "storm"))).isEmpty();
    assertThat(titles(filter("other", "", "", ""))).isEmpty();
    assertThat(titles(filter("", "bert", "", ""))).isEmpty();
    assertThat(titles(new Filter(Optional.empty(), Optional.empty(), Optional.empty(), "", true)))
        .containsExactly("Calm nights", "Away");
  }

  private List<String> titles(Filter filter) {
    return workspace.of(ANNA, place(team, quarter), filter).objectives().stream()
        .map(each -> each.objective().title())
        .toList();
  }

  @Test
  public void opensWhereThePersonContributesAndOnTheCycleOfToday() {
    cycle("2026", "2026-01-01", "2026-12-31", CycleLength.YEAR);
    Workspace.Place anywhere = new Workspace.Place(Optional.empty(), Optional.empty(), false);
    UnitOverview shown = workspace.of(ANNA, anywhere, Filter.NONE);
    assertThat(shown.unit().orElseThrow().name()).isEqualTo("Second");
    assertThat(shown.cycle()).contains(quarter);
    assertThat(workspace.of(VERA, anywhere, Filter.NONE).unit().orElseThrow().name())
        .isEqualTo("Company");
  }

  @Test
  public void showsTheBacklog() {
    objectives.add(
        new NewObjective(
            team, Optional.empty(), ObjectiveContent.of("Later", "", "anna"), Okrs.ACTIVE),
        List.of(),
        BY_ANNA);
    UnitOverview shown =
        workspace.of(
            ANNA, new Workspace.Place(Optional.of(team), Optional.empty(), true), Filter.NONE);
    assertThat(shown.cycle()).isEmpty();
    assertThat(shown.objectives())
        .extracting(each -> each.objective().title())
        .containsExactly("Later");
  }

  @Test
  public void doesNotKnowUnitsAndCyclesThatAreNotThere() {
    assertThatThrownBy(() -> workspace.of(ANNA, place(99, quarter), Filter.NONE))
        .isInstanceOf(Refusal.NotFound.class);
    Workspace.Place unknown = new Workspace.Place(Optional.of(team), Optional.of(99L), false);
    assertThatThrownBy(() -> workspace.of(ANNA, unknown, Filter.NONE))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> workspace.map(ANNA, unknown)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> workspace.stamp(ANNA, unknown)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void anotherStampMeansThatSomethingChanged() {
    Objective first = objective(team, quarter, Visibility.UNIT_VIEWERS, "Calm nights");
    KeyResult keyResult = keyResult(first, Okrs.manual("Conversion", "0", "10"));
    List<String> stamps = new ArrayList<>();
    stamps.add(show(team).stamp());
    assertThat(workspace.stamp(ANNA, place(team, quarter))).isEqualTo(stamps.get(0));
    objectives.change(keyResult, Set.of(), List.of(), BY_ANNA);
    stamps.add(show(team).stamp());
    objectives.change(first, Set.of(), List.of(), List.of(), BY_ANNA);
    stamps.add(show(team).stamp());
    ours.write(
        session ->
            session.update(
                "update {KEY_RESULT} set [LAST_CHECK_IN_ID] = 5, [LAST_CHECK_IN_ON] = ?,"
                    + " [LAST_CHECK_IN_AT] = 7, [LAST_CHECK_IN_BY] = ? where [ID] = ?",
                "2026-11-20",
                "anna",
                keyResult.id()));
    stamps.add(show(team).stamp());
    objective(team, quarter, Visibility.UNIT_VIEWERS, "Another");
    stamps.add(show(team).stamp());
    assertThat(stamps).doesNotHaveDuplicates();
  }

  @Test
  public void drawsTheMapOfABranch() {
    Objective top = objective(company, quarter, Visibility.UNIT_VIEWERS, "Top");
    KeyResult topKeyResult = keyResult(top, aligned());
    Objective below = objective(team, quarter, Visibility.UNIT_VIEWERS, "Below");
    contributes(below, topKeyResult);
    AlignmentMap map =
        workspace.map(
            ANNA, new Workspace.Place(Optional.empty(), Optional.of(quarter.id()), false));
    assertThat(map.nodes())
        .extracting(each -> each.objective().title())
        .containsExactly("Top", "Below");
    assertThat(map.edges())
        .extracting(Alignment::fromId, Alignment::toId)
        .containsExactly(tuple(below.id(), top.id()));
    AlignmentMap ofTeam = workspace.map(ANNA, place(team, quarter));
    assertThat(ofTeam.nodes()).hasSize(1);
    assertThat(ofTeam.edges()).isEmpty();
  }

  @Test
  public void costsSixStatementsHoweverMuchItShows() {
    int filled = 0;
    for (int size : List.of(1, 25)) {
      fill(size - filled);
      filled = size;
      database.statements();
      assertThat(show(team).objectives()).hasSize(size);
      assertThat(database.statements()).isEqualTo(6);
      workspace.stamp(ANNA, place(team, quarter));
      assertThat(database.statements()).isEqualTo(6);
      workspace.map(ANNA, place(company, quarter));
      assertThat(database.statements()).isEqualTo(6);
    }
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      Objective above = objective(company, quarter, Visibility.UNIT_VIEWERS, "Above " + i);
      KeyResult aligned = keyResult(above, aligned());
      Objective each = objective(team, quarter, Visibility.UNIT_VIEWERS, "O" + i);
      for (int k = 0; k < 4; k++) {
        value(keyResult(each, Okrs.manual("K" + k, "0", "10")), "5", "2026-11-20");
      }
      contributes(each, aligned);
    }
  }
}
