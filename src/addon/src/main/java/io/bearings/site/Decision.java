package io.bearings.site;

import java.util.List;

/**
 * What became of settings that were decided.
 *
 * @param differences what is different since
 * @param before the file that puts in force again what was before
 * @param version by which others notice that something was changed
 */
public record Decision(List<Difference> differences, String before, long version) {
  public Decision {
    differences = List.copyOf(differences);
  }
}
