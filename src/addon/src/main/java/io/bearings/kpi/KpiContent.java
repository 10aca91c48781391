package io.bearings.kpi;

import java.util.List;

/**
 * What somebody wrote on a KPI's sheet, after it was checked.
 *
 * @param measures what it measures, in words; perhaps empty
 * @param ownerKey the Jira user key of the one person who answers for it
 * @param dimensions by what it is divided; empty when it is not
 */
public record KpiContent(
    String name,
    String measures,
    Category category,
    String ownerKey,
    KpiSource source,
    Rhythm rhythm,
    Yardstick yardstick,
    Response response,
    Purpose purpose,
    List<Dimension> dimensions) {
  public KpiContent {
    dimensions = List.copyOf(dimensions);
  }

  /** A sheet on which nothing stands but a name and an owner. */
  public static KpiContent of(String name, String ownerKey) {
    return new KpiContent(
        name,
        "",
        Category.of(Category.Kind.TEAM),
        ownerKey,
        new KpiSource.Manual(),
        Rhythm.DEFAULT,
        Yardstick.DEFAULT,
        Response.NONE,
        Purpose.NONE,
        List.of());
  }

  /** The same in another category. */
  public KpiContent in(Category other) {
    return new KpiContent(
        name, measures, other, ownerKey, source, rhythm, yardstick, response, purpose, dimensions);
  }

  /** The same with another source. */
  public KpiContent with(KpiSource other) {
    return new KpiContent(
        name,
        measures,
        category,
        ownerKey,
        other,
        rhythm,
        yardstick,
        response,
        purpose,
        dimensions);
  }

  /** The same with another rhythm. */
  public KpiContent with(Rhythm other) {
    return new KpiContent(
        name,
        measures,
        category,
        ownerKey,
        source,
        other,
        yardstick,
        response,
        purpose,
        dimensions);
  }

  /** The same with another yardstick. */
  public KpiContent with(Yardstick other) {
    return new KpiContent(
        name, measures, category, ownerKey, source, rhythm, other, response, purpose, dimensions);
  }

  /** Whether its values can no longer be compared with those of another state of the sheet. */
  public boolean breaksSeriesOf(KpiContent before) {
    return !source.equals(before.source);
  }
}
