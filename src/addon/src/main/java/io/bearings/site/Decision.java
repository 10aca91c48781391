package io.bearings.site;

import java.util.List;

/**
 * What became of settings that were decided.
 *
 * @param differences what is different on the site since
 * @param units the units that were made or changed
 * @param left the units that were not named and stay as they are, as sentences name them
 * @param before the file that puts in force again what was before
 * @param version by which others notice that something was changed
 */
public record Decision(
    List<Difference> differences,
    List<UnitDifference> units,
    List<String> left,
    String before,
    long version) {
  public Decision {
    differences = List.copyOf(differences);
    units = List.copyOf(units);
    left = List.copyOf(left);
  }
}
