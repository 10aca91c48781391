package io.bearings.okr;

import static io.bearings.okr.Given.assertInvalid;
import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.number;
import static io.bearings.okr.Given.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.Forecast.Basis;
import io.bearings.okr.Forecast.None;
import io.bearings.okr.Forecast.Projection;
import io.bearings.okr.Forecast.Reason;
import io.bearings.okr.Readings.Valued;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.Test;

public class ForecastTest {
  private static final WorkingDays WORKING_DAYS = WorkingDays.NO_HOLIDAYS;

  /** Fifty working days. */
  private static final Window WINDOW = window("2026-04-06", "2026-06-12");

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each :
        GoldenCases.of("forecast", node -> node.get("kind").asText().equals("keyResult"))) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      JsonNode expected = each.get("expect");
      Forecast forecast = Forecast.of(basis(given), Given.workingDays(given));
      if (!expected.get("forecast").asBoolean()) {
        assertThat(forecast)
            .as(id)
            .isEqualTo(new None(Reason.valueOf(expected.get("why").asText())));
        continue;
      }
      Projection projection = (Projection) forecast;
      same(id + " slope", projection.slopePerWeek(), expected.get("slopePerWeek"));
      same(id + " projected", projection.projected(), expected.get("projected"));
      same(id + " score", projection.projectedScore(), expected.get("projectedScore"));
      assertThat(projection.reaches()).as(id).isEqualTo(expected.get("reaches").asBoolean());
    }
  }

  private static void same(String what, BigDecimal figure, JsonNode expected) {
    GoldenCases.same(what, Optional.of(figure), expected);
  }

  private static Basis basis(JsonNode given) {
    return new Basis(
        34,
        Source.valueOf(given.get("source").asText()),
        window(given.get("window")),
        given.get("baseline").decimalValue(),
        given.get("target").decimalValue(),
        given.get("successLevel").decimalValue(),
        Given.values(given.get("values")));
  }

  @Test
  public void hasNoneForWhatFollowsNoLine() {
    for (Source source : List.of(Source.BINARY, Source.MAINTAIN, Source.ISSUES)) {
      assertThat(Forecast.of(basis(1, source, "50", weekly(8, week -> week)), WORKING_DAYS))
          .isEqualTo(new None(Reason.SOURCE));
    }
  }

  @Test
  public void refusesAWayOfNoLength() {
    assertInvalid(
        () -> Forecast.of(basis(1, Source.MANUAL, "0", List.of()), WORKING_DAYS),
        "target",
        Message.of("bearings.error.baselineEqualsTarget", "0"));
  }

  @Test
  public void looksAtValuesOfTheWindowOnly() {
    List<Valued> values = weekly(6, week -> 4 * week);
    List<Valued> outside = new ArrayList<>(values);
    outside.add(new Valued(WINDOW.first().minusDays(1), number("900")));
    outside.add(new Valued(WINDOW.last().plusDays(1), number("900")));
    assertThat(projection(1, outside)).isEqualTo(projection(1, values));

    List<Valued> five = new ArrayList<>(weekly(5, week -> week));
    five.add(new Valued(WINDOW.first().minusDays(1), number("0")));
    assertThat(Forecast.of(basis(1, Source.MANUAL, "50", five), WORKING_DAYS))
        .isEqualTo(new None(Reason.TOO_FEW_VALUES));
  }

  @Test
  public void needsWorkingDaysBetweenTheValues() {
    Window short2 = window("2026-05-02", "2026-05-03");
    List<Valued> weekend =
        List.of(new Valued(short2.first(), number("1")), new Valued(short2.last(), number("2")));
    Basis basis =
        new Basis(1, Source.MANUAL, short2, number("0"), number("9"), number("0.7"), weekend);
    assertThat(Forecast.of(basis, WORKING_DAYS)).isEqualTo(new None(Reason.TOO_FEW_VALUES));
    List<LocalDate> holidays = days(short2.first(), 12);
    Window holiday = new Window(short2.first(), short2.first().plusDays(9));
    List<Valued> idle =
        days(holiday.first(), 8).stream().map(day -> new Valued(day, number("1"))).toList();
    Basis nobodyWorks =
        new Basis(1, Source.MANUAL, holiday, number("0"), number("9"), number("0.7"), idle);
    assertThat(Forecast.of(nobodyWorks, new WorkingDays(holidays)))
        .isEqualTo(new None(Reason.SPAN_TOO_SHORT));
  }

  @Test
  public void measuresTheSpanFromTheFirstValueToTheLast() {
    List<Valued> late =
        List.of("2026-05-20", "2026-05-21", "2026-05-22", "2026-05-25", "2026-05-26", "2026-05-27")
            .stream()
            .map(day -> new Valued(day(day), number("5")))
            .toList();
    assertThat(Forecast.of(basis(1, Source.MANUAL, "50", late), WORKING_DAYS))
        .isEqualTo(new None(Reason.SPAN_TOO_SHORT));
  }

  @Test
  public void interpolatesPercentiles() {
    double[] sorted = {1, 2, 4, 8, 16};
    assertThat(Trend.percentile(sorted, 0.25)).isEqualTo(2);
    assertThat(Trend.percentile(sorted, 0.1)).isCloseTo(1.4, within(1e-12));
    assertThat(Trend.percentile(sorted, 0.9)).isCloseTo(12.8, within(1e-12));
  }

  private static List<LocalDate> days(LocalDate first, int count) {
    return first.datesUntil(first.plusDays(count)).toList();
  }

  @Test
  public void isSureOfPointsOnALine() {
    Projection reaching = projection(7, weekly(7, week -> 4 * week));
    assertThat(width(reaching)).isCloseTo(0, within(1e-9));
    assertThat(reaching.low().doubleValue()).isCloseTo(40, within(1e-9));
    assertThat(reaching.probability()).isEqualByComparingTo("1");

    Projection failing = projection(7, weekly(7, week -> 3 * week));
    assertThat(width(failing)).isCloseTo(0, within(1e-9));
    assertThat(failing.probability()).isEqualByComparingTo("0");
  }

  @Test
  public void givesTheSameFiguresForTheSameKeyResult() {
    List<Valued> values = noisy(10, 3, new Random(1));
    assertThat(projection(7, values)).isEqualTo(projection(7, values));
    assertThat(projection(8, values)).isNotEqualTo(projection(7, values));
  }

  @Test
  public void isLessSureOfNoisierValues() {
    Random random = new Random(2);
    for (int run = 0; run < 5; run++) {
      long seed = random.nextLong();
      double quiet = width(projection(run, noisy(10, 1, new Random(seed))));
      double loud = width(projection(run, noisy(10, 6, new Random(seed))));
      assertThat(loud).isGreaterThan(quiet);
    }
  }

  @Test
  public void keepsTheProjectionInsideItsIntervalAndTheProbabilityBetweenZeroAndOne() {
    Random random = new Random(4);
    for (int run = 0; run < 10; run++) {
      Projection projection = projection(run, noisy(9, 4, random));
      assertThat(projection.low()).isLessThanOrEqualTo(projection.projected());
      assertThat(projection.high()).isGreaterThanOrEqualTo(projection.projected());
      assertThat(projection.probability()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
      assertThat(projection.projectedScore()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }
  }

  @Test
  public void saysTheSameOfAFallingNumberTurnedUpsideDown() {
    List<Valued> rising = noisy(10, 3, new Random(6));
    List<Valued> falling =
        rising.stream().map(it -> new Valued(it.date(), it.value().negate())).toList();
    Projection up = projection(5, rising);
    Projection down = (Projection) Forecast.of(basis(5, Source.KPI, "-50", falling), WORKING_DAYS);
    assertThat(down.slopePerWeek()).isEqualByComparingTo(up.slopePerWeek().negate());
    assertThat(down.projected()).isEqualByComparingTo(up.projected().negate());
    assertThat(down.low()).isEqualByComparingTo(up.high().negate());
    assertThat(down.high()).isEqualByComparingTo(up.low().negate());
    assertThat(down.probability()).isEqualByComparingTo(up.probability());
  }

  @Test
  public void isRightAboutFourTimesInFive() {
    Random random = new Random(8);
    int inside = 0;
    for (int run = 0; run < 30; run++) {
      Projection projection = projection(run, noisy(10, 3, random));
      boolean low = projection.low().doubleValue() <= 40;
      boolean high = projection.high().doubleValue() >= 40;
      inside += low && high ? 1 : 0;
    }
    assertThat(inside).isBetween(18, 29);
  }

  @Test
  public void copesWithAThousandDays() {
    Window years = window("2022-01-03", "2026-12-31");
    Random random = new Random(9);
    List<Valued> values = new ArrayList<>();
    for (LocalDate day : days(years.first(), 1_000)) {
      int elapsed = WORKING_DAYS.between(years.first(), day);
      values.add(new Valued(day, BigDecimal.valueOf(elapsed + random.nextGaussian() * 20)));
    }
    Basis basis =
        new Basis(1, Source.KPI, years, number("0"), number("1500"), number("0.7"), values);
    Projection projection = (Projection) Forecast.of(basis, WORKING_DAYS);
    assertThat(projection.projected().doubleValue()).isCloseTo(1_304, within(10.0));
    assertThat(projection.slopePerWeek().doubleValue()).isCloseTo(5, within(0.05));
    assertThat(projection.probability()).isEqualByComparingTo("1");
    assertThat(width(projection)).isBetween(1.0, 60.0);
  }

  private static double width(Projection projection) {
    return projection.high().subtract(projection.low()).doubleValue();
  }

  private static Projection projection(long id, List<Valued> values) {
    return (Projection) Forecast.of(basis(id, Source.MANUAL, "50", values), WORKING_DAYS);
  }

  private static Basis basis(long id, Source source, String target, List<Valued> values) {
    return new Basis(id, source, WINDOW, number("0"), number(target), number("0.7"), values);
  }

  private static List<Valued> noisy(int weeks, double noise, Random random) {
    return weekly(weeks, week -> 4 * week + random.nextGaussian() * noise);
  }

  /** A value on each Friday. */
  private static List<Valued> weekly(int weeks, IntToDoubleFunction value) {
    List<Valued> values = new ArrayList<>();
    for (int week = 1; week <= weeks; week++) {
      LocalDate friday = day("2026-04-03").plusWeeks(week);
      values.add(new Valued(friday, BigDecimal.valueOf(value.applyAsDouble(week))));
    }
    return values;
  }
}
