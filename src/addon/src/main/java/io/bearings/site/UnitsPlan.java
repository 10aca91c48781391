package io.bearings.site;

import io.bearings.okr.Message;
import io.bearings.okr.UnitWrite;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file would do to the units of the site.
 *
 * @param differences the units that it makes or changes, in its order
 * @param left the places of the units that it does not name, as sentences name them: they stay as
 *     they are
 * @param problems all that is wrong, by field; where there is any, the rest counts for nothing
 * @param writes what is to be written, every unit behind the one above it
 * @param before all units as they are, and those that the file makes, archived
 */
public record UnitsPlan(
    List<UnitDifference> differences,
    List<String> left,
    Map<String, Message> problems,
    List<UnitWrite> writes,
    List<UnitEntry> before) {
  /** That of a file which says nothing of units. */
  static final UnitsPlan NONE = new UnitsPlan(List.of(), List.of(), Map.of(), List.of(), List.of());

  public UnitsPlan {
    differences = List.copyOf(differences);
    left = List.copyOf(left);
    problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    writes = List.copyOf(writes);
    before = List.copyOf(before);
  }
}
