package io.bearings.review;

import static io.bearings.review.Company.CARL;
import static io.bearings.review.Company.EVE;
import static io.bearings.review.Company.LEA;
import static io.bearings.review.Company.TEAM;
import static io.bearings.review.Company.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.coach.Coach;
import io.bearings.coach.Language;
import io.bearings.coach.Rule;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleState;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Recorded;
import io.bearings.okr.Refusal;
import io.bearings.okr.Rulebook;
import io.bearings.okr.Visibility;
import io.bearings.progress.SharedWork;
import io.bearings.review.UnitHealth.About;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class UnitHealthTest {
  private static final Life ACTIVE = Company.objective(1, 1, Visibility.PRIVATE).objective().life();

  private final Company company = new Company();
  private final Objectives objectives = mock(Objectives.class);
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final KpiPasts pasts = mock(KpiPasts.class);
  private final SharedWork shared = mock(SharedWork.class);
  private final UnitHealth health =
      new UnitHealth(
          company.standpoints,
          company.cycles,
          objectives,
          company.kickoffs,
          shared,
          new Coach(),
          new KpiKnowledge(
              sheets,
              pasts,
              objectives,
              company.standpoints,
              mock(Rulebook.class),
              key -> Optional.of("Anna"),
              company.clock),
          company.clock);
  private final List<Placed> stored = new ArrayList<>();
  private final List<KeyResult> keyResults = new ArrayList<>();

  @Before
  public void store() {
    when(objectives.find(any(), any()))
        .thenAnswer(
            call -> {
              Objectives.Wanted wanted = call.getArgument(0);
              return stored.stream()
                  .filter(it -> wanted.unitIds().orElseThrow().contains(it.objective().unitId()))
                  .filter(
                      it ->
                          wanted.cycle().isEmpty()
                              || wanted
                                  .cycle()
                                  .get()
                                  .equals(Objectives.InCycle.of(it.objective().cycleId())))
                  .toList();
            });
    when(objectives.keyResultsOf(anyCollection()))
        .thenAnswer(
            call ->
                keyResults.stream()
                    .filter(it -> call.<Collection<Long>>getArgument(0).contains(it.objectiveId()))
                    .toList());
  }

  @Test
  public void pointsOutWorkThatCountsTwice() {
    objective(1, TEAM, "Calm nights for whoever is on call", "Alarms", "Pages");
    KeyResult other = keyResult(900, 90, "Hidden", Recorded.NOTHING);
    when(shared.ofObjectives(List.of(1L), LEA))
        .thenReturn(
            List.of(
                new SharedWork.Shared(
                    100, SharedWork.Relation.SIBLING, keyResults.get(1), stored.get(0), 3),
                new SharedWork.Shared(
                    100,
                    SharedWork.Relation.PARENT,
                    other,
                    Company.objective(90, 9_999, Visibility.PRIVATE),
                    1)));

    assertThat(health.of(LEA, TEAM, 7, Language.EN).doubles())
        .containsExactly(
            new UnitHealth.Twice(
                keyResults.get(0), SharedWork.Relation.SIBLING, Optional.of(keyResults.get(1)), 3),
            new UnitHealth.Twice(
                keyResults.get(0), SharedWork.Relation.PARENT, Optional.empty(), 1));
  }

  private void objective(long id, long unitId, String title, String... ofKeyResults) {
    objective(id, unitId, 7, title, Visibility.UNIT_VIEWERS, ACTIVE, ofKeyResults);
  }

  private void objective(
      long id,
      long unitId,
      long cycleId,
      String title,
      Visibility visibility,
      Life life,
      String... ofKeyResults) {
    Placed like = Company.objective(id, unitId, visibility);
    ObjectiveContent content = ObjectiveContent.of(title, like.objective().why(), "anna");
    ObjectiveContent visible =
        new ObjectiveContent(
            content.title(),
            content.why(),
            content.ownerKey(),
            ObjectiveKind.ASPIRATIONAL,
            visibility,
            content.reviewOn(),
            content.labels(),
            content.fields(),
            content.projectIds(),
            content.contributingUnitIds());
    stored.add(
        new Placed(
            new Objective(id, unitId, Optional.of(cycleId), visible, life, false, 1),
            like.cycle(),
            false));
    for (String each : ofKeyResults) {
      keyResults.add(keyResult(100 + keyResults.size(), id, each, Recorded.NOTHING));
    }
  }

  /** A key result that says in its title from where to where it goes. */
  private static KeyResult keyResult(long id, long objectiveId, String title, Recorded recorded) {
    KeyResult like = Company.keyResult(id, objectiveId, title);
    KeyResultContent content =
        new KeyResultContent(
            title,
            like.ownerKey(),
            like.source(),
            like.nature(),
            like.measure(),
            Goal.NONE,
            like.weight(),
            like.weightBy());
    return new KeyResult(id, objectiveId, content, like.life(), recorded, false, 1);
  }

  private List<About> findings(Person who) {
    return health.of(who, TEAM, 7, Language.EN).findings();
  }

  @Test
  public void everyFindingSaysWhatItIsAbout() {
    objective(
        12, TEAM, "Launch the partner portal", "Publish the documentation", "Bugs from 9 to 3");
    when(company.kickoffs.unitsWithObjectives(anyCollection())).thenReturn(Set.of(1L));

    UnitHealth.Report report = health.of(LEA, TEAM, 7, Language.EN);
    assertThat(report.unit().id()).isEqualTo(TEAM);
    assertThat(report.cycle().id()).isEqualTo(7);
    assertThat(report.judged()).isEqualTo(1);
    assertThat(report.findings())
        .extracting(
            about -> about.finding().rule(),
            about -> about.objective().map(Objective::key).orElse(""),
            about -> about.keyResult().map(KeyResult::key).orElse(""))
        .containsExactly(
            tuple(Rule.TASK, "O-12", ""),
            tuple(Rule.FEW_KEY_RESULTS, "O-12", ""),
            tuple(Rule.NO_PARENT, "O-12", ""),
            tuple(Rule.DELIVERABLE, "O-12", "KR-100"));
    assertThat(report.fine()).extracting(it -> it.key()).contains("bearings.coach.fine.owners");
  }

  @Test
  public void whatContributesHasAParent() {
    objective(12, TEAM, "Make the first week with us feel effortless", "Bugs from 9 to 3");
    when(company.kickoffs.unitsWithObjectives(anyCollection())).thenReturn(Set.of(1L));
    when(company.kickoffs.contributing(anyCollection())).thenReturn(Set.of(12L));
    assertThat(findings(LEA)).extracting(it -> it.finding().rule()).doesNotContain(Rule.NO_PARENT);
  }

  @Test
  public void nothingWrittenYetIsTheOnlyThingToSay() {
    assertThat(findings(LEA))
        .extracting(it -> it.finding().rule())
        .containsExactly(Rule.NO_OBJECTIVES);
  }

  @Test
  public void whatTheReaderMayNotReadIsNotJudgedButCounted() {
    objective(12, TEAM, 7, "Launch the partner portal", Visibility.PRIVATE, ACTIVE, "Ship it");
    objective(13, TEAM, 7, "Launch another portal", Visibility.UNIT_VIEWERS, ACTIVE, "Ship it");

    UnitHealth.Report report = health.of(EVE, TEAM, 7, Language.EN);
    assertThat(report.judged()).isEqualTo(1);
    assertThat(report.hidden()).isEqualTo(1);
    assertThat(report.findings())
        .extracting(it -> it.objective().map(Objective::id).orElse(0L))
        .doesNotContain(12L);
    assertThat(health.of(LEA, TEAM, 7, Language.EN).hidden()).isZero();
  }

  @Test
  public void anotherUnitThatMovesTheSameMeasureTheOtherWayIsNamed() {
    objective(12, TEAM, "Calm nights for nurses", "Alarms a night go from 40 to 10");
    objective(13, 4, "See everything", "Alarms a night go from 40 to 90");
    assertThat(findings(CARL))
        .filteredOn(it -> it.finding().rule() == Rule.OPPOSITE_DIRECTIONS)
        .singleElement()
        .satisfies(it -> assertThat(it.keyResult().map(KeyResult::id)).hasValue(100L))
        .satisfies(
            it ->
                assertThat(it.finding().reason().args())
                    .containsExactly("Payments", "Alarms a night go from 40 to 90"));
  }

  @Test
  public void whatIsGivenUpIsNotJudgedAndWhatIsClosedOnlyOnceTheCycleIsOver() {
    objective(12, TEAM, 7, "Launch it", Visibility.UNIT_VIEWERS, ACTIVE.abandoned("No."));
    objective(13, TEAM, 7, "Launch that", Visibility.UNIT_VIEWERS, ACTIVE.closed(Optional.empty()));
    assertThat(health.of(LEA, TEAM, 7, Language.EN).judged()).isZero();

    when(company.cycles.cycle(7)).thenReturn(Optional.of(Company.cycle(CycleState.CLOSED)));
    assertThat(health.of(LEA, TEAM, 7, Language.EN).judged()).isEqualTo(1);
  }

  @Test
  public void theLastThreeCyclesTellWhetherTargetsAreTooSafeAndValuesCameLate() {
    List<Cycle> before = List.of(quarter(23), quarter(22), quarter(21), quarter(20));
    when(company.cycles.serving(any())).thenReturn(before);
    for (Cycle each : before) {
      BigDecimal score = new BigDecimal(each.id() == 20 ? "0.2" : "1");
      objective(
          each.id() * 10,
          TEAM,
          each.id(),
          "Be there",
          Visibility.UNIT_VIEWERS,
          ACTIVE.closed(Optional.of(score)));
    }
    Recorded late =
        new Recorded(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-09-29T09:00:00Z")),
            List.of(),
            List.of(),
            0,
            Optional.empty());
    keyResults.add(keyResult(500, 230, "Bugs from 9 to 3", late));
    assertThat(findings(LEA))
        .extracting(it -> it.finding().rule())
        .contains(Rule.TOO_SAFE, Rule.SET_AND_FORGOTTEN);
  }

  /** A closed quarter that ended on the last of September, or three months earlier for each id. */
  private static Cycle quarter(long id) {
    LocalDate last = LocalDate.of(2026, 10, 1).minusMonths(3 * (23 - id)).minusDays(1);
    Cycle like = Company.cycle(CycleState.CLOSED);
    return new Cycle(
        id,
        1,
        "Q" + id,
        last.plusDays(1).minusMonths(3),
        last,
        CycleState.CLOSED,
        like.kind(),
        like.length(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  @Test
  public void asksOnceForEverything() {
    objective(12, TEAM, "Launch the partner portal", "Publish the documentation");
    findings(LEA);
    verify(company.standpoints, times(1)).of(LEA);
    verify(objectives, times(2)).find(any(), any());
    verify(objectives, times(1)).keyResultsOf(anyCollection());
    verify(company.kickoffs, times(1)).contributing(anyCollection());
  }

  @Test
  public void whoDoesNotSeeTheUnitIsToldThatThereIsNone() {
    assertThatThrownBy(() -> findings(VERA)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> health.of(LEA, TEAM, 8, Language.EN))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> health.of(LEA, 99, 7, Language.EN))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void saysWhatIsWrongWithTheKpisOfTheUnit() {
    KpiSheet sheet =
        new KpiSheet(70, TEAM, KpiContent.of("Velocity and quality", "anna"), false, 1);
    when(sheets.find(KpiSheets.Wanted.ofUnits(List.of(TEAM)))).thenReturn(List.of(sheet));
    when(pasts.of(any(), any(), any()))
        .thenReturn(Map.of(70L, new KpiPasts.Past(company.clock.instant(), List.of(), Set.of())));
    assertThat(health.of(LEA, TEAM, 7, Language.EN).findings())
        .filteredOn(each -> each.kpi().isPresent())
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.kpi()).contains(sheet);
              assertThat(each.objective()).isEmpty();
            });
  }
}
