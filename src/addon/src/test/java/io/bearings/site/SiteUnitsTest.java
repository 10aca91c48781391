package io.bearings.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Assignment;
import io.bearings.okr.BoardNames;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Openness;
import io.bearings.okr.OrganisationInMemory;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingRange;
import io.bearings.okr.SettingValue;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSetting;
import io.bearings.okr.UserNames;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;

public class SiteUnitsTest {
  private static final Person ADMIN = new Person("admin");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Edit BY_ADMIN = new Edit(ADMIN, NOW);
  private static final List<String> PILOTS = List.of("Acme", "Air", "Pilots");

  private final Access access = mock(Access.class);
  private final BoardNames boards = mock(BoardNames.class);
  private final SettingChanges changes = mock(SettingChanges.class);
  private final UserNames users =
      new UserNames() {
        @Override
        public Optional<String> userNameOf(String userKey) {
          return userKey.startsWith("key-") ? Optional.of(userKey.substring(4)) : Optional.empty();
        }

        @Override
        public Optional<String> keyOf(String userName) {
          return List.of("anna", "bert", "carl").contains(userName)
              ? Optional.of("key-" + userName)
              : Optional.empty();
        }
      };
  private final People people = key -> Optional.of("Name " + key);
  private OrganisationInMemory units;
  private SiteUnits site;
  private Unit company;
  private Unit area;
  private Unit team;

  @Before
  public void aSite() {
    when(access.administers(ADMIN)).thenReturn(true);
    when(access.groupExists("devs")).thenReturn(true);
    when(access.browsable(ADMIN))
        .thenReturn(List.of(new ProjectRef(100, "AIR", "Air"), new ProjectRef(101, "SEA", "Sea")));
    when(boards.canTell()).thenReturn(true);
    when(boards.namesOfAll(ADMIN)).thenReturn(Map.of(7L, "Wings", 8L, "Same", 9L, "Same"));
    fresh();
    company = units.unit("Acme", UnitLevel.COMPANY, Optional.empty());
    area = units.unit("Air", UnitLevel.AREA, Optional.of(company.id()));
    team = units.unit("Pilots", UnitLevel.TEAM, Optional.of(area.id()), List.of(100L));
  }

