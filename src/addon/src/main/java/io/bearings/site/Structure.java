package io.bearings.site;

import static java.util.stream.Collectors.groupingBy;

import io.bearings.okr.Unit;
import io.bearings.okr.UnitRoles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units of the site with their places: a place is the names from the unit at the top down to
 * the unit itself. They stand in an order that follows from what they are called, so that it is the
 * same on every site; units of one place stand as they were made, the larger ones first.
 */
final class Structure {
  private static final Comparator<List<String>> BY_NAMES = Structure::compare;

  private final Map<Long, UnitRoles> units = new LinkedHashMap<>();
  private final Map<Long, List<String>> places = new HashMap<>();
  private final Map<List<String>, List<Long>> byPlace;

  Structure(List<UnitRoles> all) {
    Map<Long, Unit> byId = new HashMap<>();
    all.forEach(each -> byId.put(each.unit().id(), each.unit()));
    byId.values().forEach(unit -> places.put(unit.id(), place(unit, byId)));
    all.stream()
        .sorted(
            Comparator.<UnitRoles, List<String>>comparing(
                    each -> places.get(each.unit().id()), BY_NAMES)
                .thenComparing(each -> each.unit().level())
                .thenComparing(each -> each.unit().id()))
        .forEach(each -> units.put(each.unit().id(), each));
    byPlace = units.keySet().stream().collect(groupingBy(places::get));
  }

  private static List<String> place(Unit unit, Map<Long, Unit> byId) {
    List<String> place = new ArrayList<>();
    Optional<Unit> each = Optional.of(unit);
    while (each.isPresent()) {
      place.add(each.get().name());
      each = each.get().parentId().map(byId::get);
    }
    Collections.reverse(place);
    return List.copyOf(place);
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int names = one.get(i).compareTo(other.get(i));
      if (names != 0) {
        return names;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** All units in their order. */
  List<UnitRoles> all() {
    return List.copyOf(units.values());
  }

  /** The unit of an id that there is. */
  UnitRoles unit(long id) {
    return units.get(id);
  }

  /** The place of a unit that there is. */
  List<String> place(long id) {
    return places.get(id);
  }

  /** The ids of the units at a place, in their order. */
  List<Long> at(List<String> place) {
    return byPlace.getOrDefault(place, List.of());
  }

  /** All units as a file says them. */
  List<UnitEntry> entries(UnitNames names) {
    return units.values().stream()
        .map(each -> new UnitEntry(places.get(each.unit().id()), names.values(each)))
        .toList();
  }
}
