package io.bearings.store;

import io.bearings.kpi.Aggregation;
import io.bearings.kpi.AutomaticAction;
import io.bearings.kpi.Benchmark;
import io.bearings.kpi.Breach;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.Breaches;
import io.bearings.kpi.Category;
import io.bearings.kpi.Dimension;
import io.bearings.kpi.Direction;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Grounds;
import io.bearings.kpi.Handling;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements.Judgement;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.kpi.Purpose;
import io.bearings.kpi.Response;
import io.bearings.kpi.Rhythm;
import io.bearings.kpi.Served;
import io.bearings.kpi.Signals;
import io.bearings.kpi.Targets;
import io.bearings.kpi.Verdict;
import io.bearings.kpi.Yardstick;
import io.bearings.okr.Measure;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sheets, periods and breaches to be stored. */
final class SampleKpis {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final Edit BY_ANNA = new Edit(new Person("anna"), NOW);
  static final Edit BY_BERT = new Edit(new Person("bert"), NOW.plusSeconds(60));
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private SampleKpis() {}

  static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  static KpiContent named(String name) {
    return KpiContent.of(name, "anna");
  }

  static KpiContent formula(String text) {
    return named("Computed").with(new KpiSource.Formula(text));
  }

  /** A sheet on which everything stands that can. */
  static KpiContent full() {
    return new KpiContent(
        "Tickets \u00e4nswered",
        "All that came by mail,\nand by phone",
        Category.own("Care"),
        "bert",
        new KpiSource.Pushed(),
        new Rhythm(Frequency.WEEKLY, Aggregation.SHARE, false, 3),
        new Yardstick(
            Direction.BAND,
            new Measure(Measure.Kind.CURRENCY, Optional.empty(), Optional.of("EUR")),
            new Targets(
                new Levels(
                    Optional.of(Level.between(n("10"), n("20.5"))),
                    Optional.empty(),
                    Optional.of(Level.between(n("-5"), n("30")))),
                List.of(
                    new Targets.From(
                        MONDAY,
                        new Levels(
                            Optional.of(Level.between(n("11"), n("21"))),
                            Optional.of(Level.between(n("9"), n("23"))),
                            Optional.empty()))))),
        new Response(
            "Call\tthe \\ team",
            List.of(
                new AutomaticAction.Notify(List.of("carl", "dora")),
                new AutomaticAction.Notify(List.of()),
                new AutomaticAction.Comment("ABC-1", "It is\r\nred"),
                new AutomaticAction.CreateIssue("ABC", "Bug", "Red again", ""),
                new AutomaticAction.Webhook("https://example.com/a?b=c"))),
        new Purpose(
            "People wait",
            "Whom to hire",
            new Benchmark(Optional.of(n("12.5")), "Last year"),
            Optional.of(MONDAY.plusYears(1)),
            List.of(new Served(7, Served.Part.DRIVER), new Served(9, Served.Part.GUARDRAIL)),
            Optional.of(Grounds.CONTRACT)),
        List.of(
            new Dimension("Channel", List.of("Mail", "Phone")),
            new Dimension("Region", List.of("North"))));
  }

  /** A day of a daily KPI that is judged for good. */
  static Judged day(LocalDate day, KpiStatus status, String value) {
    return judged(Period.of(day, day), status, value, true);
  }

  static Judged judged(Period period, KpiStatus status, String value, boolean closed) {
    return new Judged(
        period,
        Optional.of(n(value)),
        false,
        new Verdict(
            status,
            !closed,
            !closed && status == KpiStatus.RED,
            Optional.of(n("0.5")),
            new Levels(Optional.of(Level.at(n("10"))), Optional.empty(), Optional.empty())),
        closed);
  }

  /** So many green days from a day on. */
  static List<Judged> greenDays(LocalDate first, int count) {
    List<Judged> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(day(first.plusDays(i), KpiStatus.GREEN, String.valueOf(i)));
    }
    return days;
  }

  static Breach opened(LocalDate day) {
    return new Breach(
        Optional.empty(),
        Period.of(day, day),
        Optional.empty(),
        NOW,
        Optional.empty(),
        Handling.NONE);
  }

  static Breach closed(Breach breach, LocalDate day) {
    return new Breach(
        breach.id(),
        breach.opened(),
        Optional.of(Period.of(day, day)),
        breach.openedAt(),
        Optional.of(NOW.plusSeconds(5)),
        breach.handling());
  }

  static Judgement judgement(long kpiId, long stamp, List<Judged> periods, BreachEvent... events) {
    return new Judgement(
        kpiId,
        stamp,
        periods.get(0).period().first(),
        periods,
        Signals.NONE,
        new Breaches(List.of(), List.of(events)),
        Optional.of(MONDAY.plusDays(30)),
        NOW);
  }
}
