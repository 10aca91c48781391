package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class StandpointTest {
  private static final Person ANNA = new Person("anna");
  private static final long MOBILE = 3;
  private static final long PAYMENTS = 4;
  private static final long SALES = 5;

  /** Company 1 with area 2, which has teams 3 and 4, and area 5, which has team 6. */
  private static final List<Unit> UNITS =
      List.of(
          open(1, "Example", UnitLevel.COMPANY, 0),
          open(2, "Product", UnitLevel.AREA, 1),
          closed(MOBILE, "mobile", 2),
          closed(PAYMENTS, "Payments", 2),
          open(SALES, "Commerce", UnitLevel.AREA, 1),
          closed(6, "Field", SALES));

  @Test
  public void everybodyReadsOpenUnitsAndKnowsNothingOfTheOthers() {
    Standpoint standpoint = of(nothing());

    assertThat(standpoint.units()).extracting(Unit::id).containsExactly(1L, 5L, 2L);
    assertThat(standpoint.unit(MOBILE)).isEmpty();
    assertThat(standpoint.unit(2)).isPresent();
    assertThat(allowed(standpoint, 2, false))
        .containsExactlyInAnyOrder(Operation.SEE, Operation.FOLLOW);
    assertThat(allowed(standpoint, MOBILE, true)).isEmpty();
  }

  @Test
  public void sprintsAreOnTheBoardsThatUnitsNameAndElseOnThoseOfTheirProjects() {
    Standpoint standpoint =
        Okrs.standpoint(
            ANNA,
            Okrs.naming(Okrs.team(1, "Names", Optional.empty(), 100L), 7L, 8L),
            Okrs.team(2, "Names none", Optional.empty(), 200L));
    assertThat(standpoint.boardsOfBranch(1)).isEqualTo(new TeamBoards(Set.of(7L, 8L), Set.of()));
    assertThat(standpoint.boardsOfBranch(2)).isEqualTo(new TeamBoards(Set.of(), Set.of(200L)));
    assertThat(standpoint.boardsOfBranch(9)).isEqualTo(new TeamBoards(Set.of(), Set.of()));
    assertThat(standpoint.naming(8)).extracting(Unit::id).containsExactly(1L);
    assertThat(standpoint.naming(9)).isEmpty();
  }

  @Test
  public void nobodyMayDoAnythingInAUnitThatIsNotThere() {
    assertThat(allowed(of(administrator()), 99, true)).isEmpty();
    assertThat(of(administrator()).unit(99)).isEmpty();
    assertThat(of(administrator()).branch(99)).isEmpty();
    assertThat(of(administrator()).path(99)).isEmpty();
  }

  @Test
  public void aRoleCountsInItsUnitOnly() {
    for (Role role : EnumSet.of(Role.VIEWER, Role.CONTRIBUTOR, Role.LEAD)) {
      Standpoint standpoint = of(granted(MOBILE, role));
      assertThat(allowed(standpoint, MOBILE, false)).isEqualTo(inTheTable(role, false));
      assertThat(allowed(standpoint, MOBILE, true)).isEqualTo(inTheTable(role, true));
      assertThat(allowed(standpoint, PAYMENTS, true)).isEmpty();
    }
  }

  @Test
  public void aChampionLeadsTheWholeBranch() {
    Standpoint standpoint = of(granted(2, Role.CHAMPION));
    for (long id : List.of(2L, MOBILE, PAYMENTS)) {
      assertThat(standpoint.may(Operation.MANAGE_UNIT, id)).isTrue();
      assertThat(standpoint.may(Operation.CREATE_UNIT, id)).isTrue();
    }
    assertThat(standpoint.may(Operation.MANAGE_UNIT, SALES)).isFalse();
    assertThat(standpoint.maySee(6)).isFalse();
  }

  @Test
  public void anExecutiveReadsAllUnits() {
    Standpoint standpoint = of(granted(6, Role.EXECUTIVE));
    assertThat(standpoint.units()).hasSameSizeAs(UNITS);
    assertThat(standpoint.may(Operation.COMMENT, 6)).isFalse();
    assertThat(standpoint.isMember(6)).isFalse();
  }

  @Test
  public void aRoleInAUnitThatIsGoneGivesNothing() {
    for (Role role : EnumSet.of(Role.LEAD, Role.CHAMPION)) {
      assertThat(of(granted(99, role)).units()).hasSize(3);
    }
  }

  @Test
  public void leadAndDeputyLead() {
    assertThat(standpoint(withLead("anna", "bert")).may(Operation.CONSENT, 3)).isTrue();
    assertThat(standpoint(withLead("bert", "anna")).may(Operation.CONSENT, 3)).isTrue();
    assertThat(standpoint(withLead("bert", "carl")).maySee(3)).isFalse();
  }

  @Test
  public void membersOfTheGroupContribute() {
    Unit unit = bound(Optional.of("devs"), List.of());
    Reach reach = new Reach(false, Set.of("devs"), Set.of(), Set.of(), List.of());
    Standpoint standpoint = new Standpoint(ANNA, List.of(unit), reach);
    assertThat(standpoint.may(Operation.CREATE_OBJECTIVE, 3)).isTrue();
    assertThat(standpoint.may(Operation.EDIT_OBJECTIVE, 3)).isFalse();
    assertThat(standpoint.isMember(3)).isTrue();
  }

  @Test
  public void theProjectGivesWhatItsPeopleMayDoThere() {
    Unit unit = bound(Optional.empty(), List.of(100L, 200L));
    Reach reads = new Reach(false, Set.of(), Set.of(200L), Set.of(), List.of());
    assertThat(new Standpoint(ANNA, List.of(unit), reads).maySee(3)).isTrue();
    assertThat(new Standpoint(ANNA, List.of(unit), reads).isMember(3)).isFalse();
    Reach edits = new Reach(false, Set.of(), Set.of(100L), Set.of(100L), List.of());
    assertThat(new Standpoint(ANNA, List.of(unit), edits).isMember(3)).isTrue();
    Reach elsewhere = new Reach(false, Set.of(), Set.of(300L), Set.of(300L), List.of());
    assertThat(new Standpoint(ANNA, List.of(unit), elsewhere).maySee(3)).isFalse();
  }

  @Test
  public void anAdministratorMayDoEverythingEverywhere() {
    Standpoint standpoint = of(administrator());
    assertThat(standpoint.administers()).isTrue();
    assertThat(allowed(standpoint, MOBILE, false)).isEqualTo(EnumSet.allOf(Operation.class));
  }

  @Test
  public void onlyAnAdministratorReopensCycles() {
    assertThat(Operation.REOPEN_CYCLE.roles()).isEmpty();
    assertThat(of(granted(1, Role.CHAMPION)).may(Operation.REOPEN_CYCLE, MOBILE)).isFalse();
  }

  @Test
  public void whatOneOwnsOneMayChangeWhereOneMaySeeIt() {
    Standpoint reads = of(granted(MOBILE, Role.VIEWER));
    assertThat(reads.may(Operation.CHECK_IN, MOBILE, true)).isTrue();
    assertThat(reads.may(Operation.CHECK_IN, MOBILE, false)).isFalse();
    assertThat(reads.may(Operation.CONSENT, MOBILE, true)).isFalse();
    assertThat(of(nothing()).may(Operation.CHECK_IN, MOBILE, true)).isFalse();
  }

  @Test
  public void anArchivedUnitIsReadAndBroughtBackOnly() {
    Unit archived =
        new Unit(
            3,
            "Old",
            UnitLevel.TEAM,
            Optional.empty(),
            Optional.of("anna"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Openness.MEMBERS,
            UnitSettings.DEFAULT,
            true,
            1);
    Standpoint lead = new Standpoint(ANNA, List.of(archived), nothing());
    assertThat(allowed(lead, 3, true))
        .containsExactlyInAnyOrder(
            Operation.SEE, Operation.FOLLOW, Operation.MANAGE_UNIT, Operation.MANAGE_ROLES);
    assertThat(lead.units()).containsExactly(archived);
    Standpoint admin = new Standpoint(ANNA, List.of(archived), administrator());
    assertThat(admin.may(Operation.CREATE_OBJECTIVE, 3)).isFalse();
  }

  @Test
  public void openObjectivesAreReadByAllWhoSeeTheUnit() {
    assertThat(reads(nothing(), 2, Visibility.UNIT_VIEWERS)).isTrue();
    assertThat(reads(nothing(), MOBILE, Visibility.UNIT_VIEWERS)).isFalse();
  }

  @Test
  public void objectivesOfMembersAreReadByThemAndByThoseWhoReadAll() {
    Visibility members = Visibility.UNIT_MEMBERS;
    assertThat(reads(nothing(), 2, members)).isFalse();
    assertThat(reads(granted(2, Role.VIEWER), 2, members)).isFalse();
    assertThat(reads(granted(2, Role.CONTRIBUTOR), 2, members)).isTrue();
    assertThat(reads(granted(2, Role.LEAD), 2, members)).isTrue();
    assertThat(reads(granted(1, Role.CHAMPION), 2, members)).isTrue();
    assertThat(reads(granted(6, Role.EXECUTIVE), 2, members)).isTrue();
    assertThat(reads(administrator(), 2, members)).isTrue();
    assertThat(of(nothing()).maySeeContent(2, members, "anna", false)).isTrue();
    assertThat(of(nothing()).maySeeContent(2, members, "bert", true)).isFalse();
  }

  @Test
  public void privateObjectivesAreReadByOwnerFollowersAndLeads() {
    Visibility secret = Visibility.PRIVATE;
    assertThat(reads(granted(2, Role.LEAD), 2, secret)).isTrue();
    assertThat(reads(granted(1, Role.CHAMPION), 2, secret)).isTrue();
    assertThat(reads(granted(2, Role.CONTRIBUTOR), 2, secret)).isFalse();
    assertThat(reads(granted(2, Role.EXECUTIVE), 2, secret)).isFalse();
    assertThat(reads(administrator(), 2, secret)).isFalse();
    assertThat(of(nothing()).maySeeContent(2, secret, "anna", false)).isTrue();
    assertThat(of(nothing()).maySeeContent(2, secret, "bert", true)).isTrue();
    assertThat(of(nothing()).maySeeContent(MOBILE, secret, "anna", true)).isFalse();
  }

  @Test
  public void branchAndPathNameAllUnitsVisibleOrNot() {
    Standpoint standpoint = of(nothing());
    assertThat(standpoint.branch(2)).containsExactly(2L, MOBILE, PAYMENTS);
    assertThat(standpoint.branch(1)).containsExactly(1L, 5L, 6L, 2L, MOBILE, PAYMENTS);
    assertThat(standpoint.path(PAYMENTS)).containsExactly(PAYMENTS, 2L, 1L);
    assertThat(standpoint.path(1)).containsExactly(1L);
  }

  @Test
  public void unitsThatStandBelowThemselvesEndNothing() {
    Unit one = open(1, "One", UnitLevel.AREA, 2);
    Unit two = open(2, "Two", UnitLevel.TEAM, 1);
    Standpoint standpoint = new Standpoint(ANNA, List.of(one, two), administrator());
    assertThat(standpoint.branch(1)).containsExactly(1L, 2L);
    assertThat(standpoint.path(1)).containsExactly(1L, 2L);
  }

  @Test
  public void aUnitWhoseParentIsGoneStandsAtTheTop() {
    Unit lost = open(7, "Lost", UnitLevel.TEAM, 99);
    Standpoint standpoint = new Standpoint(ANNA, List.of(lost), nothing());
    assertThat(standpoint.units()).containsExactly(lost);
    assertThat(standpoint.path(7)).containsExactly(7L);
  }

  private static EnumSet<Operation> inTheTable(Role role, boolean owns) {
    EnumSet<Operation> found = EnumSet.noneOf(Operation.class);
    for (Operation operation : Operation.values()) {
      if (operation.roles().contains(role) || owns && operation.ofOwner()) {
        found.add(operation);
      }
    }
    return found;
  }

  private static EnumSet<Operation> allowed(Standpoint standpoint, long unitId, boolean owns) {
    EnumSet<Operation> found = EnumSet.noneOf(Operation.class);
    for (Operation operation : Operation.values()) {
      if (standpoint.may(operation, unitId, owns)) {
        found.add(operation);
      }
    }
    return found;
  }

  private static boolean reads(Reach reach, long unitId, Visibility visibility) {
    return of(reach).maySeeContent(unitId, visibility, "bert", false);
  }

  private static Standpoint of(Reach reach) {
    return new Standpoint(ANNA, UNITS, reach);
  }

  private static Standpoint standpoint(Unit unit) {
    return new Standpoint(ANNA, List.of(unit), nothing());
  }

  private static Reach nothing() {
    return new Reach(false, Set.of(), Set.of(), Set.of(), List.of());
  }

  private static Reach administrator() {
    return new Reach(true, Set.of(), Set.of(), Set.of(), List.of());
  }

  private static Reach granted(long unitId, Role role) {
    return new Reach(false, Set.of(), Set.of(), Set.of(), List.of(new Reach.Grant(unitId, role)));
  }

  private static Unit open(long id, String name, UnitLevel level, long parentId) {
    return unit(id, name, level, parentId, Openness.EVERYONE);
  }

  private static Unit closed(long id, String name, long parentId) {
    return unit(id, name, UnitLevel.TEAM, parentId, Openness.MEMBERS);
  }

  private static Unit unit(long id, String name, UnitLevel level, long parent, Openness openness) {
    return new Unit(
        id,
        name,
        level,
        Optional.of(parent).filter(above -> above > 0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        openness,
        UnitSettings.DEFAULT,
        false,
        1);
  }

  private static Unit withLead(String lead, String deputy) {
    return new Unit(
        3,
        "Mobile",
        UnitLevel.TEAM,
        Optional.empty(),
        Optional.of(lead),
        Optional.of(deputy),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        false,
        1);
  }

  private static Unit bound(Optional<String> group, List<Long> projects) {
    return new Unit(
        3,
        "Mobile",
        UnitLevel.TEAM,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        group,
        projects,
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        false,
        1);
  }
}
