package io.bearings.site;

import io.bearings.okr.Message;
import java.util.List;

/**
 * A unit that a file makes or changes.
 *
 * @param title its place after that, as a sentence names it
 * @param made whether it is a new one
 * @param changes what is different, in the order of the settings
 */
public record UnitDifference(String title, boolean made, List<Change> changes) {
  public UnitDifference {
    changes = List.copyOf(changes);
  }

  /**
   * A setting of the unit that says something else.
   *
   * @param setting its name in files
   * @param label what pages call it
   * @param before what it said, in one line; empty for nothing
   * @param after what it is to say, in one line; empty for nothing
   */
  public record Change(String setting, Message label, String before, String after) {}
}
