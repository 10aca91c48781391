package io.bearings.kpi;

import static io.bearings.kpi.Kpis.at;
import static io.bearings.kpi.Kpis.between;
import static io.bearings.kpi.Kpis.levels;
import static io.bearings.kpi.Kpis.n;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What the history of a sheet remembers of its fields. */
public class KpiFieldsTest {
  private static final KpiContent FULL =
      new KpiContent(
          "Refunds",
          "What is paid back",
          Category.own("Trust"),
          "anna",
          new KpiSource.Formula("KPI-7 / throughput()"),
          new Rhythm(Frequency.WEEKLY, Aggregation.SUM, true, 3),
          new Yardstick(
              Direction.BAND,
              new Measure(Measure.Kind.CURRENCY, Optional.empty(), Optional.of("EUR")),
              new Targets(
                  levels(between("10", "20.50"), at("5"), at("1")),
                  List.of(
                      new Targets.From(LocalDate.of(2026, 4, 1), levels(at("30"), null, null))))),
          new Response(
              "Call the bank",
              List.of(
                  new AutomaticAction.Notify(List.of("ben", "cleo")),
                  new AutomaticAction.Comment("APP-1", "Look"),
                  new AutomaticAction.CreateIssue("APP", "Bug", "{name}", "{value}"),
                  new AutomaticAction.Webhook("https://example.com/x"))),
          new Purpose(
              "Trust",
              "Which shops stay",
              new Benchmark(Optional.of(n("12.0")), "The trade"),
              Optional.of(LocalDate.of(2027, 1, 31)),
              List.of(new Served(4, Served.Part.DRIVER), new Served(5, Served.Part.GUARDRAIL)),
              Optional.of(Grounds.CONTRACT)),
          List.of(new Dimension("region", List.of("north", "south"))));

  private static KpiSheet sheet(KpiContent content) {
    return new KpiSheet(7, 3, content, false, 1);
  }

  @Test
  public void everyFieldOfASheetHasANameAndAText() {
    assertThat(KpiFields.of(sheet(FULL)))
        .containsExactly(
            entry("unitId", "3"),
            entry("name", "Refunds"),
            entry("measures", "What is paid back"),
            entry("category", "OWN"),
            entry("ownCategory", "Trust"),
            entry("owner", "anna"),
            entry("source", "FORMULA"),
            entry("formula", "KPI-7 / throughput()"),
            entry("frequency", "WEEKLY"),
            entry("aggregation", "SUM"),
            entry("accumulating", "true"),
            entry("graceDays", "3"),
            entry("direction", "BAND"),
            entry("measure", "CURRENCY EUR"),
            entry("target", "10 \u2013 20.5"),
            entry("warning", "5"),
            entry("critical", "1"),
            entry("targets", "2026-04-01: 30 /  / "),
            entry("action", "Call the bank"),
            entry(
                "automatic",
                "NOTIFY ben, cleo\nCOMMENT APP-1: Look\nCREATE_ISSUE APP, Bug: {name}\n{value}\n"
                    + "WEBHOOK https://example.com/x"),
            entry("why", "Trust"),
            entry("decision", "Which shops stay"),
            entry("benchmark", "12"),
            entry("benchmarkSource", "The trade"),
            entry("reviewOn", "2027-01-31"),
            entry("serves", "DRIVER 4\nGUARDRAIL 5"),
            entry("grounds", "CONTRACT"),
            entry("dimensions", "region: north, south"));
  }

  @Test
  public void whatIsEmptyIsLeftOut() {
    assertThat(KpiFields.of(sheet(KpiContent.of("Velocity", "anna"))))
        .containsExactly(
            entry("unitId", "3"),
            entry("name", "Velocity"),
            entry("category", "TEAM"),
            entry("owner", "anna"),
            entry("source", "MANUAL"),
            entry("frequency", "MONTHLY"),
            entry("aggregation", "LAST"),
            entry("graceDays", "0"),
            entry("direction", "HIGHER"),
            entry("measure", "NUMBER"));
  }

  @Test
  public void aRatingSaysItsHighest() {
    KpiContent rated =
        FULL.with(
            new Yardstick(
                Direction.HIGHER,
                new Measure(Measure.Kind.RATING, Optional.of(n("5")), Optional.empty()),
                Targets.always(Levels.NONE)));
    assertThat(KpiFields.of(sheet(rated)))
        .containsEntry("measure", "RATING/5")
        .doesNotContainKeys("target", "warning", "critical", "targets");
  }

  @Test
  public void aMetricIsKeptAsItWasWritten() {
    assertThat(KpiFields.of(sheet(FULL.with(new KpiSource.Metric("velocity()")))))
        .containsEntry("source", "METRIC")
        .containsEntry("metric", "velocity()")
        .doesNotContainKey("formula");
  }

  @Test
  public void whatDiffersIsAChangeWithBothEnds() {
    KpiSheet before = sheet(KpiContent.of("Velocity", "anna"));
    KpiSheet after =
        before
            .with(KpiContent.of("Pace", "anna").with(new KpiSource.Metric("velocity()")))
            .movedTo(4)
            .archived(true);
    assertThat(KpiFields.changes(before, after, Optional.of("better")))
        .containsExactly(
            change("unitId", "3", "4"),
            change("name", "Velocity", "Pace"),
            change("source", "MANUAL", "METRIC"),
            change("metric", null, "velocity()"),
            change("archived", null, "true"));
    assertThat(KpiFields.changes(after, before, Optional.of("better")))
        .contains(change("metric", "velocity()", null), change("archived", "true", null));
    assertThat(KpiFields.changes(before, before, Optional.empty())).isEmpty();
  }

  private static NewKpiChange change(String field, String from, String to) {
    return new NewKpiChange(
        field, Optional.ofNullable(from), Optional.ofNullable(to), Optional.of("better"));
  }
}
