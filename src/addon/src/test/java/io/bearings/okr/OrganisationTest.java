package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Test;

public class OrganisationTest {
  private static final Person ADMIN = new Person("admin");
  private static final Person LEAD = new Person("lead");
  private static final Person CHAMPION = new Person("champion");
  private static final Person MEMBER = new Person("member");
  private static final Person STRANGER = new Person("stranger");
  private static final ProjectRef DEMO = new ProjectRef(100, "DEMO", "Mobile app");

  private final Access access = mock(Access.class);
  private final OrganisationInMemory store = new OrganisationInMemory(access);
  private final Set<String> gone = new HashSet<>(Set.of("nobody"));
  private final People people =
      key -> gone.contains(key) ? Optional.empty() : Optional.of("Name " + key);
  private final BoardNames boards = mock(BoardNames.class);
  private final Organisation organisation =
      new Organisation(
          store, store, access, boards, people, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  private Unit company;
  private Unit area;
  private Unit team;

  @Before
  public void aCompanyWithAnAreaAndATeam() {
    when(access.administers(ADMIN)).thenReturn(true);
    when(access.groupExists("developers")).thenReturn(true);
    when(access.projects(any(), any())).thenReturn(Map.of(100L, DEMO));
    company = store.unit("Example", UnitLevel.COMPANY, Optional.empty());
    area = store.unit("Product", UnitLevel.AREA, Optional.of(company.id()));
    team = store.unit("Mobile", UnitLevel.TEAM, Optional.of(area.id()), List.of(100L, 999L));
    store.grant(area, Role.CHAMPION, CHAMPION);
    store.grant(team, Role.LEAD, LEAD);
    store.grant(team, Role.CONTRIBUTOR, MEMBER);
  }

  @Test
  public void anAdministratorCreatesACompany() {
    Unit created = organisation.create(ADMIN, draft(" Other ", UnitLevel.COMPANY, null));
    assertThat(created.name()).isEqualTo("Other");
    assertThat(created.openness()).isEqualTo(Openness.EVERYONE);
    assertThat(created.settings()).isEqualTo(UnitSettings.DEFAULT);
    assertThat(store.unit(created.id())).contains(created);
  }

  @Test
  public void aChampionCreatesUnitsInTheirBranchOnly() {
    Unit created = organisation.create(CHAMPION, draft("Payments", UnitLevel.TEAM, area.id()));
    assertThat(created.parentId()).contains(area.id());
    assertThat(created.openness()).isEqualTo(Openness.MEMBERS);
    assertThat(fieldsOf(() -> organisation.create(CHAMPION, draft("X", UnitLevel.AREA, 1L))))
        .containsOnlyKeys("parentId");
    assertThatThrownBy(() -> organisation.create(CHAMPION, draft("X", UnitLevel.COMPANY, null)))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void aLeadCreatesNoUnits() {
    store.grant(area, Role.LEAD, LEAD);
    assertThatThrownBy(() -> organisation.create(LEAD, draft("X", UnitLevel.TEAM, area.id())))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void keepsAllThatANewUnitSays() {
    UnitDraft draft =
        new UnitDraft(
            "Payments",
            Optional.of(UnitLevel.TEAM),
            Optional.of(area.id()),
            Optional.of("anna"),
            Optional.of("bert"),
            Optional.of("developers"),
            List.of(100L, 100L),
            Optional.empty(),
            Optional.of(Openness.EVERYONE),
            Optional.of(settings("0.8", "0.5", 28, 23, "7.5", "0.6")));
    Unit created = organisation.create(ADMIN, draft);
    assertThat(created.projectIds()).containsExactly(100L);
    assertThat(created.groupName()).contains("developers");
    assertThat(created.leadKey()).contains("anna");
    assertThat(created.deputyKey()).contains("bert");
    assertThat(created.openness()).isEqualTo(Openness.EVERYONE);
    assertThat(created.settings().thresholds())
        .contains(new Thresholds(new BigDecimal("0.8"), new BigDecimal("0.5")));
    assertThat(created.settings().advanced()).isTrue();
  }

  @Test
  public void namesEveryFieldThatIsWrong() {
    UnitDraft draft =
        new UnitDraft(
            " ",
            Optional.empty(),
            Optional.of(area.id()),
            Optional.of("nobody"),
            Optional.of("nobody"),
            Optional.of("others"),
            List.of(300L),
            Optional.empty(),
            Optional.empty(),
            Optional.of(settings("1.1", "0", 29, 24, "24.1", "1.01")));
    assertThat(fieldsOf(() -> organisation.create(ADMIN, draft)))
        .containsOnlyKeys(
            "name",
            "level",
            "lead",
            "deputy",
            "group",
            "projects",
            "settings.thresholds.onTrack",
            "settings.thresholds.atRisk",
            "settings.cadence.dayOfMonth",
            "settings.cadence.hour",
            "settings.capacity.hoursPerDay",
            "settings.capacity.focusShare");
  }

  @Test
  public void whoWasDeletedKeepsNobodyFromRenamingTheUnit() {
    Unit led = organisation.edit(ADMIN, team.id(), 1, ledBy("Mobile", "anna", "bert"));
    gone.addAll(List.of("anna", "bert"));
    assertThat(organisation.edit(ADMIN, team.id(), led.version(), ledBy("Web", "anna", "bert")))
        .satisfies(
            unit -> {
              assertThat(unit.name()).isEqualTo("Web");
              assertThat(unit.leadKey()).contains("anna");
            });
    UnitDraft swapped = ledBy("Web", "bert", "anna");
    assertThat(fieldsOf(() -> organisation.edit(ADMIN, team.id(), 3, swapped)))
        .containsOnlyKeys("lead", "deputy");
  }

  private UnitDraft ledBy(String name, String lead, String deputy) {
    return new UnitDraft(
        name,
        Optional.of(UnitLevel.TEAM),
        Optional.of(area.id()),
        Optional.of(lead),
        Optional.of(deputy),
        Optional.of("developers"),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  public void refusesNumbersThatAreTooFine() {
    UnitDraft draft = withSettings(settings("0.80001", "0.50001", 0, -1, "7.00001", "0.00001"));
    assertThat(fieldsOf(() -> organisation.edit(LEAD, team.id(), 1, draft)))
        .containsOnlyKeys(
            "settings.thresholds.onTrack",
            "settings.thresholds.atRisk",
            "settings.cadence.dayOfMonth",
            "settings.cadence.hour",
            "settings.capacity.hoursPerDay",
            "settings.capacity.focusShare");
    UnitSettingsDraft members =
        new UnitSettingsDraft(
            Optional.empty(),
            CadenceSetting.DEFAULT,
            false,
            new Capacity(-1, BigDecimal.ZERO, new BigDecimal("-1")));
    assertThat(fieldsOf(() -> organisation.edit(LEAD, team.id(), 1, withSettings(members))))
        .containsOnlyKeys(
            "settings.capacity.members",
            "settings.capacity.hoursPerDay",
            "settings.capacity.focusShare");
  }

  @Test
  public void refusesTooManyProjectsAndLeadAsDeputy() {
    UnitDraft draft =
        new UnitDraft(
            "x".repeat(256),
            Optional.of(UnitLevel.TEAM),
            Optional.of(area.id()),
            Optional.of("anna"),
            Optional.of("anna"),
            Optional.empty(),
            Collections.nCopies(UnitRules.PROJECTS + 1, 100L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(fieldsOf(() -> organisation.create(ADMIN, draft)))
        .containsOnlyKeys("name", "deputy", "projects");
  }

  @Test
  public void keepsTheTreeInOrder() {
    assertThat(fieldsOf(() -> organisation.create(ADMIN, draft("X", UnitLevel.TEAM, null))))
        .containsOnlyKeys("parentId");
    for (Unit parent : List.of(area, team)) {
      assertThat(
              fieldsOf(() -> organisation.create(ADMIN, draft("X", UnitLevel.AREA, parent.id()))))
          .containsOnlyKeys("parentId");
    }
    assertThat(
            fieldsOf(() -> organisation.create(ADMIN, draft("X", UnitLevel.COMPANY, company.id()))))
        .containsOnlyKeys("parentId");
    assertThat(
            fieldsOf(
                () ->
                    organisation.edit(
                        ADMIN, area.id(), 1, draft("Product", UnitLevel.TEAM, company.id()))))
        .containsOnlyKeys("level");
  }

  @Test
  public void aLeadEditsTheUnitAndKeepsProjectsThatTheyDoNotSee() {
    UnitDraft draft = draft("Mobile app", null, area.id());
    Unit after = organisation.edit(LEAD, team.id(), 1, draft);
    assertThat(after.name()).isEqualTo("Mobile app");
    assertThat(after.level()).isEqualTo(UnitLevel.TEAM);
    assertThat(after.projectIds()).containsExactly(999L);
    assertThat(after.version()).isEqualTo(2);
    assertThat(store.unit(team.id())).contains(after);
  }

  @Test
  public void onlyWhoMayCreateUnitsMovesThem() {
    Unit other = store.unit("Commerce", UnitLevel.AREA, Optional.of(company.id()));
    UnitDraft moved = draft("Mobile", null, other.id());
    assertThatThrownBy(() -> organisation.edit(LEAD, team.id(), 1, moved))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(fieldsOf(() -> organisation.edit(CHAMPION, team.id(), 1, moved)))
        .containsOnlyKeys("parentId");
    store.grant(other, Role.VIEWER, CHAMPION);
    assertThatThrownBy(() -> organisation.edit(CHAMPION, team.id(), 1, moved))
        .isInstanceOf(Refusal.Forbidden.class);
    store.grant(other, Role.CHAMPION, CHAMPION);
    assertThat(organisation.edit(CHAMPION, team.id(), 1, moved).parentId()).contains(other.id());
  }

  @Test
  public void whatOneMayNotSeeDoesNotExist() {
    UnitDraft draft = draft("X", null, area.id());
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> organisation.edit(STRANGER, team.id(), 1, draft),
            () -> organisation.archive(STRANGER, team.id(), 1),
            () -> organisation.restore(STRANGER, team.id(), 1),
            () -> organisation.roles(STRANGER, team.id()),
            () -> organisation.assign(STRANGER, team.id(), 1, List.of()),
            () -> organisation.edit(ADMIN, 99, 1, draft))) {
      assertThatThrownBy(call).isInstanceOf(Refusal.NotFound.class);
    }
  }

  @Test
  public void whoOnlyTakesPartManagesNothing() {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> organisation.edit(MEMBER, team.id(), 1, draft("X", null, area.id())),
            () -> organisation.archive(LEAD, team.id(), 1),
            () -> organisation.restore(LEAD, team.id(), 1),
            () -> organisation.roles(MEMBER, team.id()),
            () -> organisation.assign(MEMBER, team.id(), 1, List.of()))) {
      assertThatThrownBy(call).isInstanceOf(Refusal.Forbidden.class);
    }
  }

  @Test
  public void saysWhoSavedMeanwhile() {
    organisation.edit(LEAD, team.id(), 1, draft("New", null, area.id()));
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> organisation.edit(ADMIN, team.id(), 1, draft("X", null, area.id())),
            () -> organisation.archive(ADMIN, team.id(), 1),
            () -> organisation.restore(ADMIN, team.id(), 1),
            () -> organisation.assign(ADMIN, team.id(), 1, List.of()))) {
      Refusal.Conflict conflict = catchThrowableOfType(Refusal.Conflict.class, call);
      assertThat(conflict.currentVersion()).isEqualTo(2);
      assertThat(conflict.changedBy()).isEqualTo("Name lead");
    }
  }

  @Test
  public void archivesFromBelowAndRestoresFromAbove() {
    assertThat(
            catchThrowableOfType(
                    Refusal.Invalid.class, () -> organisation.archive(ADMIN, area.id(), 1))
                .text())
        .isEqualTo(Message.of("bearings.error.unit.inUse", "Mobile"));
    assertThat(organisation.archive(CHAMPION, team.id(), 1).archived()).isTrue();
    assertThat(organisation.archive(CHAMPION, area.id(), 1).archived()).isTrue();
    assertThatThrownBy(() -> organisation.restore(CHAMPION, team.id(), 2))
        .isInstanceOf(Refusal.Invalid.class);
    assertThat(fieldsOf(() -> organisation.create(ADMIN, draft("New", UnitLevel.TEAM, area.id()))))
        .containsOnlyKeys("parentId");
    assertThat(organisation.restore(CHAMPION, area.id(), 2).archived()).isFalse();
    assertThat(organisation.restore(CHAMPION, team.id(), 2).archived()).isFalse();
  }

  @Test
  public void replacesRoles() {
    List<Assignment> wanted =
        List.of(
            person(Role.VIEWER, "anna"),
            person(Role.VIEWER, "anna"),
            new Assignment(Role.CONTRIBUTOR, new Assignment.AllOf("developers")));
    UnitRoles after = organisation.assign(LEAD, team.id(), 1, wanted);
    assertThat(after.unit().version()).isEqualTo(2);
    assertThat(after.roles()).containsExactly(wanted.get(0), wanted.get(2));
    assertThat(organisation.roles(ADMIN, team.id()).roles()).isEqualTo(after.roles());
  }

  @Test
  public void namesEveryRoleThatIsWrong() {
    List<Assignment> wanted =
        List.of(
            person(Role.VIEWER, "nobody"),
            new Assignment(Role.VIEWER, new Assignment.AllOf("others")),
            person(Role.EXECUTIVE, "anna"),
            person(Role.CHAMPION, "anna"));
    assertThat(fieldsOf(() -> organisation.assign(LEAD, team.id(), 1, wanted)))
        .containsOnlyKeys("roles[0].person", "roles[1].group", "roles[2].role", "roles[3].role");
    assertThat(fieldsOf(() -> organisation.assign(CHAMPION, team.id(), 1, wanted)))
        .containsOnlyKeys("roles[0].person", "roles[1].group", "roles[2].role");
    List<Assignment> many = new ArrayList<>();
    for (int i = 0; i <= UnitRules.ROLES; i++) {
      many.add(person(Role.VIEWER, "p" + i));
    }
    assertThat(fieldsOf(() -> organisation.assign(ADMIN, team.id(), 1, many)))
        .containsOnlyKeys("roles");
  }

  @Test
  public void aLeadLeavesExecutivesAndChampionsAsTheyAre() {
    store.grant(team, Role.EXECUTIVE, new Person("boss"));
    List<Assignment> stored = organisation.roles(LEAD, team.id()).roles();
    assertThat(organisation.assign(LEAD, team.id(), 1, stored).roles()).isEqualTo(stored);
    assertThat(fieldsOf(() -> organisation.assign(LEAD, team.id(), 2, List.of())))
        .containsOnlyKeys("roles");
    assertThat(organisation.assign(ADMIN, team.id(), 2, List.of()).roles()).isEmpty();
  }

  private static Assignment person(Role role, String key) {
    return new Assignment(role, new Assignment.OnePerson(key));
  }

  private Map<String, Message> fieldsOf(ThrowingCallable call) {
    return catchThrowableOfType(Refusal.Invalid.class, call).fields();
  }

  private UnitDraft withSettings(UnitSettingsDraft settings) {
    return new UnitDraft(
        "Mobile",
        Optional.empty(),
        Optional.of(area.id()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(settings));
  }

  @Test
  public void aUnitNamesBoardsThatTheWriterSees() {
    when(boards.canTell()).thenReturn(true);
    when(boards.names(any(), anyCollection())).thenReturn(Map.of(7L, "Mobile board"));
    Unit named = organisation.edit(LEAD, team.id(), 1, naming(7, 7));
    assertThat(named.boardIds()).containsExactly(7L);

    when(boards.names(any(), anyCollection())).thenReturn(Map.of());
    assertThat(fieldsOf(() -> organisation.edit(LEAD, team.id(), 2, naming(7, 8))))
        .containsExactly(Map.entry("boards", Message.of("bearings.error.noBoard", "8")));
    assertThat(organisation.edit(LEAD, team.id(), 2, naming(7)).boardIds())
        .as("one that is gone may stay")
        .containsExactly(7L);
    assertThat(organisation.edit(LEAD, team.id(), 3, draft("Mobile", null, area.id())).boardIds())
        .as("who says nothing leaves them")
        .containsExactly(7L);
    assertThat(organisation.edit(LEAD, team.id(), 4, naming()).boardIds()).isEmpty();
  }

  @Test
  public void withoutJiraSoftwareThereIsNoBoardToName() {
    assertThat(fieldsOf(() -> organisation.edit(LEAD, team.id(), 1, naming(7))))
        .containsExactly(Map.entry("boards", Message.of("bearings.error.unit.noSoftware")));
    verify(boards, never()).names(any(), any());
  }

  @Test
  public void refusesTooManyBoards() {
    long[] many = LongStream.rangeClosed(1, UnitRules.BOARDS + 1).toArray();
    assertThat(fieldsOf(() -> organisation.edit(LEAD, team.id(), 1, naming(many))))
        .containsExactly(
            Map.entry("boards", Message.of("bearings.error.tooMany", UnitRules.BOARDS)));
  }

  @Test
  public void anArchivedUnitKeepsItsBoards() {
    when(boards.canTell()).thenReturn(true);
    when(boards.names(any(), anyCollection())).thenReturn(Map.of(7L, "Mobile board"));
    organisation.edit(LEAD, team.id(), 1, naming(7));
    assertThat(organisation.archive(CHAMPION, team.id(), 2).boardIds()).containsExactly(7L);
  }

  private UnitDraft naming(long... boardIds) {
    UnitDraft draft = draft("Mobile", null, area.id());
    return new UnitDraft(
        draft.name(),
        draft.level(),
        draft.parentId(),
        draft.leadKey(),
        draft.deputyKey(),
        draft.groupName(),
        draft.projectIds(),
        Optional.of(LongStream.of(boardIds).boxed().toList()),
        draft.openness(),
        draft.settings());
  }

  private static UnitDraft draft(String name, UnitLevel level, Long parentId) {
    return new UnitDraft(
        name,
        Optional.ofNullable(level),
        Optional.ofNullable(parentId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static UnitSettingsDraft settings(
      String onTrack, String atRisk, int dayOfMonth, int hour, String hours, String focus) {
    return new UnitSettingsDraft(
        Optional.of(new UnitSettingsDraft.Pace(new BigDecimal(onTrack), new BigDecimal(atRisk))),
        new CadenceSetting(CadenceSetting.Every.MONTHLY, DayOfWeek.MONDAY, dayOfMonth, hour),
        true,
        new Capacity(7, new BigDecimal(hours), new BigDecimal(focus)));
  }
}
