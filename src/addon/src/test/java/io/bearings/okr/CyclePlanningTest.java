package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Test;

public class CyclePlanningTest {
  private static final Person ADMIN = new Person("admin");
  private static final Person LEAD = new Person("lead");
  private static final Person MEMBER = new Person("member");
  private static final Person STRANGER = new Person("stranger");
  private static final ProjectRef DEMO = new ProjectRef(100, "DEMO", "Mobile app");

  private final Access access = mock(Access.class);
  private final OrganisationInMemory store = new OrganisationInMemory(access);
  private final Planning objectives = mock(Planning.class);
  private final CyclePlanning planning =
      new CyclePlanning(
          store,
          objectives,
          store,
          access,
          key -> Optional.of("Name " + key),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  private Unit company;
  private Unit team;
  private Unit other;
  private Cycle year;

  @Before
  public void aCompanyWithAYearAndATeam() {
    when(access.administers(ADMIN)).thenReturn(true);
    when(access.project(LEAD, 100)).thenReturn(Optional.of(DEMO));
    company = store.unit("Example", UnitLevel.COMPANY, Optional.empty());
    team = store.unit("Mobile", UnitLevel.TEAM, Optional.of(company.id()));
    other = store.unit("Payments", UnitLevel.TEAM, Optional.of(company.id()));
    store.grant(team, Role.LEAD, LEAD);
    store.grant(team, Role.CONTRIBUTOR, MEMBER);
    year =
        planning.create(
            ADMIN,
            company.id(),
            draft("2026", "2026-01-01", "2026-12-31", CycleLength.YEAR, Optional.empty()));
  }

  @Test
  public void aLeadCreatesACycleInsideALongerOne() {
    Cycle created = planning.create(LEAD, team.id(), quarter(" Q4 ", "2026-10-01", "2026-12-31"));
    assertThat(created.name()).isEqualTo("Q4");
    assertThat(created.state()).isEqualTo(CycleState.PLANNING);
    assertThat(created.kind()).isEqualTo(CycleKind.CALENDAR);
    assertThat(created.parentId()).contains(year.id());
  }

  @Test
  public void aCycleServesTheBranchOfItsUnit() {
    Cycle own = planning.create(LEAD, team.id(), quarter("Q4", "2026-10-01", "2026-12-31"));
    assertThat(planning.serving(MEMBER, team.id()).cycles()).containsExactly(own, year);
    assertThat(planning.serving(ADMIN, company.id()).cycles()).containsExactly(year);
    assertThat(planning.serving(ADMIN, other.id()).cycles()).containsExactly(year);
    assertThat(planning.one(MEMBER, year.id()).cycles()).containsExactly(year);
    assertThat(planning.one(MEMBER, year.id()).standpoint().who()).isEqualTo(MEMBER);
  }

  @Test
  public void whatOneMayNotSeeDoesNotExist() {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> planning.serving(STRANGER, team.id()),
            () -> planning.one(STRANGER, year.id()),
            () -> planning.one(ADMIN, 99),
            () -> planning.changes(STRANGER, year.id()),
            () -> planning.create(STRANGER, team.id(), quarter("X", "2026-01-01", "2026-02-01")),
            () -> planning.edit(STRANGER, year.id(), 1, quarter("X", "2026-01-01", "2026-02-01")),
            () -> planning.step(by(STRANGER), year.id(), 1, CycleState.ACTIVE))) {
      assertThatThrownBy(call).isInstanceOf(Refusal.NotFound.class);
    }
  }

  @Test
  public void onlyLeadsManageCycles() {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> planning.create(MEMBER, team.id(), quarter("X", "2026-01-01", "2026-02-01")),
            () -> planning.edit(LEAD, year.id(), 1, quarter("X", "2026-01-01", "2026-02-01")),
            () -> planning.step(by(LEAD), year.id(), 1, CycleState.ACTIVE))) {
      assertThatThrownBy(call).isInstanceOf(Refusal.Forbidden.class);
    }
  }

  @Test
  public void namesEveryFieldThatIsWrong() {
    CycleDraft empty =
        new CycleDraft(
            " ",
            Optional.empty(),
            Optional.empty(),
            Optional.of(CycleKind.PROJECT),
            Optional.empty(),
            Optional.of(99L),
            Optional.empty());
    assertThat(fieldsOf(() -> planning.create(LEAD, team.id(), empty)))
        .containsOnlyKeys("name", "first", "last", "parentId", "project");
    assertThat(
            fieldsOf(
                () ->
                    planning.create(
                        LEAD, team.id(), quarter("x".repeat(256), "1999-12-31", "2200-01-01"))))
        .containsOnlyKeys("name", "first", "last");
  }

  @Test
  public void refusesDaysThatDoNotFit() {
    planning.create(LEAD, team.id(), quarter("Q4", "2026-10-01", "2026-12-31"));
    assertThat(fields("2026-12-01", "2026-11-30")).containsOnlyKeys("last");
    assertThat(fields("2026-12-31", "2026-12-31")).containsOnlyKeys("first");
    assertThat(fields("2025-12-31", "2026-01-31")).containsOnlyKeys("parentId");
  }

  private Map<String, Message> fields(String first, String last) {
    return fieldsOf(() -> planning.create(LEAD, team.id(), quarter("X", first, last)));
  }

  @Test
  public void refusesWhatOverlapsBecauseSomebodyElseWasFaster() {
    Cycles slow = mock(Cycles.class);
    when(slow.serving(List.of(team.id()))).thenReturn(List.of());
    when(slow.add(any(), any())).thenReturn(Optional.empty());
    CyclePlanning late =
        new CyclePlanning(
            slow,
            objectives,
            store,
            access,
            key -> Optional.empty(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    CycleDraft draft =
        draft("Q4", "2026-10-01", "2026-12-31", CycleLength.QUARTER, Optional.empty());
    assertThat(fieldsOf(() -> late.create(LEAD, team.id(), draft))).containsOnlyKeys("first");
  }

  @Test
  public void aParentServesTheUnitAndIsNoPartOfTheCycle() {
    Cycle foreign =
        planning.create(
            ADMIN,
            other.id(),
            draft("F", "2026-01-01", "2026-12-31", CycleLength.CUSTOM, Optional.empty()));
    assertThat(
            fieldsOf(
                () ->
                    planning.create(
                        LEAD, team.id(), within(foreign.id(), "2026-10-01", "2026-12-31"))))
        .containsOnlyKeys("parentId");
    Cycle outer = planning.create(LEAD, team.id(), within(year.id(), "2026-10-01", "2026-12-31"));
    CycleDraft half =
        draft("H", "2026-10-01", "2026-12-31", CycleLength.HALF, Optional.of(outer.id()));
    Cycle inner = planning.create(LEAD, team.id(), half);
    for (long self : List.of(outer.id(), inner.id())) {
      assertThat(
              fieldsOf(
                  () ->
                      planning.edit(LEAD, outer.id(), 1, within(self, "2026-10-01", "2026-12-31"))))
          .containsOnlyKeys("parentId");
    }
  }

  @Test
  public void aCycleKeepsItsPartsInside() {
    planning.create(LEAD, team.id(), quarter("Q4", "2026-10-01", "2026-12-31"));
    CycleDraft shorter =
        draft("2026", "2026-01-01", "2026-12-30", CycleLength.YEAR, Optional.empty());
    assertThat(fieldsOf(() -> planning.edit(ADMIN, year.id(), 1, shorter)))
        .isEqualTo(Map.of("first", Message.of("bearings.error.cycle.part", "Q4")));
  }

  @Test
  public void aProjectCycleIsBoundToAProjectAnEpicOrAVersion() {
    assertThat(bound(100, "DEMO-7", null).binding())
        .contains(new CycleBinding(100, Optional.of("DEMO-7"), Optional.empty()));
    assertThat(bound(100, null, "2.0").kind()).isEqualTo(CycleKind.PROJECT);
    assertThat(bound(100, null, null).binding()).isPresent();
    assertThat(fieldsOf(() -> bound(200, null, null))).containsOnlyKeys("project");
    assertThat(fieldsOf(() -> bound(100, "OPS-7", null))).containsOnlyKeys("epicKey");
    assertThat(fieldsOf(() -> bound(100, "DEMO-x", null))).containsOnlyKeys("epicKey");
    assertThat(fieldsOf(() -> bound(100, "DEMO-7", "2.0"))).containsOnlyKeys("fixVersion");
    assertThat(fieldsOf(() -> bound(100, null, "x".repeat(256)))).containsOnlyKeys("fixVersion");
    CycleDraft calendar =
        new CycleDraft(
            "X",
            Optional.of(LocalDate.parse("2026-01-01")),
            Optional.of(LocalDate.parse("2026-12-31")),
            Optional.of(CycleKind.CALENDAR),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new CycleBinding(100, Optional.empty(), Optional.empty())));
    assertThat(fieldsOf(() -> planning.create(LEAD, team.id(), calendar)))
        .containsOnlyKeys("project");
  }

  private Cycle bound(long projectId, String epic, String version) {
    return planning.create(
        LEAD,
        team.id(),
        new CycleDraft(
            "Release",
            Optional.of(LocalDate.parse("2026-01-01")),
            Optional.of(LocalDate.parse("2026-12-31")),
            Optional.of(CycleKind.PROJECT),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new CycleBinding(
                    projectId, Optional.ofNullable(epic), Optional.ofNullable(version)))));
  }

  @Test
  public void editsACycle() {
    Cycle created = planning.create(LEAD, team.id(), quarter("Q4", "2026-10-01", "2026-12-31"));
    CycleDraft draft =
        new CycleDraft(
            "Autumn",
            Optional.of(LocalDate.parse("2026-10-05")),
            Optional.of(LocalDate.parse("2026-12-20")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Cycle after = planning.edit(LEAD, created.id(), 1, draft);
    assertThat(after.name()).isEqualTo("Autumn");
    assertThat(after.length()).isEqualTo(CycleLength.QUARTER);
    assertThat(after.parentId()).isEmpty();
    assertThat(after.version()).isEqualTo(2);
    assertThatThrownBy(() -> planning.edit(LEAD, created.id(), 1, draft))
        .isInstanceOf(Refusal.Conflict.class);
  }

  @Test
  public void doesNotChangeTheKind() {
    Cycle created = planning.create(LEAD, team.id(), quarter("Q4", "2026-10-01", "2026-12-31"));
    CycleDraft draft =
        new CycleDraft(
            "Q4",
            Optional.of(created.first()),
            Optional.of(created.last()),
            Optional.of(CycleKind.PROJECT),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(fieldsOf(() -> planning.edit(LEAD, created.id(), 1, draft)))
        .containsOnlyKeys("kind");
  }

  @Test
  public void goesStepByStepAndIsReopenedByAnAdministratorOnly() {
    Cycle cycle = planning.create(LEAD, team.id(), quarter("Q4", "2026-10-01", "2026-12-31"));
    assertThat(fieldsOf(() -> planning.step(by(LEAD), cycle.id(), 1, CycleState.CLOSED)))
        .containsOnlyKeys("state");
    planning.step(by(LEAD), cycle.id(), 1, CycleState.ACTIVE);
    assertThat(fieldsOf(() -> planning.step(by(LEAD), cycle.id(), 2, CycleState.PLANNING)))
        .containsOnlyKeys("state");
    planning.step(by(LEAD), cycle.id(), 2, CycleState.REVIEW);
    Cycle closed = planning.step(by(LEAD), cycle.id(), 3, CycleState.CLOSED);
    assertThat(closed.state()).isEqualTo(CycleState.CLOSED);
    verify(objectives).closeAll(eq(by(LEAD)), any(), eq(cycle.id()));
    CycleDraft draft = quarter("New", "2026-10-01", "2026-12-31");
    assertThat(
            catchThrowableOfType(
                    Refusal.Invalid.class, () -> planning.edit(ADMIN, cycle.id(), 4, draft))
                .text())
        .isEqualTo(Message.of("bearings.error.cycleClosed"));
    assertThatThrownBy(() -> planning.step(by(LEAD), cycle.id(), 4, CycleState.REVIEW))
        .isInstanceOf(Refusal.Forbidden.class);
    planning.step(by(ADMIN), cycle.id(), 4, CycleState.REVIEW);
    assertThat(planning.changes(MEMBER, cycle.id()))
        .extracting(CycleChange::to)
        .containsExactly("ACTIVE", "REVIEW", "CLOSED", "REVIEW");
    assertThat(planning.changes(MEMBER, cycle.id()).get(3).byKey()).isEqualTo("admin");
  }

  @Test
  public void saysWhoSavedMeanwhile() {
    planning.step(by(ADMIN), year.id(), 1, CycleState.ACTIVE);
    Refusal.Conflict conflict =
        catchThrowableOfType(
            Refusal.Conflict.class,
            () -> planning.step(by(ADMIN), year.id(), 1, CycleState.REVIEW));
    assertThat(conflict.currentVersion()).isEqualTo(2);
    assertThat(conflict.changedBy()).isEqualTo("Name admin");
  }

  @Test
  public void aCycleWhoseObjectivesCannotBeClosedStaysInReview() {
    planning.step(by(ADMIN), year.id(), 1, CycleState.ACTIVE);
    planning.step(by(ADMIN), year.id(), 2, CycleState.REVIEW);
    doThrow(new Refusal.Conflict("O-12", 3, "Bert"))
        .when(objectives)
        .closeAll(any(), any(), anyLong());
    assertThatThrownBy(() -> planning.step(by(ADMIN), year.id(), 3, CycleState.CLOSED))
        .isInstanceOf(Refusal.Conflict.class);
    assertThat(planning.one(ADMIN, year.id()).cycles().get(0).state()).isEqualTo(CycleState.REVIEW);
  }

  private static Writer by(Person who) {
    return new Writer(who, Tag.MANUAL);
  }

  private static Map<String, Message> fieldsOf(ThrowingCallable call) {
    return catchThrowableOfType(Refusal.Invalid.class, call).fields();
  }

  private CycleDraft quarter(String name, String first, String last) {
    return draft(name, first, last, CycleLength.QUARTER, Optional.of(year.id()));
  }

  private static CycleDraft within(long parentId, String first, String last) {
    return draft("W", first, last, CycleLength.QUARTER, Optional.of(parentId));
  }

  private static CycleDraft draft(
      String name, String first, String last, CycleLength length, Optional<Long> parentId) {
    return new CycleDraft(
        name,
        Optional.of(LocalDate.parse(first)),
        Optional.of(LocalDate.parse(last)),
        Optional.empty(),
        Optional.of(length),
        parentId,
        Optional.empty());
  }
}
