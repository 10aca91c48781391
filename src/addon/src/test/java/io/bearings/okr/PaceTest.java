package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.number;
import static io.bearings.okr.Given.some;
import static io.bearings.okr.Given.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class PaceTest {
  private static final WorkingDays WORKING_DAYS = WorkingDays.NO_HOLIDAYS;

  /** Fifty working days. */
  private static final Window WINDOW = window("2026-04-06", "2026-06-12");

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each : GoldenCases.of("pace", node -> node.get("kind").asText().equals("kr"))) {
      String id = each.get("id").asText();
      JsonNode expected = each.get("expect");
      Pace pace = pace(each.get("given"));
      assertThat(pace.window().first()).as(id).isEqualTo(day(expected.get("windowStart")));
      assertThat(pace.window().last()).as(id).isEqualTo(day(expected.get("windowEnd")));
      assertThat(pace.length()).as(id).isEqualTo(expected.get("length").asInt());
      GoldenCases.same(
          id + " elapsed", pace.elapsed().map(BigDecimal::valueOf), expected.get("elapsed"));
      GoldenCases.same(id + " expected", pace.expected(), expected.get("expected"));
      GoldenCases.same(id + " pace", pace.pace(), expected.get("pace"));
      assertThat(pace.status()).as(id).hasToString(expected.get("status").asText());
    }
  }

  private static Pace pace(JsonNode given) {
    Source source = Source.valueOf(given.path("source").asText("MANUAL"));
    Window cycle = window(given.get("cycle"));
    Window window =
        Window.of(
            cycle.first(),
            cycle.last(),
            Given.date(given.path("activated")),
            Given.date(given.path("due")));
    List<Checkpoint> checkpoints =
        Given.list(
            given.path("checkpoints"),
            it ->
                Checkpoint.of(
                    day(it.get("date")),
                    it.get("value").decimalValue(),
                    given.get("baseline").decimalValue(),
                    given.get("target").decimalValue()));
    Expectation expectation =
        new Expectation(
            source,
            window,
            source.successLevel(kind(given)),
            given.path("lagWeeks").asInt(),
            checkpoints);
    return Pace.of(
        expectation,
        GoldenCases.number(given.get("score"))
            .map(score -> new Pace.Reached(score, day(given.get("lastValueOn")))),
        given.has("confidence") ? Optional.of(given.get("confidence").asInt()) : Optional.empty(),
        day(given.get("asOf")),
        thresholds(given),
        Given.workingDays(given));
  }

  private static ObjectiveKind kind(JsonNode given) {
    return given.get("successLevel").decimalValue().compareTo(BigDecimal.ONE) == 0
        ? ObjectiveKind.COMMITTED
        : ObjectiveKind.ASPIRATIONAL;
  }

  private static Thresholds thresholds(JsonNode given) {
    return given.has("thresholds")
        ? new Thresholds(
            given.get("thresholds").get("onTrack").decimalValue(),
            given.get("thresholds").get("atRisk").decimalValue())
        : Thresholds.DEFAULT;
  }

  @Test
  public void judgesABinaryOneWithoutConfidenceNotYet() {
    Pace pace = binary("0", Optional.empty(), day("2026-05-08"));
    assertThat(pace.status()).isEqualTo(Status.TOO_EARLY);
    assertThat(pace.length()).isEqualTo(50);
  }

  @Test
  public void hasNoDataForABinaryOneThatNobodyReported() {
    Pace pace =
        Pace.of(
            Expectation.of(Source.BINARY, WINDOW, BigDecimal.ONE),
            Optional.empty(),
            Optional.of(9),
            day("2026-05-08"),
            Thresholds.DEFAULT,
            WORKING_DAYS);
    assertThat(pace.status()).isEqualTo(Status.NO_DATA);
  }

  @Test
  public void keepsABinaryOneAchievedAfterTheDueDate() {
    assertThat(binary("1", Optional.of(1), day("2026-07-01")).status()).isEqualTo(Status.ACHIEVED);
    assertThat(binary("0", Optional.of(9), day("2026-06-11")).status()).isEqualTo(Status.ON_TRACK);
  }

  private static Pace binary(String score, Optional<Integer> confidence, LocalDate asked) {
    return Pace.of(
        Expectation.of(Source.BINARY, WINDOW, number("0.7")),
        Optional.of(new Pace.Reached(number(score), asked)),
        confidence,
        asked,
        Thresholds.DEFAULT,
        WORKING_DAYS);
  }

  @Test
  public void takesAnExactThresholdForReachedThoughTheQuotientsAreNot() {
    // one of three is reached and 10/27 are expected: nine tenths of it, on the nose
    Window window = window("2026-04-06", "2026-05-12");
    assertThat(WORKING_DAYS.in(window)).isEqualTo(27);
    KeyResultScore score = KeyResultScore.towards(number("0"), number("3"), some("1"));
    LocalDate tenth = day("2026-04-17");
    Pace pace = judged(window, "1", score.score().orElseThrow(), tenth);
    assertThat(pace.elapsed()).contains(10);
    assertThat(pace.status()).isEqualTo(Status.ON_TRACK);
    BigDecimal less = score.score().orElseThrow().subtract(number("1e-15"));
    assertThat(judged(window, "1", less, tenth).status()).isEqualTo(Status.AT_RISK);
  }

  private static Pace judged(Window window, String level, BigDecimal score, LocalDate on) {
    return Pace.of(
        Expectation.of(Source.MANUAL, window, number(level)),
        Optional.of(new Pace.Reached(score, on)),
        Optional.empty(),
        on,
        Thresholds.DEFAULT,
        WORKING_DAYS);
  }

  @Test
  public void expectsNothingBeforeTheWindow() {
    Pace pace = judged(WINDOW, "0.7", number("0.5"), day("2026-04-03"));
    assertThat(pace.elapsed()).contains(0);
    assertThat(pace.expected()).contains(BigDecimal.ZERO);
    assertThat(pace.status()).isEqualTo(Status.TOO_EARLY);
  }

  @Test
  public void expectsNoMoreThanTheSuccessLevelAfterTheWindow() {
    Expectation expectation = Expectation.of(Source.MANUAL, WINDOW, number("0.7"));
    assertThat(expectation.at(day("2026-12-31"), WORKING_DAYS)).isEqualByComparingTo("0.7");
    assertThat(expectation.elapsed(day("2026-12-31"), WORKING_DAYS)).isEqualTo(50);
  }

  @Test
  public void startsFromTheEndOfTheLagTowardsTheNextCheckpoint() {
    Expectation expectation =
        lagging(
            4,
            new Checkpoint(day("2026-05-29"), number("0.4")),
            new Checkpoint(day("2026-04-24"), number("0.3")));
    assertThat(expectation.at(day("2026-05-01"), WORKING_DAYS)).isZero();
    assertThat(expectation.at(day("2026-05-15"), WORKING_DAYS)).isEqualByComparingTo("0.2");
    assertThat(expectation.at(day("2026-05-29"), WORKING_DAYS)).isEqualByComparingTo("0.4");
    assertThat(expectation.at(day("2026-06-05"), WORKING_DAYS)).isEqualByComparingTo("0.7");
    assertThat(expectation.at(day("2026-06-12"), WORKING_DAYS)).isEqualByComparingTo("1");
  }

  @Test
  public void leavesACheckpointOnTheLagsLastDayAside() {
    Expectation expectation = lagging(4, new Checkpoint(day("2026-05-01"), number("0.4")));
    assertThat(expectation.at(day("2026-05-22"), WORKING_DAYS)).isEqualByComparingTo("0.5");
  }

  @Test
  public void endsAtTheSuccessLevelWhateverACheckpointOnTheDueDateSays() {
    Expectation expectation = lagging(0, new Checkpoint(day("2026-06-12"), number("0.4")));
    assertThat(expectation.at(day("2026-06-12"), WORKING_DAYS)).isEqualByComparingTo("1");
    assertThat(expectation.at(day("2026-05-08"), WORKING_DAYS)).isEqualByComparingTo("0.5");
  }

  @Test
  public void followsSeveralCheckpointsInTheOrderOfTheirDays() {
    Expectation expectation =
        lagging(
            0,
            new Checkpoint(day("2026-05-29"), number("0.9")),
            new Checkpoint(day("2026-04-17"), number("0.1")));
    assertThat(expectation.at(day("2026-04-10"), WORKING_DAYS)).isEqualByComparingTo("0.05");
    assertThat(expectation.at(day("2026-04-17"), WORKING_DAYS)).isEqualByComparingTo("0.1");
    assertThat(expectation.at(day("2026-05-08"), WORKING_DAYS)).isEqualByComparingTo("0.5");
    assertThat(expectation.at(day("2026-06-05"), WORKING_DAYS)).isEqualByComparingTo("0.95");
  }

  @Test
  public void expectsNothingWhenTheLagOutlastsTheWindow() {
    Expectation expectation = lagging(30);
    assertThat(expectation.at(day("2026-06-12"), WORKING_DAYS)).isZero();
    assertThat(expectation.isLagOver(day("2026-06-12"))).isFalse();
  }

  @Test
  public void isPastTheLagFromTheDayAfterItsLastWeek() {
    assertThat(lagging(4).isLagOver(day("2026-05-03"))).isFalse();
    assertThat(lagging(4).isLagOver(day("2026-05-04"))).isTrue();
    assertThat(lagging(0).isLagOver(day("2026-04-06"))).isTrue();
  }

  private static Expectation lagging(int weeks, Checkpoint... checkpoints) {
    return new Expectation(Source.MANUAL, WINDOW, BigDecimal.ONE, weeks, List.of(checkpoints));
  }

  @Test
  public void movesUpWithTheScoreAndDownWithTime() {
    Random random = new Random(17);
    List<Status> rising = List.of(Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK);
    for (int run = 0; run < 500; run++) {
      BigDecimal score = BigDecimal.valueOf(random.nextInt(1_001), 3);
      BigDecimal better = score.add(BigDecimal.valueOf(random.nextInt(200), 3)).min(BigDecimal.ONE);
      LocalDate on = WINDOW.first().plusDays(7L + random.nextInt(40));
      LocalDate later = on.plusDays(random.nextInt(15));
      int standing = rising.indexOf(judged(WINDOW, "0.7", score, on).status());
      assertThat(standing).isNotNegative();
      assertThat(rising.indexOf(judged(WINDOW, "0.7", better, on).status()))
          .isGreaterThanOrEqualTo(standing);
      assertThat(rising.indexOf(judged(WINDOW, "0.7", score, later).status()))
          .isLessThanOrEqualTo(standing);
    }
  }

  @Test
  public void neverChangesAnEarlierStatusByALaterValue() {
    Random random = new Random(23);
    for (int run = 0; run < 300; run++) {
      List<Reading> entries = randomEntries(random);
      LocalDate asked = WINDOW.first().plusDays(random.nextInt(68));
      Reading later = entry(99, asked.plusDays(1L + random.nextInt(20)), random);
      List<Reading> more = new ArrayList<>(entries);
      more.add(random.nextInt(more.size() + 1), later);
      assertThat(statusOn(more, asked)).isEqualTo(statusOn(entries, asked));
    }
  }

  private static Status statusOn(List<Reading> entries, LocalDate asked) {
    Optional<Reading> last = Readings.of(entries).lastAsOf(asked);
    KeyResultScore score =
        KeyResultScore.towards(number("0"), number("50"), last.flatMap(Reading::value));
    return Pace.of(
            Expectation.of(Source.MANUAL, WINDOW, number("0.7")),
            score.score().map(it -> new Pace.Reached(it, last.orElseThrow().effective())),
            Optional.empty(),
            asked,
            Thresholds.DEFAULT,
            WORKING_DAYS)
        .status();
  }

  private static List<Reading> randomEntries(Random random) {
    List<Reading> entries = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      entries.add(entry(i, WINDOW.first().plusDays(random.nextInt(80)), random));
    }
    return entries;
  }

  private static Reading entry(long id, LocalDate effective, Random random) {
    return new Reading(
        id,
        effective,
        java.time.Instant.ofEpochSecond(random.nextInt(1_000)),
        Optional.of(BigDecimal.valueOf(random.nextInt(51))),
        Optional.empty());
  }
}
