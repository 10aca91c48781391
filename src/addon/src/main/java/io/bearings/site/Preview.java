package io.bearings.site;

import java.util.List;

/**
 * What a file would make different.
 *
 * @param units the units that it would make or change
 * @param left the units that it does not name, as sentences name them: they would stay as they are
 * @param version by which others notice that something was changed since
 */
public record Preview(
    List<Difference> differences, List<UnitDifference> units, List<String> left, long version) {
  public Preview {
    differences = List.copyOf(differences);
    units = List.copyOf(units);
    left = List.copyOf(left);
  }
}
