package io.bearings.okr;

import java.math.BigDecimal;
import java.util.List;

/**
 * An objective that somebody may begin with instead of an empty form. Its numbers are examples, to
 * be replaced by the team's own.
 *
 * @param id stable, the same in every language
 * @param language the two letters of the language in which it is written
 */
public record ObjectiveTemplate(
    String id, Theme theme, String language, String title, String why, List<Part> keyResults) {
  public ObjectiveTemplate {
    keyResults = List.copyOf(keyResults);
  }

  /**
   * What templates are about.
   *
   * @param id stable, the same in every language
   * @param name in the language of the template
   */
  public record Theme(String id, String name) {}

  /**
   * A key result to begin with.
   *
   * @param baseline in the measure's own unit, as in the title
   * @param target in the measure's own unit, as in the title
   */
  public record Part(
      String title, Measure measure, BigDecimal baseline, BigDecimal target, Source source) {}
}
