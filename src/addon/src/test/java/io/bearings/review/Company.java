package io.bearings.review;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.coach.Coach;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Reach;
import io.bearings.okr.Recorded;
import io.bearings.okr.Role;
import io.bearings.okr.Source;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Company 1 with area 2, which has teams 3 and 4, in one quarter, over ports of paper: Lea leads
 * team 3, Carl contributes to it, Vera only reads what is open, Eve reads all, and Anna, who is the
 * champion of area 2, owns its objectives.
 */
final class Company {
  static final Person LEA = new Person("lea");
  static final Person CARL = new Person("carl");
  static final Person VERA = new Person("vera");
  static final Person EVE = new Person("eve");
  static final Person ANNA = new Person("anna");
  static final long TEAM = 3;
  static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
  static final Objectives.Edit BY_LEA = new Objectives.Edit(LEA, NOW);

  static final Cycle QUARTER = cycle(CycleState.ACTIVE);

  final Standpoints standpoints = mock(Standpoints.class);
  final Cycles cycles = mock(Cycles.class);
  final Objectives objectives = mock(Objectives.class);
  final Kickoffs kickoffs = mock(Kickoffs.class);
  final Verdicts verdicts = mock(Verdicts.class);
  final SiteSettings settings = mock(SiteSettings.class);
  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final Places places = new Places(standpoints, cycles);
  final UnitPlans plans = new UnitPlans(objectives, kickoffs, new Wordings(new Coach()));
  final Restating restating = new Restating(standpoints, objectives, kickoffs, clock);
  final Coverage coverage = new Coverage(standpoints, cycles, plans, settings);

  private List<Placed> planned = List.of();

  Company() {
    stands(LEA, grant(TEAM, Role.LEAD));
    stands(CARL, grant(TEAM, Role.CONTRIBUTOR));
    stands(VERA);
    stands(EVE, grant(1, Role.EXECUTIVE));
    stands(ANNA, grant(2, Role.CHAMPION));
    when(cycles.cycle(7)).thenReturn(Optional.of(QUARTER));
    when(settings.current())
        .thenReturn(new Settings(Optional.empty(), Set.of("10001"), BigDecimal.ZERO));
    answerFromThePlan();
  }

  /** The kickoff without anything of later parts. */
  Kickoff kickoff() {
    return kickoff(Optional.empty());
  }

  Kickoff kickoff(Optional<KpiBoards> kpis) {
    return new Kickoff(
        places,
        plans,
        kickoffs,
        settings,
        key -> Optional.of("Name " + key),
        clock,
        new Learnings(verdicts, objectives),
        kpis);
  }

  /** Says which objectives there are; each has two good key results. */
  void plan(Placed... wanted) {
    planned = List.of(wanted);
    for (Placed each : planned) {
      when(objectives.placed(eq(each.objective().id()), any())).thenReturn(Optional.of(each));
    }
    when(objectives.placed(anyCollection(), any()))
        .thenAnswer(
            call -> {
              Collection<Long> ids = call.getArgument(0);
              return planned.stream().filter(each -> ids.contains(each.objective().id())).toList();
            });
  }

  private void answerFromThePlan() {
    when(objectives.find(any(), any()))
        .thenAnswer(call -> ofUnits(call.<Objectives.Wanted>getArgument(0).unitIds()));
    when(objectives.keyResultsOf(anyCollection()))
        .thenAnswer(
            call ->
                call.<Collection<Long>>getArgument(0).stream()
                    .flatMap(Company::keyResults)
                    .toList());
  }

  private List<Placed> ofUnits(Optional<Collection<Long>> unitIds) {
    return planned.stream()
        .filter(each -> unitIds.orElseThrow().contains(each.objective().unitId()))
        .toList();
  }

  private static Stream<KeyResult> keyResults(long objectiveId) {
    return Stream.of(
        keyResult(10 * objectiveId, objectiveId, "Net promoter score goes from 32 to 50"),
        keyResult(10 * objectiveId + 1, objectiveId, "Production bugs go from 15 to 3"));
  }

  private void stands(Person who, Reach.Grant... grants) {
    when(standpoints.of(who))
        .thenReturn(
            new Standpoint(
                who,
                List.of(
                    unit(1, "Example", UnitLevel.COMPANY, 0, Openness.EVERYONE),
                    unit(2, "Product", UnitLevel.AREA, 1, Openness.EVERYONE),
                    unit(TEAM, "Mobile", UnitLevel.TEAM, 2, Openness.MEMBERS),
                    unit(4, "Payments", UnitLevel.TEAM, 2, Openness.EVERYONE)),
                new Reach(false, Set.of(), Set.of(), Set.of(), List.of(grants))));
  }

  private static Reach.Grant grant(long unitId, Role role) {
    return new Reach.Grant(unitId, role);
  }

  static Unit unit(long id, String name, UnitLevel level, long parentId, Openness openness) {
    return new Unit(
        id,
        name,
        level,
        Optional.of(parentId).filter(above -> above > 0),
        Optional.of("lead" + id),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        openness,
        new UnitSettings(
            Optional.empty(),
            CadenceSetting.DEFAULT,
            false,
            new Capacity(5, BigDecimal.valueOf(8), new BigDecimal("0.5"))),
        false,
        1);
  }

  static Cycle cycle(CycleState state) {
    return new Cycle(
        7,
        1,
        "Q4 2026",
        LocalDate.of(2026, 10, 1),
        LocalDate.of(2026, 12, 31),
        state,
        CycleKind.CALENDAR,
        CycleLength.QUARTER,
        Optional.of(6L),
        Optional.empty(),
        1);
  }

  static Placed objective(long id, long unitId, Visibility visibility) {
    return objective(id, unitId, visibility, CycleState.ACTIVE);
  }

  static Placed objective(long id, long unitId, Visibility visibility, CycleState state) {
    ObjectiveContent content =
        new ObjectiveContent(
            "Make the first week with us feel effortless",
            "Newcomers who get nothing done in their first week rarely come back.",
            "anna",
            ObjectiveKind.ASPIRATIONAL,
            visibility,
            Optional.empty(),
            List.of(),
            Map.of(),
            List.of(),
            List.of());
    Life life = Life.DRAFT.published(Optional.of(6), NOW, LocalDate.of(2026, 10, 1));
    return new Placed(
        new Objective(id, unitId, Optional.of(7L), content, life, false, 1),
        Optional.of(
            new Placed.Span(
                7,
                "Q4 2026",
                new Window(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)),
                state)),
        false);
  }

  static KeyResult keyResult(long id, long objectiveId, String title) {
    return new KeyResult(
        id,
        objectiveId,
        new KeyResultContent(
            title,
            "anna",
            Source.MANUAL,
            Nature.OUTCOME,
            Measure.NUMBER,
            Goal.of(BigDecimal.ONE, BigDecimal.TEN),
            BigDecimal.ONE,
            WeightBy.ISSUES),
        Life.DRAFT,
        Recorded.NOTHING,
        false,
        1);
  }
}
