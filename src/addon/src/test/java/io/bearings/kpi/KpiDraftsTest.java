package io.bearings.kpi;

import static io.bearings.kpi.Kpis.at;
import static io.bearings.kpi.Kpis.between;
import static io.bearings.kpi.Kpis.levels;
import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.okr.Field;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;

public class KpiDraftsTest {
  private static final Message REQUIRED = Message.of("bearings.error.required");
  private static final Message TWICE = Message.of("bearings.error.kpi.twice");

  private static Map<String, Message> problems(KpiDraft draft) {
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class, () -> KpiDrafts.checked(draft, Kpis.velocity()));
    return refusal == null ? Map.of() : refusal.fields();
  }

  private static KpiContent written(KpiDraft draft) {
    return KpiDrafts.checked(draft, Kpis.velocity());
  }

  private static KpiDraft rhythm(Frequency frequency, Aggregation how, Boolean grows, String days) {
    return KpiDraft.UNCHANGED.with(
        new KpiDraft.OfRhythm(
            Optional.ofNullable(frequency),
            Optional.ofNullable(how),
            Optional.ofNullable(grows),
            Optional.ofNullable(days).map(BigDecimal::new)));
  }

  private static KpiDraft yardstick(Direction direction, Levels levels, Targets.From... changes) {
    return yardstick(direction, Measure.NUMBER, levels, List.of(changes));
  }

  private static KpiDraft yardstick(
      Direction direction, Measure measure, Levels levels, List<Targets.From> changes) {
    return KpiDraft.UNCHANGED.with(
        new KpiDraft.OfYardstick(
            Optional.of(direction),
            Optional.of(measure),
            field(levels.target()),
            field(levels.warning()),
            field(levels.critical()),
            Optional.of(changes)));
  }

  private static <T> Field<T> field(Optional<T> value) {
    return value.map(Field::of).orElseGet(Field::emptied);
  }

  private static KpiDraft with(KpiSource source) {
    return KpiDraft.UNCHANGED.from(source);
  }

  private static KpiDraft with(Category category) {
    return draft(Optional.of(category), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static KpiDraft with(AutomaticAction... actions) {
    return draft(
        Optional.empty(), Optional.empty(), Optional.of(List.of(actions)), Optional.empty());
  }

  private static KpiDraft with(Dimension... dimensions) {
    return draft(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(List.of(dimensions)));
  }

  private static KpiDraft draft(
      Optional<Category> category,
      Optional<String> action,
      Optional<List<AutomaticAction>> automatic,
      Optional<List<Dimension>> dimensions) {
    return new KpiDraft(
        Optional.empty(),
        Optional.empty(),
        category,
        Optional.empty(),
        Optional.empty(),
        KpiDraft.OfRhythm.UNCHANGED,
        KpiDraft.OfYardstick.UNCHANGED,
        action,
        automatic,
        KpiDraft.OfPurpose.UNCHANGED,
        dimensions);
  }

  @Test
  public void aNewSheetNeedsANameAndBelongsToItsWriter() {
    KpiContent content = KpiDrafts.checked(KpiDraft.of(" Velocity "), "anna");
    assertThat(content).isEqualTo(KpiContent.of("Velocity", "anna"));
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class, () -> KpiDrafts.checked(KpiDraft.UNCHANGED, "anna"));
    assertThat(refusal.fields()).isEqualTo(Map.of("name", REQUIRED));
  }

  @Test
  public void whatIsLeftOutStays() {
    KpiContent before = full();
    assertThat(KpiDrafts.checked(KpiDraft.UNCHANGED, before)).isEqualTo(before);
  }

  private static KpiContent full() {
    return new KpiContent(
        "Returns",
        "Parcels that come back",
        Category.own("Logistics"),
        "anna",
        new KpiSource.Metric("count(x)"),
        new Rhythm(Frequency.WEEKLY, Aggregation.SUM, true, 3),
        new Yardstick(
            Direction.LOWER,
            new Measure(Measure.Kind.POINTS, Optional.empty(), Optional.empty()),
            new Targets(
                levels(at("5"), at("6"), at("8")),
                List.of(new Targets.From(Kpis.MONDAY, levels(at("4"), null, null))))),
        new Response("Stop the line", List.of(new AutomaticAction.Webhook("https://x.test/y"))),
        new Purpose(
            "It costs",
            "Whom we buy from",
            new Benchmark(Optional.of(n("7")), "Trade paper"),
            Optional.of(LocalDate.of(2026, 9, 1)),
            List.of(new Served(3, Served.Part.DRIVER)),
            Optional.of(Grounds.CONTRACT)),
        List.of(new Dimension("Region", List.of("North", "South"))));
  }

  @Test
  public void everyFieldCanBeChanged() {
    KpiContent after = full();
    KpiDraft draft =
        new KpiDraft(
            Optional.of(" Returns "),
            Optional.of(" Parcels that come back "),
            Optional.of(Category.own(" Logistics ")),
            Optional.of(" anna "),
            Optional.of(new KpiSource.Metric(" count(x) ")),
            new KpiDraft.OfRhythm(
                Optional.of(Frequency.WEEKLY),
                Optional.of(Aggregation.SUM),
                Optional.of(true),
                Optional.of(n("3.0"))),
            new KpiDraft.OfYardstick(
                Optional.of(Direction.LOWER),
                Optional.of(after.yardstick().measure()),
                Field.of(at("5")),
                Field.of(at("6")),
                Field.of(at("8")),
                Optional.of(after.yardstick().targets().changes())),
            Optional.of(" Stop the line "),
            Optional.of(after.response().automatic()),
            new KpiDraft.OfPurpose(
                Optional.of(" It costs "),
                Optional.of(" Whom we buy from "),
                Field.of(n("7")),
                Optional.of(" Trade paper "),
                Field.of(LocalDate.of(2026, 9, 1)),
                Optional.of(after.purpose().serves()),
                Field.of(Grounds.CONTRACT)),
            Optional.of(List.of(new Dimension(" Region ", List.of(" North", "South ")))));
    assertThat(written(draft)).isEqualTo(after);
  }

  @Test
  public void whatMayBeMissingCanBeEmptied() {
    KpiDraft draft =
        KpiDraft.UNCHANGED
            .with(
                new KpiDraft.OfYardstick(
                    Optional.empty(),
                    Optional.empty(),
                    Field.emptied(),
                    Field.emptied(),
                    Field.emptied(),
                    Optional.of(List.of())))
            .with(
                new KpiDraft.OfPurpose(
                    Optional.of(""),
                    Optional.of(""),
                    Field.emptied(),
                    Optional.of(""),
                    Field.emptied(),
                    Optional.of(List.of()),
                    Field.emptied()));
    KpiContent content = KpiDrafts.checked(draft, full());
    assertThat(content.yardstick().targets()).isEqualTo(Targets.always(Levels.NONE));
    assertThat(content.purpose()).isEqualTo(Purpose.NONE);
  }

  @Test
  public void aDraftIsPutTogetherPieceByPiece() {
    KpiContent content =
        written(
            KpiDraft.of("Lead time")
                .ownedBy("ben")
                .from(new KpiSource.Pushed())
                .with(KpiDraft.OfRhythm.UNCHANGED)
                .with(KpiDraft.OfYardstick.UNCHANGED)
                .with(KpiDraft.OfPurpose.UNCHANGED));
    assertThat(content.name()).isEqualTo("Lead time");
    assertThat(content.ownerKey()).isEqualTo("ben");
    assertThat(content.source()).isEqualTo(new KpiSource.Pushed());
    assertThat(content.yardstick()).isEqualTo(Kpis.velocity().yardstick());
  }

  @Test
  public void nameAndOwnerAreRequired() {
    assertThat(problems(KpiDraft.of(" ").ownedBy(" ")))
        .isEqualTo(Map.of("name", REQUIRED, "owner", REQUIRED));
    assertThat(problems(KpiDraft.of("x".repeat(256))))
        .isEqualTo(Map.of("name", Message.of("bearings.error.tooLong", 255, 256)));
    assertThat(problems(KpiDraft.of("x".repeat(255)))).isEmpty();
    assertThat(problems(KpiDraft.of("a\nb")))
        .isEqualTo(Map.of("name", Message.of("bearings.error.character")));
  }

  @Test
  public void longTextsAreRefusedByName() {
    String longer = "x".repeat(2_001);
    Message tooLong = Message.of("bearings.error.tooLong", 2_000, 2_001);
    KpiDraft draft =
        new KpiDraft(
            Optional.empty(),
            Optional.of(longer),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            KpiDraft.OfRhythm.UNCHANGED,
            KpiDraft.OfYardstick.UNCHANGED,
            Optional.of(longer),
            Optional.empty(),
            new KpiDraft.OfPurpose(
                Optional.of(longer),
                Optional.of(longer),
                Field.absent(),
                Optional.of("y".repeat(256)),
                Field.absent(),
                Optional.empty(),
                Field.absent()),
            Optional.empty());
    assertThat(problems(draft))
        .isEqualTo(
            Map.of(
                "measures", tooLong,
                "action", tooLong,
                "why", tooLong,
                "decision", tooLong,
                "benchmarkSource", Message.of("bearings.error.tooLong", 255, 256)));
  }

  @Test
  public void onlyACategoryOfTheirOwnIsNamed() {
    assertThat(problems(with(Category.own("Logistics")))).isEmpty();
    assertThat(problems(with(Category.own(" ")))).isEqualTo(Map.of("ownCategory", REQUIRED));
    assertThat(problems(with(new Category(Category.Kind.OWN, Optional.empty()))))
        .isEqualTo(Map.of("ownCategory", REQUIRED));
    assertThat(problems(with(new Category(Category.Kind.COST, Optional.of("Logistics")))))
        .isEqualTo(Map.of("ownCategory", Message.of("bearings.error.kpi.notOwn")));
    assertThat(written(with(Category.of(Category.Kind.COST))).category())
        .isEqualTo(Category.of(Category.Kind.COST));
  }

  @Test
  public void aFormulaAndAMetricSayWhatTheyCompute() {
    assertThat(written(with(new KpiSource.Formula(" a + b "))).source())
        .isEqualTo(new KpiSource.Formula("a + b"));
    assertThat(problems(with(new KpiSource.Formula(" ")))).isEqualTo(Map.of("formula", REQUIRED));
    assertThat(problems(with(new KpiSource.Metric("")))).isEqualTo(Map.of("metric", REQUIRED));
    assertThat(problems(with(new KpiSource.Formula("x".repeat(4_001)))))
        .isEqualTo(Map.of("formula", Message.of("bearings.error.tooLong", 4_000, 4_001)));
    assertThat(problems(with(new KpiSource.Metric("x".repeat(4_000))))).isEmpty();
  }

  @Test
  public void onlyWhatAddsUpAccumulates() {
    for (Aggregation how : Aggregation.values()) {
      boolean can = List.of(Aggregation.LAST, Aggregation.SUM, Aggregation.MAX).contains(how);
      Map<String, Message> problems = problems(rhythm(null, how, true, null));
      if (can) {
        assertThat(problems).isEmpty();
      } else {
        assertThat(problems)
            .isEqualTo(
                Map.of(
                    "accumulating",
                    Message.of(
                        "bearings.error.kpi.cannotAccumulate",
                        Message.of("bearings.kpi.aggregation." + how.name().toLowerCase()))));
      }
      assertThat(problems(rhythm(null, how, false, null))).isEmpty();
    }
  }

  @Test
  public void graceIsAWholeNumberOfDays() {
    assertThat(written(rhythm(Frequency.YEARLY, null, null, "366")).rhythm())
        .isEqualTo(new Rhythm(Frequency.YEARLY, Aggregation.LAST, false, 366));
    assertThat(written(rhythm(null, null, null, "0")).rhythm().graceDays()).isZero();
    assertThat(problems(rhythm(null, null, null, "-1")))
        .isEqualTo(Map.of("graceDays", Message.of("bearings.error.negative")));
    assertThat(problems(rhythm(null, null, null, "367")))
        .isEqualTo(Map.of("graceDays", Message.of("bearings.error.tooLarge", 366)));
    assertThat(problems(rhythm(null, null, null, "1e999999999")))
        .isEqualTo(Map.of("graceDays", Message.of("bearings.error.tooLarge", 366)));
    assertThat(problems(rhythm(null, null, null, "1.5")))
        .isEqualTo(Map.of("graceDays", Message.of("bearings.error.notWhole")));
    assertThat(
            KpiRules.problems(
                Kpis.velocity().with(new Rhythm(Frequency.DAILY, Aggregation.LAST, false, -1))))
        .isEqualTo(Map.of("graceDays", Message.of("bearings.error.negative")));
  }

  @Test
  public void levelsOfOneDirectionAreOneNumberThoseOfABandTwo() {
    Message two = Message.of("bearings.error.kpi.needsTwo");
    Message one = Message.of("bearings.error.kpi.needsOne");
    assertThat(problems(yardstick(Direction.BAND, levels(at("5"), null, at("8")))))
        .isEqualTo(Map.of("target", two, "critical", two));
    assertThat(
            problems(
                yardstick(Direction.LOWER, levels(between("1", "2"), between("1", "3"), null))))
        .isEqualTo(Map.of("target", one, "warning", one));
    assertThat(
            problems(
                yardstick(
                    Direction.BAND,
                    levels(between("-5", "5"), between("-6", "5"), between("-10", "10")))))
        .isEmpty();
    assertThat(problems(yardstick(Direction.BAND, levels(between("5", "5"), null, null))))
        .isEqualTo(Map.of("target", Message.of("bearings.error.kpi.lowNotUnderHigh")));
  }

  @Test
  public void theDirectionMayNotBeTurnedAwayFromTheLevels() {
    KpiDraft draft =
        KpiDraft.UNCHANGED.with(
            new KpiDraft.OfYardstick(
                Optional.of(Direction.LOWER),
                Optional.empty(),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Optional.empty()));
    assertThat(problems(draft))
        .isEqualTo(
            Map.of(
                "critical",
                Message.of("bearings.error.kpi.below", Message.of("bearings.kpi.level.target"))));
  }

  @Test
  public void levelsStandInTheirOrder() {
    assertThat(problems(yardstick(Direction.HIGHER, levels(at("50"), at("50"), at("50")))))
        .isEmpty();
    assertThat(problems(yardstick(Direction.HIGHER, levels(at("50"), at("51"), at("50.5")))))
        .isEqualTo(
            Map.of(
                "warning",
                    Message.of("bearings.error.kpi.above", Message.of("bearings.kpi.level.target")),
                "critical",
                    Message.of(
                        "bearings.error.kpi.above", Message.of("bearings.kpi.level.target"))));
    assertThat(problems(yardstick(Direction.HIGHER, levels(at("50"), at("45"), at("46")))))
        .isEqualTo(
            Map.of(
                "critical",
                Message.of("bearings.error.kpi.above", Message.of("bearings.kpi.level.warning"))));
    assertThat(problems(yardstick(Direction.LOWER, levels(at("5"), at("6"), at("8"))))).isEmpty();
    assertThat(problems(yardstick(Direction.LOWER, levels(at("5"), at("4"), at("5")))))
        .isEqualTo(
            Map.of(
                "warning",
                Message.of("bearings.error.kpi.below", Message.of("bearings.kpi.level.target"))));
    assertThat(problems(yardstick(Direction.LOWER, levels(null, at("6"), at("5")))))
        .isEqualTo(
            Map.of(
                "critical",
                Message.of("bearings.error.kpi.below", Message.of("bearings.kpi.level.warning"))));
    assertThat(
            problems(
                yardstick(
                    Direction.BAND,
                    levels(between("-5", "5"), between("-5", "4"), between("-4", "9")))))
        .isEqualTo(
            Map.of(
                "warning",
                    Message.of(
                        "bearings.error.kpi.inside", Message.of("bearings.kpi.level.target")),
                "critical",
                    Message.of(
                        "bearings.error.kpi.inside", Message.of("bearings.kpi.level.target"))));
    assertThat(
            problems(
                yardstick(Direction.BAND, levels(null, between("-5", "5"), between("-5", "4.9")))))
        .isEqualTo(
            Map.of(
                "critical",
                Message.of("bearings.error.kpi.inside", Message.of("bearings.kpi.level.warning"))));
  }

  @Test
  public void changesOfTheTargetAreCheckedAsTheyWillHold() {
    LocalDate april = LocalDate.of(2026, 4, 1);
    Targets.From lower = new Targets.From(april, levels(at("30"), null, null));
    assertThat(problems(yardstick(Direction.HIGHER, levels(at("50"), null, at("40")), lower)))
        .isEqualTo(
            Map.of(
                "targets[0].critical",
                Message.of("bearings.error.kpi.above", Message.of("bearings.kpi.level.target"))));
    Targets.From both = new Targets.From(april, levels(at("30"), null, at("20")));
    assertThat(problems(yardstick(Direction.HIGHER, levels(at("50"), null, at("40")), both)))
        .isEmpty();
    Targets.From later = new Targets.From(april.plusDays(1), levels(null, at("31"), null));
    assertThat(problems(yardstick(Direction.HIGHER, levels(at("50"), null, at("40")), both, later)))
        .isEqualTo(
            Map.of(
                "targets[1].warning",
                Message.of("bearings.error.kpi.above", Message.of("bearings.kpi.level.target"))));
  }

  @Test
  public void changesOfTheTargetGoForwardAndSaySomething() {
    LocalDate april = LocalDate.of(2026, 4, 1);
    Targets.From one = new Targets.From(april, levels(at("60"), null, null));
    Targets.From same = new Targets.From(april, levels(at("70"), null, null));
    Targets.From empty = new Targets.From(april.plusDays(1), Levels.NONE);
    Targets.From pair = new Targets.From(april.plusDays(2), levels(between("1", "2"), null, null));
    assertThat(
            problems(
                yardstick(Direction.HIGHER, levels(at("50"), null, null), one, same, empty, pair)))
        .isEqualTo(
            Map.of(
                "targets[1].from", Message.of("bearings.error.kpi.notInOrder"),
                "targets[2].target", REQUIRED,
                "targets[3].target", Message.of("bearings.error.kpi.needsOne")));
    Targets.From never = new Targets.From(LocalDate.of(1899, 12, 31), one.levels());
    Targets.From far = new Targets.From(LocalDate.of(10_000, 1, 1), one.levels());
    assertThat(problems(yardstick(Direction.HIGHER, Levels.NONE, never, far)))
        .isEqualTo(
            Map.of(
                "targets[0].from", Message.of("bearings.error.noDay"),
                "targets[1].from", Message.of("bearings.error.noDay")));
    Targets.From old = new Targets.From(LocalDate.of(1900, 1, 1), one.levels());
    Targets.From last = new Targets.From(LocalDate.of(9999, 12, 31), one.levels());
    assertThat(problems(yardstick(Direction.HIGHER, Levels.NONE, old, last))).isEmpty();
    List<Targets.From> many =
        IntStream.rangeClosed(1, 401)
            .mapToObj(day -> new Targets.From(april.plusDays(day), one.levels()))
            .toList();
    assertThat(problems(yardstick(Direction.HIGHER, Measure.NUMBER, Levels.NONE, many)))
        .isEqualTo(Map.of("targets", Message.of("bearings.error.tooMany", 400)));
    assertThat(
            problems(
                yardstick(Direction.HIGHER, Measure.NUMBER, Levels.NONE, many.subList(0, 400))))
        .isEmpty();
  }

  @Test
  public void numbersFitTheirMeasure() {
    Measure percent = new Measure(Measure.Kind.PERCENT, Optional.empty(), Optional.empty());
    assertThat(
            problems(
                yardstick(
                    Direction.BAND, percent, levels(between("-5", "250"), null, null), List.of())))
        .isEmpty();
    Measure rating = new Measure(Measure.Kind.RATING, Optional.of(n("5")), Optional.empty());
    assertThat(
            problems(
                yardstick(
                    Direction.BAND, rating, levels(between("4", "6"), null, null), List.of())))
        .isEqualTo(Map.of("target", Message.of("bearings.error.outsideMeasure", "0", "5")));
    Measure currency = new Measure(Measure.Kind.CURRENCY, Optional.empty(), Optional.empty());
    assertThat(problems(yardstick(Direction.LOWER, currency, Levels.NONE, List.of())))
        .isEqualTo(Map.of("measure.currency", Message.of("bearings.error.noCurrency")));
    assertThat(problems(yardstick(Direction.HIGHER, levels(at("1e13"), null, null))))
        .isEqualTo(Map.of("target", Message.of("bearings.error.tooLarge", Measure.LIMIT)));
    assertThat(problems(yardstick(Direction.HIGHER, levels(null, null, at("0.0000001")))))
        .isEqualTo(Map.of("critical", Message.of("bearings.error.decimals", 6)));
  }

  @Test
  public void automaticActionsAreWhole() {
    assertThat(
            problems(
                with(
                    new AutomaticAction.Notify(List.of("anna")),
                    new AutomaticAction.Comment("DEMO-1", "It broke"),
                    new AutomaticAction.CreateIssue("DEMO", "Task", "It broke", ""),
                    new AutomaticAction.Webhook("HTTP://x.test"))))
        .isEmpty();
    assertThat(
            problems(
                with(
                    new AutomaticAction.Notify(List.of("")),
                    new AutomaticAction.Comment("", ""),
                    new AutomaticAction.CreateIssue("", "", "", "x".repeat(2_001)),
                    new AutomaticAction.Webhook(""))))
        .isEqualTo(
            Map.of(
                "automatic[0].people", REQUIRED,
                "automatic[1].issue", REQUIRED,
                "automatic[1].text", REQUIRED,
                "automatic[2].project", REQUIRED,
                "automatic[2].issueType", REQUIRED,
                "automatic[2].summary", REQUIRED,
                "automatic[2].description", Message.of("bearings.error.tooLong", 2_000, 2_001),
                "automatic[3].url", REQUIRED));
    assertThat(problems(with(new AutomaticAction.Notify(Collections.nCopies(21, "anna")))))
        .isEqualTo(Map.of("automatic[0].people", Message.of("bearings.error.tooMany", 20)));
    assertThat(problems(with(new AutomaticAction.Notify(Collections.nCopies(20, "anna")))))
        .isEmpty();
    AutomaticAction[] many =
        Collections.nCopies(11, new AutomaticAction.Webhook("https://x.test"))
            .toArray(AutomaticAction[]::new);
    assertThat(problems(with(many)))
        .isEqualTo(Map.of("automatic", Message.of("bearings.error.tooMany", 10)));
    assertThat(problems(with(java.util.Arrays.copyOf(many, 10)))).isEmpty();
  }

  @Test
  public void aWebhookIsAnAddressOfTheWeb() {
    for (String url :
        List.of("ftp://x.test", "file:///etc/passwd", "https:", "https://", "x.test", "http://[")) {
      assertThat(problems(with(new AutomaticAction.Webhook(url))))
          .as(url)
          .isEqualTo(Map.of("automatic[0].url", Message.of("bearings.error.noAddress")));
    }
    String longest = "https://x.test/" + "y".repeat(1_000 - 15);
    assertThat(problems(with(new AutomaticAction.Webhook(longest)))).isEmpty();
    assertThat(problems(with(new AutomaticAction.Webhook(longest + "y"))))
        .isEqualTo(Map.of("automatic[0].url", Message.of("bearings.error.tooLong", 1_000, 1_001)));
  }

  private static KpiDraft purpose(
      Field<BigDecimal> benchmark, Field<LocalDate> reviewOn, List<Served> serves) {
    return KpiDraft.UNCHANGED.with(
        new KpiDraft.OfPurpose(
            Optional.empty(),
            Optional.empty(),
            benchmark,
            Optional.empty(),
            reviewOn,
            Optional.of(serves),
            Field.absent()));
  }

  @Test
  public void thePurposeIsChecked() {
    assertThat(
            problems(
                purpose(
                    Field.of(n("1e13")),
                    Field.of(LocalDate.of(10_000, 1, 1)),
                    List.of(
                        new Served(1, Served.Part.DRIVER),
                        new Served(2, Served.Part.DRIVER),
                        new Served(1, Served.Part.GUARDRAIL)))))
        .isEqualTo(
            Map.of(
                "benchmark", Message.of("bearings.error.tooLarge", Measure.LIMIT),
                "reviewOn", Message.of("bearings.error.noDay"),
                "serves[2]", TWICE));
    List<Served> many =
        IntStream.rangeClosed(1, 21).mapToObj(id -> new Served(id, Served.Part.DRIVER)).toList();
    assertThat(problems(purpose(Field.absent(), Field.absent(), many)))
        .isEqualTo(Map.of("serves", Message.of("bearings.error.tooMany", 20)));
    assertThat(problems(purpose(Field.absent(), Field.absent(), many.subList(0, 20)))).isEmpty();
  }

  @Test
  public void dimensionsHaveDifferentNamesAndSegments() {
    assertThat(
            problems(
                with(
                    new Dimension("Region", List.of("North", "north", "")),
                    new Dimension("region", List.of()),
                    new Dimension("", List.of("x".repeat(61))))))
        .isEqualTo(
            Map.of(
                "dimensions[0].segments[1]", TWICE,
                "dimensions[0].segments[2]", REQUIRED,
                "dimensions[1].name", TWICE,
                "dimensions[1].segments", REQUIRED,
                "dimensions[2].name", REQUIRED,
                "dimensions[2].segments[0]", Message.of("bearings.error.tooLong", 60, 61)));
    List<String> many = IntStream.range(0, 51).mapToObj(i -> "s" + i).toList();
    assertThat(problems(with(new Dimension("Region", many))))
        .isEqualTo(Map.of("dimensions[0].segments", Message.of("bearings.error.tooMany", 50)));
    assertThat(problems(with(new Dimension("Region", many.subList(0, 50))))).isEmpty();
    Dimension[] six =
        IntStream.range(0, 6)
            .mapToObj(i -> new Dimension("d" + i, List.of("a")))
            .toArray(Dimension[]::new);
    assertThat(problems(with(six)))
        .isEqualTo(Map.of("dimensions", Message.of("bearings.error.tooMany", 5)));
    assertThat(problems(with(java.util.Arrays.copyOf(six, 5)))).isEmpty();
  }
}
