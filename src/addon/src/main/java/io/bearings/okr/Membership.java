package io.bearings.okr;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who works in a unit, by name. That is its lead and deputy, the people of its group, and those who
 * contribute or lead because they were given that role; and the same of the units below it that are
 * in use, as their work is the unit's. Somebody who may only edit issues of its projects is no
 * member, and a champion looks after units without working in them.
 */
@Named
public final class Membership {
  private final Units units;
  private final Groups groups;

  @Inject
  public Membership(Units units, Groups groups) {
    this.units = units;
    this.groups = groups;
  }

  /**
   * The people of a unit.
   *
   * @param memberKeys their user keys
   * @param capacity what the unit itself says of how much it can work
   */
  public record Crew(Set<String> memberKeys, Capacity capacity) {
    public Crew {
      memberKeys = Set.copyOf(memberKeys);
    }

    /** How many work: as many as the unit says, or, where it does not say, as there are members. */
    public int people() {
      return capacity.members() > 0 ? capacity.members() : memberKeys.size();
    }
  }

  /**
   * Who works in a unit. Two statements, and one question to Jira for each group.
   *
   * @return absent where there is no such unit
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public Optional<Crew> of(long unitId) {
    Map<Long, Unit> all = units.all().stream().collect(toMap(Unit::id, unit -> unit));
    return Optional.ofNullable(all.get(unitId))
        .map(unit -> new Crew(members(branch(unit, all.values())), unit.settings().capacity()));
  }

  /** A unit and those below it that are in use. */
  private static Map<Long, Unit> branch(Unit top, Collection<Unit> all) {
    Map<Long, List<Unit>> below =
        all.stream()
            .filter(unit -> unit.parentId().isPresent() && !unit.archived())
            .collect(groupingBy(unit -> unit.parentId().orElseThrow()));
    Map<Long, Unit> branch = new HashMap<>();
    List<Unit> next = new ArrayList<>(List.of(top));
    while (!next.isEmpty()) {
      Unit unit = next.remove(next.size() - 1);
      if (branch.put(unit.id(), unit) == null) {
        next.addAll(below.getOrDefault(unit.id(), List.of()));
      }
    }
    return branch;
  }

  private Set<String> members(Map<Long, Unit> branch) {
    Set<String> keys = new HashSet<>();
    Set<String> groupNames = new LinkedHashSet<>();
    for (Unit unit : branch.values()) {
      unit.leadKey().ifPresent(keys::add);
      unit.deputyKey().ifPresent(keys::add);
      unit.groupName().ifPresent(groupNames::add);
    }
    for (Assignment each : units.rolesIn(branch.keySet())) {
      if (each.role() == Role.CONTRIBUTOR || each.role() == Role.LEAD) {
        if (each.holder() instanceof Assignment.OnePerson person) {
          keys.add(person.userKey());
        } else if (each.holder() instanceof Assignment.AllOf group) {
          groupNames.add(group.groupName());
        }
      }
    }
    groupNames.forEach(name -> keys.addAll(groups.members(name)));
    return keys;
  }
}
