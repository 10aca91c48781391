package io.bearings.okr;

import static io.bearings.okr.Given.assertInvalid;
import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.number;
import static io.bearings.okr.Given.some;
import static io.bearings.okr.Given.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.Readings.Valued;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class KeyResultScoreTest {
  private static final LocalDate TODAY = day("2026-03-31");
  private static final WorkingDays WORKING_DAYS = WorkingDays.NO_HOLIDAYS;

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each : GoldenCases.of("score", KeyResultScoreTest::isScoredHere)) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      JsonNode expected = each.get("expect");
      if (expected.has("error")) {
        assertInvalid(
            () -> score(given),
            "target",
            Message.of(
                "bearings.error.baselineEqualsTarget",
                given.get("target").decimalValue().toPlainString()));
        continue;
      }
      KeyResultScore score = score(given);
      assertThat(score.hasData()).as(id).isEqualTo(expected.get("data").asBoolean());
      GoldenCases.same(id + " current", score.current(), expected.get("current"));
      GoldenCases.same(id + " ratio", score.ratio(), expected.get("ratio"));
      GoldenCases.same(id + " score", score.score(), expected.get("score"));
      if (expected.has("daysWithin")) {
        assertThat(daysWithin(given)).as(id).isEqualTo(expected.get("daysWithin").asInt());
      }
    }
  }

  /** The linked issues themselves are added up where links are. */
  private static boolean isScoredHere(JsonNode node) {
    return node.get("kind").asText().equals("kr")
        && !node.get("given").get("source").asText().equals("ISSUES");
  }

  private static KeyResultScore score(JsonNode given) {
    return switch (Source.valueOf(given.get("source").asText())) {
      case BINARY -> KeyResultScore.binary(current(given));
      case MAINTAIN ->
          KeyResultScore.maintain(
              bounds(given),
              window(given.get("window")),
              Given.values(given.get("values")),
              day(given.get("asOf")),
              Given.workingDays(given));
      case EVIDENCE ->
          KeyResultScore.evidence(
              given.get("baseline").decimalValue(),
              given.get("target").decimalValue(),
              Given.list(given.get("pieces"), KeyResultScoreTest::piece),
              day(given.get("asOf")));
      default ->
          KeyResultScore.towards(
              given.get("baseline").decimalValue(),
              given.get("target").decimalValue(),
              current(given));
    };
  }

  private static int daysWithin(JsonNode given) {
    return KeyResultScore.daysWithin(
        bounds(given),
        window(given.get("window")),
        Given.values(given.get("values")),
        day(given.get("asOf")),
        Given.workingDays(given));
  }

  private static Optional<BigDecimal> current(JsonNode given) {
    if (!given.has("checkIns")) {
      return GoldenCases.number(given.get("current"));
    }
    Readings all = Readings.of(Given.list(given.get("checkIns"), KeyResultScoreTest::reading));
    Readings known =
        Given.date(given.path("knownAt")).map(day -> all.knownOn(day, ZoneOffset.UTC)).orElse(all);
    return known.lastAsOf(day(given.get("asOf"))).flatMap(Reading::value);
  }

  private static Reading reading(JsonNode node) {
    return new Reading(
        id(node.get("id")),
        day(node.get("effective")),
        moment(node.get("recorded").asText()),
        GoldenCases.number(node.get("value")),
        node.has("replaces") ? Optional.of(id(node.get("replaces"))) : Optional.empty());
  }

  private static long id(JsonNode letter) {
    return letter.asText().charAt(0);
  }

  private static Instant moment(String text) {
    LocalDateTime local =
        text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
    return local.toInstant(ZoneOffset.UTC);
  }

  private static Bounds bounds(JsonNode given) {
    return new Bounds(
        GoldenCases.number(given.get("bounds").get("min")),
        GoldenCases.number(given.get("bounds").get("max")));
  }

  private static Piece piece(JsonNode node) {
    return new Piece(
        day(node.get("date")),
        node.get("author").asText(),
        Optional.of(node.get("confirmedBy")).filter(it -> !it.isNull()).map(JsonNode::asText));
  }

  @Test
  public void refusesAValueThatIsNeitherDoneNorNot() {
    for (String wrong : List.of("2", "0.5", "-1", "1.01")) {
      assertInvalid(
          () -> KeyResultScore.binary(some(wrong)),
          "value",
          Message.of("bearings.error.notBinary"));
    }
    assertThat(KeyResultScore.binary(some("1.00")).score().orElseThrow()).isEqualByComparingTo("1");
    assertThat(KeyResultScore.binary(some("0.0")).score().orElseThrow()).isZero();
    assertThat(KeyResultScore.binary(Optional.empty())).isEqualTo(KeyResultScore.NO_DATA);
  }

  @Test
  public void refusesAWayOfNoLengthHoweverItIsWritten() {
    assertInvalid(
        () -> KeyResultScore.towards(number("5.0"), number("5.00"), Optional.empty()),
        "target",
        Message.of("bearings.error.baselineEqualsTarget", "5.00"));
    assertInvalid(
        () -> KeyResultScore.evidence(number("3"), number("3"), List.of(), TODAY),
        "target",
        Message.of("bearings.error.baselineEqualsTarget", "3"));
  }

  @Test
  public void takesTheShareOfTheIssuesAsItIs() {
    KeyResultScore score = KeyResultScore.issues(some("0.25"));
    assertThat(score.current()).contains(number("0.25"));
    assertThat(score.score().orElseThrow()).isEqualByComparingTo("0.25");
    assertThat(KeyResultScore.issues(Optional.empty()).hasData()).isFalse();
  }

  @Test
  public void takesTheScoreOfTheContributors() {
    AlignedScore rollup =
        new AlignedScore(some("0.6"), some("1"), Optional.of(Nature.OUTCOME), java.util.Map.of());
    assertThat(KeyResultScore.aligned(rollup).ratio().orElseThrow()).isEqualByComparingTo("0.6");
  }

  @Test
  public void countsEvidenceUpToTheDayAskedFor() {
    List<Piece> pieces =
        List.of(
            new Piece(TODAY, "ann", Optional.of("bob")),
            new Piece(TODAY.plusDays(1), "ann", Optional.of("bob")));
    assertThat(KeyResultScore.evidence(number("0"), number("4"), pieces, TODAY).current())
        .contains(number("1"));
  }

  @Test
  public void countsEvidenceFromItsBaseline() {
    List<Piece> pieces = Collections.nCopies(6, new Piece(TODAY, "ann", Optional.of("bob")));
    KeyResultScore score = KeyResultScore.evidence(number("4"), number("8"), pieces, TODAY);
    assertThat(score.current()).contains(number("6"));
    assertThat(score.ratio().orElseThrow()).isEqualByComparingTo("0.5");
  }

  @Test
  public void hasNoDataInAWindowWithoutAWorkingDay() {
    assertThat(maintained(window("2026-05-02", "2026-05-03"), day("2026-05-03")).hasData())
        .isFalse();
  }

  @Test
  public void letsAValueFromBeforeTheWindowHoldIntoIt() {
    KeyResultScore score = maintained(window("2026-05-04", "2026-05-15"), day("2026-05-08"));
    assertThat(score.ratio().orElseThrow()).isEqualByComparingTo("0.5");
  }

  @Test
  public void countsNoDayAfterTheWindow() {
    KeyResultScore score = maintained(window("2026-05-04", "2026-05-15"), day("2026-06-30"));
    assertThat(score.ratio().orElseThrow()).isEqualByComparingTo("1");
  }

  @Test
  public void doesNotKnowAValueOfALaterDay() {
    assertThat(maintained(window("2026-05-04", "2026-05-15"), day("2026-04-30")).hasData())
        .isFalse();
  }

  @Test
  public void leavesHolidaysOutOfWhatIsMaintained() {
    WorkingDays oneOff = new WorkingDays(List.of(day("2026-05-05")));
    Bounds bounds = new Bounds(Optional.empty(), some("5"));
    List<Valued> values =
        List.of(
            new Valued(day("2026-05-04"), number("4")), new Valued(day("2026-05-06"), number("6")));
    KeyResultScore score =
        KeyResultScore.maintain(
            bounds, window("2026-05-04", "2026-05-08"), values, day("2026-05-08"), oneOff);
    assertThat(score.ratio().orElseThrow()).isEqualByComparingTo("0.25");
    assertThat(score.current()).contains(number("6"));
  }

  private static KeyResultScore maintained(Window window, LocalDate asOf) {
    return KeyResultScore.maintain(
        new Bounds(some("1"), Optional.empty()),
        window,
        List.of(new Valued(day("2026-05-01"), number("1"))),
        asOf,
        WORKING_DAYS);
  }

  @Test
  public void refusesBoundsThatHoldNothing() {
    assertInvalid(
        () -> new Bounds(Optional.empty(), Optional.empty()),
        "lower",
        Message.of("bearings.error.noBound"));
    assertInvalid(
        () -> new Bounds(some("5"), some("4.9")), "upper", Message.of("bearings.error.below", "5"));
    assertThat(new Bounds(some("5"), some("5.0")).hold(number("5.00"))).isTrue();
  }

  @Test
  public void risesWithTheValueAndStaysBoundedOnWhateverScale() {
    Random random = new Random(3);
    for (int run = 0; run < 500; run++) {
      BigDecimal baseline = BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 1);
      BigDecimal target = baseline.add(BigDecimal.valueOf(random.nextInt(999) + 1L, 1));
      BigDecimal lower = BigDecimal.valueOf(random.nextInt(4_000) - 2_000, 1);
      BigDecimal higher = lower.add(BigDecimal.valueOf(random.nextInt(300), 1));

      KeyResultScore less = KeyResultScore.towards(baseline, target, Optional.of(lower));
      KeyResultScore more = KeyResultScore.towards(baseline, target, Optional.of(higher));
      assertThat(less.score().orElseThrow()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
      assertThat(more.score().orElseThrow()).isGreaterThanOrEqualTo(less.score().orElseThrow());

      BigDecimal scale = BigDecimal.valueOf(random.nextInt(50) + 1L).negate();
      KeyResultScore scaled =
          KeyResultScore.towards(
              baseline.multiply(scale), target.multiply(scale), Optional.of(lower.multiply(scale)));
      assertThat(scaled.ratio().orElseThrow()).isEqualByComparingTo(less.ratio().orElseThrow());
    }
  }

  @Test
  public void maintainsAsManyDaysAsOneCountsDayByDay() {
    Random random = new Random(5);
    Window window = window("2026-01-05", "2026-03-29");
    WorkingDays workingDays = new WorkingDays(List.of(day("2026-01-06"), day("2026-02-16")));
    Bounds bounds = new Bounds(some("3"), some("7"));
    for (int run = 0; run < 200; run++) {
      List<Valued> values = new ArrayList<>();
      LocalDate date = window.first().minusDays(10);
      int count = random.nextInt(12);
      for (int i = 0; i < count; i++) {
        date = date.plusDays(1L + random.nextInt(12));
        values.add(new Valued(date, BigDecimal.valueOf(random.nextInt(10))));
      }
      LocalDate asOf = window.first().plusDays(random.nextInt(100));
      List<Valued> known = values.stream().filter(it -> !it.date().isAfter(asOf)).toList();
      assertThat(KeyResultScore.daysWithin(bounds, window, known, asOf, workingDays))
          .isEqualTo(dayByDay(bounds, window, known, asOf, workingDays));
    }
  }

  private static int dayByDay(
      Bounds bounds, Window window, List<Valued> values, LocalDate asOf, WorkingDays workingDays) {
    int within = 0;
    for (LocalDate day = window.first(); !day.isAfter(window.last()); day = day.plusDays(1)) {
      LocalDate now = day;
      Optional<BigDecimal> value =
          values.stream()
              .filter(it -> !it.date().isAfter(now))
              .reduce((earlier, later) -> later)
              .map(Valued::value);
      boolean counts = workingDays.isWorkingDay(day) && !day.isAfter(asOf);
      if (counts && value.filter(bounds::hold).isPresent()) {
        within++;
      }
    }
    return within;
  }
}
