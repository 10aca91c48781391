package io.bearings.okr;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one linked issue weighs in the progress of a key result.
 *
 * @param name {@code ISSUES}, {@code POINTS}, {@code ESTIMATE}, or Jira's id of a custom field that
 *     holds numbers, such as {@code customfield_10010}
 */
public record WeightBy(String name) {
  /** What a name looks like, as a regular expression. */
  public static final String PATTERN = "ISSUES|POINTS|ESTIMATE|customfield_[1-9][0-9]{0,7}";

  // Before the constants, which are checked by it.
  private static final Pattern NAME = Pattern.compile(PATTERN);

  /** Every issue weighs 1. */
  public static final WeightBy ISSUES = new WeightBy("ISSUES");

  /** An issue weighs its story points; one without gets the median of the others. */
  public static final WeightBy POINTS = new WeightBy("POINTS");

  /** An issue weighs its original estimate in hours; one without gets the median of the others. */
  public static final WeightBy ESTIMATE = new WeightBy("ESTIMATE");

  /** Those that need no field of the site. */
  public static final List<WeightBy> USUAL = List.of(ISSUES, POINTS, ESTIMATE);

  /** Those that can be chosen, as a message names them. */
  public static final String WORDS = "ISSUES, POINTS, ESTIMATE, customfield_10010";

  /**
   * @throws IllegalArgumentException when there is nothing of this name
   */
  public WeightBy {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Nothing weighs by " + name);
    }
  }

  /** What is called so; absent where nothing is. Whether Jira has such a field is not asked. */
  public static Optional<WeightBy> of(String name) {
    return Optional.of(name).filter(it -> NAME.matcher(it).matches()).map(WeightBy::new);
  }

  /**
   * What is called so.
   *
   * @throws IllegalArgumentException when there is nothing of this name
   */
  public static WeightBy valueOf(String name) {
    return new WeightBy(name);
  }

  /** The id of the field whose number an issue weighs. */
  public Optional<String> field() {
    return Optional.of(name).filter(it -> it.startsWith("customfield_"));
  }

  @Override
  public String toString() {
    return name;
  }
}
