package io.bearings.talk;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Openness;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Reach;
import io.bearings.okr.Role;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A closed team below an open company. Anna and Bert contribute, Vera only looks, Lea leads, and
 * Stan has no business there. Objective 12 is everybody's to see, objective 13 is Anna's private
 * one; key result 34 of objective 12 is Bert's, and check-in 56 of it is Lea's.
 */
final class Team {
  static final Person ANNA = new Person("anna");
  static final Person BERT = new Person("bert");
  static final Person VERA = new Person("vera");
  static final Person LEA = new Person("lea");
  static final Person STAN = new Person("stan");
  static final long COMPANY = 1;
  static final long UNIT = 2;
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Subject OBJECTIVE = Subject.objective(12);
  static final Subject SECRET = Subject.objective(13);
  static final Subject KEY_RESULT = Subject.keyResult(34);
  static final Subject CHECK_IN = Subject.checkIn(56);
  static final Edit BY_ANNA = new Edit(ANNA, NOW);

  private static final Map<Person, Role> ROLES =
      Map.of(ANNA, Role.CONTRIBUTOR, BERT, Role.CONTRIBUTOR, VERA, Role.VIEWER, LEA, Role.LEAD);
  private static final Set<String> KNOWN = Set.of("anna", "bert", "vera", "lea", "stan");

  final Items items = mock(Items.class);
  final Set<String> followersOfSecret = new HashSet<>();
  final People people = key -> Optional.of(key).filter(KNOWN::contains).map("Name "::concat);
  final Standpoints standpoints = Team::standpoint;
  final Sight sight = new Sight(items, standpoints);

  Team() {
    when(items.item(any(), any()))
        .thenAnswer(call -> item(call.getArgument(0), call.<Person>getArgument(1)));
  }

  private Optional<Item> item(Subject subject, Person who) {
    if (subject.equals(OBJECTIVE)) {
      return Optional.of(
          new Item(
              subject,
              Optional.of(12L),
              Optional.empty(),
              "O-12",
              "Calm nights",
              "anna",
              Optional.empty(),
              audience(false)));
    }
    if (subject.equals(SECRET)) {
      return Optional.of(secret(followersOfSecret.contains(who.key())));
    }
    if (subject.equals(KEY_RESULT)) {
      return Optional.of(keyResult());
    }
    return subject.equals(CHECK_IN)
        ? Optional.of(
            new Item(
                subject,
                Optional.of(12L),
                Optional.of(34L),
                "KR-34",
                "Fewer alarms",
                "bert",
                Optional.of("lea"),
                audience(false)))
        : Optional.empty();
  }

  static Item keyResult() {
    return new Item(
        KEY_RESULT,
        Optional.of(12L),
        Optional.of(34L),
        "KR-34",
        "Fewer alarms",
        "bert",
        Optional.empty(),
        audience(false));
  }

  static Item secret(boolean followed) {
    return new Item(
        SECRET,
        Optional.of(13L),
        Optional.empty(),
        "O-13",
        "Merger",
        "anna",
        Optional.empty(),
        new Audience(UNIT, Visibility.PRIVATE, "anna", followed));
  }

  private static Audience audience(boolean followed) {
    return new Audience(UNIT, Visibility.UNIT_VIEWERS, "anna", followed);
  }

  static Standpoint standpoint(Person who) {
    List<Reach.Grant> grants =
        ROLES.containsKey(who) ? List.of(new Reach.Grant(UNIT, ROLES.get(who))) : List.of();
    return new Standpoint(
        who,
        List.of(
            unit(COMPANY, UnitLevel.COMPANY, Optional.empty(), Openness.EVERYONE),
            unit(UNIT, UnitLevel.TEAM, Optional.of(COMPANY), Openness.MEMBERS)),
        new Reach(false, Set.of(), Set.of(), Set.of(), grants));
  }

  private static Unit unit(long id, UnitLevel level, Optional<Long> parent, Openness openness) {
    return new Unit(
        id,
        "Unit " + id,
        level,
        parent,
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
}