  private void fresh() {
    units = new OrganisationInMemory(access);
    site =
        new SiteUnits(
            units, access, boards, users, people, changes, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static UnitEntry entry(List<String> place, UnitSetting setting, SettingValue value) {
    return new UnitEntry(place, Map.of(setting, value), Map.of(UnitEntry.WHOLE, 4));
  }

  private static UnitEntry team(String... place) {
    return entry(List.of(place), UnitSetting.LEVEL, SettingValue.name("TEAM"));
  }

  private static SettingValue none() {
    return SettingRange.Perhaps.NONE;
  }

  private static SettingValue texts(String... texts) {
    return new SettingValue.Names(List.of(texts));
  }

  private UnitsPlan plan(UnitEntry... entries) {
    UnitsPlan plan = site.plan(ADMIN, List.of(entries));
    assertThat(plan.problems()).isEmpty();
    return plan;
  }

  private void apply(UnitEntry... entries) {
    site.write(ADMIN, plan(entries));
  }

  /** What is wrong with one field of one entry, without the unit and the line around it. */
  private Message problem(String field, UnitEntry... entries) {
    UnitsPlan plan = site.plan(ADMIN, List.of(entries));
    assertThat(plan.writes()).isEmpty();
    assertThat(plan.problems()).containsKey(field);
    Message whole = plan.problems().get(field);
    assertThat(whole.key()).isEqualTo("bearings.error.settingsFile.inUnit");
    return (Message) whole.args().get(2);
  }

  private Unit now(Unit unit) {
    return units.unit(unit.id()).orElseThrow();
  }

  @Test
  public void aFileOfTheSiteChangesNothingThere() {
    List<UnitEntry> entries = site.entries(ADMIN);
    assertThat(entries)
        .extracting(UnitEntry::place)
        .containsExactly(List.of("Acme"), List.of("Acme", "Air"), PILOTS);
    assertThat(entries.get(2).values()).containsOnlyKeys(UnitSetting.values());
    assertThat(entries.get(2).values().get(UnitSetting.PROJECTS)).isEqualTo(texts("AIR"));
    UnitsPlan plan = plan(entries.toArray(UnitEntry[]::new));
    assertThat(plan.differences()).isEmpty();
    assertThat(plan.writes()).isEmpty();
    assertThat(plan.left()).isEmpty();
  }

  @Test
  public void everyUnitOfAFullSiteIsMadeOnAFreshOne() {
    units.assign(
        team.id(),
        1,
        List.of(
            new Assignment(Role.LEAD, new Assignment.OnePerson("key-bert")),
            new Assignment(Role.VIEWER, new Assignment.AllOf("devs"))),
        BY_ADMIN);
    apply(
        new UnitEntry(
            PILOTS,
            Map.of(
                UnitSetting.LEAD, SettingValue.name("anna"),
                UnitSetting.GROUP, SettingValue.name("devs"),
                UnitSetting.ON_TRACK, SettingValue.amount("0.8"),
                UnitSetting.AT_RISK, SettingValue.amount("0.5"),
                UnitSetting.EVERY, SettingValue.name("MONTHLY"),
                UnitSetting.BOARDS,
                    new SettingValue.Boards(
                        List.of(new SettingValue.Board(7, Optional.of("Wings")))))));
    List<UnitEntry> entries = site.entries(ADMIN);
    fresh();
    List<UnitEntry> backwards = new ArrayList<>(entries);
    Collections.reverse(backwards);
    UnitsPlan plan = plan(backwards.toArray(UnitEntry[]::new));
    assertThat(plan.differences()).allMatch(UnitDifference::made);
    site.write(ADMIN, plan);
    assertThat(site.entries(ADMIN)).isEqualTo(entries);
    Unit made = units.all().get(2);
    assertThat(made.leadKey()).contains("key-anna");
    assertThat(made.boardIds()).containsExactly(7L);
    assertThat(made.settings().cadence().every()).isEqualTo(CadenceSetting.Every.MONTHLY);
    assertThat(units.roles(made.id())).hasSize(2);
  }

  @Test
  public void saysUnitByUnitAndSettingBySettingWhatWouldBeDifferent() {
    UnitsPlan plan =
        plan(
            new UnitEntry(
                PILOTS,
                Map.of(
                    UnitSetting.LEAD, SettingValue.name("anna"),
                    UnitSetting.HOUR, SettingValue.amount("14"),
                    UnitSetting.LEADS, texts("bert"))),
            team("Acme", "Crew"));
    UnitDifference changed = plan.differences().get(0);
    assertThat(changed.title()).isEqualTo("Acme / Air / Pilots");
    assertThat(changed.made()).isFalse();
    assertThat(changed.changes())
        .containsExactly(
            new UnitDifference.Change("lead", Message.of("bearings.unit.lead"), "", "anna"),
            new UnitDifference.Change(
                "cadence.hour", Message.of("bearings.cadence.hour"), "9", "14"),
            new UnitDifference.Change(
                "roles.lead.people",
                Message.of("bearings.settings.units.people", Message.of("bearings.role.lead")),
                "",
                "bert"));
    UnitDifference made = plan.differences().get(1);
    assertThat(made.made()).isTrue();
    assertThat(made.changes())
        .extracting(UnitDifference.Change::setting)
        .contains("parent", "level", "openness", "capacity.members")
        .doesNotContain("lead", "projects");
    assertThat(plan.left()).containsExactly("Acme", "Acme / Air");
    assertThat(now(team)).as("nothing is written").isEqualTo(team);
  }

  @Test
  public void whatAFileDoesNotSayStays() {
    apply(entry(PILOTS, UnitSetting.DEPUTY, SettingValue.name("carl")));
    Unit after = now(team);
    assertThat(after.deputyKey()).contains("key-carl");
    assertThat(after.projectIds()).containsExactly(100L);
    assertThat(now(company)).isEqualTo(company);
    assertThat(now(area)).isEqualTo(area);
    apply(entry(PILOTS, UnitSetting.DEPUTY, none()));
    assertThat(now(team).deputyKey()).isEmpty();
  }

  @Test
  public void aUnitMovesWhereTheFileNamesTheOneAboveIt() {
    UnitEntry moved = team("Acme", "Pilots");
    assertThat(plan(moved).differences()).extracting(UnitDifference::made).containsExactly(true);
    UnitsPlan plan =
        plan(entry(List.of("Acme", "Air"), UnitSetting.LEVEL, SettingValue.name("AREA")), moved);
    assertThat(plan.differences()).hasSize(1);
    assertThat(plan.differences().get(0).changes())
        .containsExactly(
            new UnitDifference.Change(
                "parent", Message.of("bearings.unit.parent"), "Acme / Air", "Acme"));
    site.write(ADMIN, plan);
    assertThat(now(team).parentId()).contains(company.id());
    apply(plan.before().toArray(UnitEntry[]::new));
    assertThat(now(team).parentId()).contains(area.id());
  }

  @Test
  public void anAreaMovesWithTheTeamsOfTheFileAndThoseThatItDoesNotName() {
    Unit crew = units.unit("Crew", UnitLevel.TEAM, Optional.of(area.id()));
    units.unit("Beta", UnitLevel.COMPANY, Optional.empty());
    apply(
        entry(List.of("Acme"), UnitSetting.ADVANCED, new SettingValue.Truth(true)),
        entry(List.of("Beta", "Air"), UnitSetting.LEVEL, SettingValue.name("AREA")),
        team("Beta", "Air", "Pilots"));
    assertThat(site.entries(ADMIN))
        .extracting(UnitEntry::title)
        .containsExactly("Acme", "Beta", "Beta / Air", "Beta / Air / Crew", "Beta / Air / Pilots");
    assertThat(now(crew)).isEqualTo(crew);
    assertThat(now(team).version()).as("its place in the tree is the same").isEqualTo(1);
  }

  @Test
  public void whatAFileMadeGoesIntoTheArchiveWhenItIsTakenBack() {
    UnitsPlan plan =
        plan(
            entry(List.of("Acme", "Sea"), UnitSetting.LEVEL, SettingValue.name("AREA")),
            team("Acme", "Sea", "Divers"));
    site.write(ADMIN, plan);
    assertThat(units.all()).hasSize(5);
    apply(plan.before().toArray(UnitEntry[]::new));
    assertThat(units.all())
        .filteredOn(Unit::archived)
        .extracting(Unit::name)
        .containsExactly("Sea", "Divers");
    assertThat(now(company)).isEqualTo(company);
  }

  @Test
  public void unitsOfOneNameAtOnePlaceStandInTheirOrder() {
    units.unit("Pilots", UnitLevel.TEAM, Optional.of(area.id()));
    List<UnitEntry> entries = site.entries(ADMIN);
    assertThat(plan(entries.toArray(UnitEntry[]::new)).differences()).isEmpty();
    assertThat(problem("units[0].name", team("Acme", "Air", "Pilots")))
        .isEqualTo(Message.of("bearings.error.settingsFile.namesakes", 2, 1));
    fresh();
    apply(entries.toArray(UnitEntry[]::new));
    assertThat(site.entries(ADMIN)).isEqualTo(entries);
  }

  @Test
  public void aPlaceThatTwoUnitsHaveNamesNoParent() {
    units.unit("Air", UnitLevel.AREA, Optional.of(company.id()));
    assertThat(problem("units[0].parent", team("Acme", "Air", "Crew")))
        .isEqualTo(Message.of("bearings.error.settingsFile.parents", "Acme / Air"));
    assertThat(plan(site.entries(ADMIN).toArray(UnitEntry[]::new)).differences())
        .as("the parent that a unit has already is known")
        .isEmpty();
  }

  @Test
  public void aPlaceBelowNothingIsRefusedAndSoIsACircle() {
    assertThat(problem("units[0].parent", team("Acme", "Nowhere", "Crew")))
        .isEqualTo(Message.of("bearings.error.settingsFile.noParent", "Acme / Nowhere"));
    assertThat(
            problem(
                "units[0].parent",
                entry(List.of("B", "A"), UnitSetting.LEVEL, SettingValue.name("AREA")),
                entry(List.of("A", "B"), UnitSetting.LEVEL, SettingValue.name("AREA"))))
        .isEqualTo(Message.of("bearings.error.settingsFile.noParent", "B"));
    assertThat(
            problem(
                "units[0].parent",
                entry(List.of("Pilots", "Air"), UnitSetting.LEVEL, SettingValue.name("AREA")),
                team("Air", "Pilots"),
                entry(List.of("Acme"), UnitSetting.ADVANCED, new SettingValue.Truth(true))))
        .isEqualTo(Message.of("bearings.error.settingsFile.noParent", "Pilots"));
  }

  @Test
  public void theTreeIsCheckedAsItIsToBe() {
    assertThat(
            problem(
                "units[0].parent",
                entry(List.of("Top"), UnitSetting.LEVEL, SettingValue.name("TEAM"))))
        .isEqualTo(Message.of("bearings.error.unit.parentRequired"));
    assertThat(problem("units[0].parent", team("Acme", "Air", "Pilots", "Crew")))
        .isEqualTo(Message.of("bearings.error.unit.order"));
    assertThat(
            problem(
                "units[0].level",
                entry(List.of("Acme", "Air"), UnitSetting.LEVEL, SettingValue.name("TEAM"))))
        .isEqualTo(Message.of("bearings.error.unit.misfits", "Pilots"));
    UnitEntry put =
        entry(List.of("Acme", "Air"), UnitSetting.ARCHIVED, new SettingValue.Truth(true));
    assertThat(problem("units[0].archived", put))
        .isEqualTo(Message.of("bearings.error.unit.inUse", "Pilots"));
    UnitEntry away = entry(PILOTS, UnitSetting.ARCHIVED, new SettingValue.Truth(true));
    apply(put, away);
    assertThat(now(area).archived()).isTrue();
    assertThat(
            problem(
                "units[0].parent",
                entry(PILOTS, UnitSetting.ARCHIVED, new SettingValue.Truth(false))))
        .isEqualTo(Message.of("bearings.error.unit.parentArchived"));
    assertThat(problem("units[0].parent", team("Acme", "Air", "Crew")))
        .isEqualTo(Message.of("bearings.error.unit.parentArchived"));
  }

  @Test
  public void aUnitThatIsMadeNeedsALevel() {
    assertThat(
            problem(
                "units[0].level",
                entry(List.of("Beta"), UnitSetting.LEAD, SettingValue.name("anna"))))
        .isEqualTo(Message.of("bearings.error.required"));
    assertThat(
            problem(
                "units[0].level",
                entry(List.of("Beta"), UnitSetting.LEVEL, SettingValue.name("EMPIRE"))))
        .isEqualTo(Message.of("bearings.error.noWord", "COMPANY, AREA, TEAM"));
    apply(entry(List.of("Beta"), UnitSetting.LEVEL, SettingValue.name("COMPANY")));
    assertThat(units.all().get(3).openness()).isEqualTo(Openness.EVERYONE);
  }

  @Test
  public void everythingThatIsWrongIsToldWithItsUnitAndLine() {
    Map<UnitSetting, SettingValue> wrong = new EnumMap<>(UnitSetting.class);
    wrong.put(UnitSetting.LEAD, SettingValue.name("nobody"));
    wrong.put(UnitSetting.DEPUTY, SettingValue.name(""));
    wrong.put(UnitSetting.GROUP, SettingValue.name("nogroup"));
    wrong.put(UnitSetting.PROJECTS, texts("NONE"));
    wrong.put(
        UnitSetting.BOARDS,
        new SettingValue.Boards(List.of(new SettingValue.Board(99, Optional.of("Gone")))));
    wrong.put(UnitSetting.CHAMPIONS, texts("nobody"));
    wrong.put(UnitSetting.CHAMPION_GROUPS, texts("nogroup"));
    UnitsPlan plan =
        site.plan(
            ADMIN,
            List.of(
                new UnitEntry(PILOTS, wrong, Map.of(UnitEntry.WHOLE, 4, "boards", 11)),
                entry(List.of("Acme"), UnitSetting.HOUR, SettingValue.amount("24"))));
    assertThat(plan.problems())
        .containsOnlyKeys(
            "units[0].lead",
            "units[0].deputy",
            "units[0].group",
            "units[0].projects",
            "units[0].boards",
            "units[0].roles.champion.people",
            "units[0].roles.champion.groups",
            "units[1].cadence.hour");
    assertThat(plan.problems().get("units[0].boards"))
        .isEqualTo(
            Message.of(
                "bearings.error.settingsFile.inUnit",
                "Acme / Air / Pilots",
                11,
                Message.of("bearings.error.noBoard", "99 Gone")));
    assertThat(plan.problems().get("units[0].lead").args().get(1)).isEqualTo(4);
  }

  @Test
  public void numbersAreWithinTheirRanges() {
    Map<UnitSetting, SettingValue> wrong = new EnumMap<>(UnitSetting.class);
    wrong.put(UnitSetting.DAY_OF_MONTH, SettingValue.amount("29"));
    wrong.put(UnitSetting.HOUR, new SettingValue.Amount(new BigDecimal("1e999999")));
    wrong.put(UnitSetting.MEMBERS, SettingValue.amount("1.5"));
    wrong.put(UnitSetting.HOURS_PER_DAY, SettingValue.amount("25"));
    wrong.put(UnitSetting.FOCUS_SHARE, SettingValue.amount("0.12345"));
    wrong.put(UnitSetting.ON_TRACK, SettingValue.amount("1.1"));
    wrong.put(
        UnitSetting.VIEWERS,
        new SettingValue.Names(IntStream.range(0, 501).mapToObj(i -> "u" + i).toList()));
    assertThat(site.plan(ADMIN, List.of(new UnitEntry(PILOTS, wrong))).problems()).hasSize(7);
    assertThat(
            problem(
                "units[0].capacity.hoursPerDay",
                entry(PILOTS, UnitSetting.HOURS_PER_DAY, SettingValue.amount("0"))))
        .isEqualTo(Message.of("bearings.error.hours"));
    assertThat(
            problem(
                "units[0].thresholds.atRisk",
                entry(PILOTS, UnitSetting.ON_TRACK, SettingValue.amount("0.8"))))
        .isEqualTo(Message.of("bearings.error.settingsFile.bothThresholds"));
    assertThat(
            problem(
                "units[0].thresholds.atRisk",
                new UnitEntry(
                    PILOTS,
                    Map.of(
                        UnitSetting.ON_TRACK, SettingValue.amount("0.5"),
                        UnitSetting.AT_RISK, SettingValue.amount("0.8")))))
        .isEqualTo(Message.of("bearings.error.thresholds.atRisk"));
    assertThat(
            problem(
                "units[0].deputy",
                new UnitEntry(
                    PILOTS,
                    Map.of(
                        UnitSetting.LEAD, SettingValue.name("anna"),
                        UnitSetting.DEPUTY, SettingValue.name("anna")))))
        .isEqualTo(Message.of("bearings.error.unit.sameDeputy"));
  }

  @Test
  public void aBoardIsFoundByItsIdAndNameAndElseByItsName() {
    assertThat(boardsAfter(7, "Wings")).containsExactly(7L);
    assertThat(boardsAfter(70, "Wings")).as("its id on another Jira").containsExactly(7L);
    assertThat(boardsAfter(8, "Same")).containsExactly(8L);
    assertThat(boardProblem(70, "Same"))
        .isEqualTo(Message.of("bearings.error.settingsFile.boards", "70 Same", 2));
    assertThat(boardProblem(7, "Tails"))
        .isEqualTo(Message.of("bearings.error.settingsFile.otherBoard", "7 Tails", "Wings"));
    assertThat(boardProblem(70, "Tails"))
        .isEqualTo(Message.of("bearings.error.noBoard", "70 Tails"));
    when(boards.canTell()).thenReturn(false);
    assertThat(boardProblem(7, "Wings")).isEqualTo(Message.of("bearings.error.unit.noSoftware"));
    assertThat(plan(site.entries(ADMIN).toArray(UnitEntry[]::new)).differences())
        .as("boards that a unit has already stay where there is no Jira Software")
        .isEmpty();
  }

  private static UnitEntry board(long id, String name) {
    return entry(
        PILOTS,
        UnitSetting.BOARDS,
        new SettingValue.Boards(List.of(new SettingValue.Board(id, Optional.of(name)))));
  }

  private List<Long> boardsAfter(long id, String name) {
    apply(board(id, name));
    return now(team).boardIds();
  }

  private Message boardProblem(long id, String name) {
    return problem("units[0].boards", board(id, name));
  }

  @Test
  public void whoAndWhatIsGoneOrHiddenStays() {
    Unit old =
        units
            .change(
                new Unit(
                    team.id(),
                    "Pilots",
                    UnitLevel.TEAM,
                    team.parentId(),
                    Optional.of("left"),
                    Optional.empty(),
                    Optional.of("former"),
                    List.of(555L, 100L),
                    List.of(77L),
                    Openness.MEMBERS,
                    team.settings(),
                    false,
                    1),
                BY_ADMIN)
            .orElseThrow();
    units.assign(
        team.id(),
        2,
        List.of(new Assignment(Role.VIEWER, new Assignment.OnePerson("left"))),
        BY_ADMIN);
    List<UnitEntry> entries = site.entries(ADMIN);
    assertThat(entries.get(2).values().get(UnitSetting.LEAD)).isEqualTo(SettingValue.name("left"));
    assertThat(plan(entries.toArray(UnitEntry[]::new)).differences()).isEmpty();
    apply(entry(PILOTS, UnitSetting.PROJECTS, texts("SEA")));
    assertThat(now(team).projectIds())
        .as("what cannot be seen cannot be taken away")
        .containsExactly(555L, 101L);
    assertThat(now(team).leadKey()).isEqualTo(old.leadKey());
    fresh();
    assertThat(site.plan(ADMIN, entries).problems())
        .containsOnlyKeys(
            "units[2].lead",
            "units[2].group",
            "units[2].projects",
            "units[2].boards",
            "units[2].roles.viewer.people");
  }

  @Test
  public void whoAppliesSecondIsToldOfTheFirst() {
    UnitsPlan plan = plan(entry(PILOTS, UnitSetting.HOUR, SettingValue.amount("8")));
    when(changes.ofUnitsSince(4))
        .thenReturn(List.of(theirs(5, company.id()), theirs(6, team.id())));
    Refusal.Conflict conflict =
        catchThrowableOfType(Refusal.Conflict.class, () -> site.requireNewest(plan, 4));
    assertThat(conflict.changedBy()).isEqualTo("Name bert");
    assertThat(conflict.changedFields()).containsExactly("Pilots");
    site.requireNewest(plan, 6);
    when(changes.ofUnitsSince(4)).thenReturn(List.of(theirs(5, company.id())));
    site.requireNewest(plan, 4);
    site.requireNewest(plan(), 4);
  }

  private static SettingChanges.Entry theirs(long id, long unitId) {
    return new SettingChanges.Entry(
        id,
        new SettingChange(
            SettingChange.Subject.UNIT, Optional.of(unitId), "advanced", "false", "true"),
        "bert",
        NOW);
  }

  @Test
  public void whatIsChangedBetweenLookingAndWritingIsAConflict() {
    UnitsPlan plan =
        plan(
            entry(List.of("Acme"), UnitSetting.HOUR, SettingValue.amount("8")),
            entry(PILOTS, UnitSetting.HOUR, SettingValue.amount("8")));
    units.assign(team.id(), 1, List.of(), new Edit(new Person("bert"), NOW));
    Refusal.Conflict conflict =
        catchThrowableOfType(Refusal.Conflict.class, () -> site.write(ADMIN, plan));
    assertThat(conflict.changedBy()).isEqualTo("Name bert");
    assertThat(conflict.currentVersion()).isEqualTo(2);
    assertThat(now(company)).as("nothing is written").isEqualTo(company);
  }

  @Test
  public void jiraIsAskedOnceForProjectsAndBoardsHoweverManyUnitsThereAre() {
    for (int i = 0; i < 50; i++) {
      units.unit("Team " + i, UnitLevel.TEAM, Optional.of(area.id()), List.of(100L, 101L));
    }
    plan(site.entries(ADMIN).toArray(UnitEntry[]::new));
    verify(access, times(2)).browsable(ADMIN);
    verify(boards, times(2)).namesOfAll(any());
  }

  @Test
  public void isForAdministrators() {
    Person member = new Person("member");
    assertThatThrownBy(() -> site.entries(member)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> site.plan(member, List.of())).isInstanceOf(Refusal.Forbidden.class);
  }
}
