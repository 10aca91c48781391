package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.number;
import static io.bearings.okr.Given.some;
import static io.bearings.okr.Given.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.ObjectivePace.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class ObjectivePaceTest {
  private static final WorkingDays WORKING_DAYS = WorkingDays.NO_HOLIDAYS;
  private static final Window WINDOW = window("2026-04-06", "2026-06-12");
  private static final LocalDate HALF_TIME = day("2026-05-08");

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each :
        GoldenCases.of("pace", node -> node.get("kind").asText().equals("objective"))) {
      String id = each.get("id").asText();
      ObjectivePace pace = pace(each.get("given"));
      JsonNode expected = each.get("expect");
      GoldenCases.same(id + " score", pace.score().value(), expected.get("score"));
      GoldenCases.same(id + " expected", pace.expected(), expected.get("expected"));
      GoldenCases.same(id + " pace", pace.pace(), expected.get("pace"));
      assertThat(pace.status()).as(id).hasToString(expected.get("status").asText());
      assertThat(pace.cappedBy())
          .as(id)
          .isEqualTo(Given.list(expected.get("cappedBy"), JsonNode::asText));
    }
  }

  private static ObjectivePace pace(JsonNode given) {
    Window cycle = window(given.get("cycle"));
    return ObjectivePace.of(
        Given.list(given.get("krs"), ObjectivePaceTest::part),
        Window.of(
            cycle.first(), cycle.last(), Given.date(given.path("activated")), Optional.empty()),
        ObjectiveKind.valueOf(given.get("kind").asText()),
        day(given.get("asOf")),
        given.path("guardrailRed").asBoolean(),
        Thresholds.DEFAULT,
        Given.workingDays(given));
  }

  private static Part part(JsonNode node) {
    return new Part(
        node.get("id").asText(),
        node.get("weight").decimalValue(),
        GoldenCases.number(node.get("score")),
        GoldenCases.number(node.get("expected")),
        Status.valueOf(node.get("status").asText()),
        node.path("abandoned").asBoolean());
  }

  @Test
  public void countsABinaryOneInTheScoreButInNeitherSideOfThePaceUntilItIsDue() {
    ObjectivePace pace = onTheDay(HALF_TIME, measured("0.35"), binary("1", "2026-06-12"));
    assertThat(pace.score().value().orElseThrow()).isEqualByComparingTo("0.675");
    assertThat(pace.expected().orElseThrow()).isEqualByComparingTo("0.35");
    assertThat(pace.pace().orElseThrow()).isEqualByComparingTo("1");
  }

  @Test
  public void countsABinaryOneInBothSidesFromItsDueDateOn() {
    ObjectivePace before = onTheDay(HALF_TIME, measured("0.35"), binary("0", "2026-05-11"));
    assertThat(before.pace().orElseThrow()).isEqualByComparingTo("1");
    ObjectivePace due = onTheDay(HALF_TIME, measured("0.35"), binary("0", "2026-05-08"));
    assertThat(due.expected().orElseThrow()).isEqualByComparingTo("0.525");
    assertThat(due.pace().orElseThrow().multiply(number("3")).doubleValue()).isEqualTo(1);
    assertThat(due.status()).isEqualTo(Status.OFF_TRACK);
  }

  @Test
  public void hasNoPaceWithBinaryOnesOnly() {
    ObjectivePace pace = onTheDay(HALF_TIME, binary("0", "2026-06-12"));
    assertThat(pace.score().value().orElseThrow()).isZero();
    assertThat(pace.expected()).isEmpty();
    assertThat(pace.pace()).isEmpty();
    assertThat(pace.status()).isEqualTo(Status.TOO_EARLY);
    assertThat(pace.cappedBy()).isEmpty();
  }

  @Test
  public void hasNoDataBelowHalfOfTheWeight() {
    Part heavy =
        new Part("KR-2", number("2"), Optional.empty(), Optional.empty(), Status.NO_DATA, false);
    ObjectivePace pace = onTheDay(HALF_TIME, measured("0.35"), heavy);
    assertThat(pace.status()).isEqualTo(Status.NO_DATA);
    assertThat(pace.expected()).isEmpty();
    assertThat(pace.pace()).isEmpty();
    assertThat(pace.score().coverage().orElseThrow().doubleValue()).isEqualTo(1.0 / 3);
    assertThat(onTheDay(HALF_TIME).status()).isEqualTo(Status.NO_DATA);
  }

  @Test
  public void measuresTheCapByTheWeightOfThoseWithoutDataToo() {
    Part off = part("KR-2", "1", "0.1", Status.OFF_TRACK);
    Part silent =
        new Part("KR-3", number("0.1"), Optional.empty(), Optional.empty(), Status.NO_DATA, false);
    ObjectivePace capped = onTheDay(HALF_TIME, part("KR-1", "4", "0.6", Status.ON_TRACK), off);
    assertThat(capped.status()).isEqualTo(Status.AT_RISK);
    assertThat(capped.cappedBy()).containsExactly("KR-2");
    ObjectivePace free =
        onTheDay(HALF_TIME, part("KR-1", "4", "0.6", Status.ON_TRACK), off, silent);
    assertThat(free.status()).isEqualTo(Status.ON_TRACK);
    assertThat(free.cappedBy()).isEmpty();
  }

  @Test
  public void isCappedByABinaryOneThatIsOffTrack() {
    Part binary =
        new Part("KR-9", number("1"), some("0"), Optional.empty(), Status.OFF_TRACK, false);
    ObjectivePace pace = onTheDay(HALF_TIME, measured("0.9"), binary);
    assertThat(pace.status()).isEqualTo(Status.AT_RISK);
    assertThat(pace.cappedBy()).containsExactly("KR-9");
  }

  @Test
  public void namesNoCapWhileItIsTooEarly() {
    ObjectivePace pace =
        ObjectivePace.of(
            List.of(part("KR-1", "1", "0.1", Status.OFF_TRACK)),
            WINDOW,
            ObjectiveKind.ASPIRATIONAL,
            day("2026-04-08"),
            true,
            Thresholds.DEFAULT,
            WORKING_DAYS);
    assertThat(pace.status()).isEqualTo(Status.TOO_EARLY);
    assertThat(pace.cappedBy()).isEmpty();
  }

  @Test
  public void usesTheThresholdsThatAreGiven() {
    Thresholds strict = new Thresholds(number("1"), number("0.95"));
    ObjectivePace pace =
        ObjectivePace.of(
            List.of(measured("0.34")),
            WINDOW,
            ObjectiveKind.ASPIRATIONAL,
            HALF_TIME,
            false,
            strict,
            WORKING_DAYS);
    assertThat(pace.status()).isEqualTo(Status.AT_RISK);
  }

  @Test
  public void judgesACommittedOneByAllOfItInTheEnd() {
    List<Part> parts = List.of(part("KR-1", "1", "0.7", Status.MISSED));
    LocalDate end = WINDOW.last();
    assertThat(
            ObjectivePace.of(
                    parts,
                    WINDOW,
                    ObjectiveKind.COMMITTED,
                    end,
                    true,
                    Thresholds.DEFAULT,
                    WORKING_DAYS)
                .status())
        .isEqualTo(Status.PARTLY);
    assertThat(
            ObjectivePace.of(
                    List.of(part("KR-1", "1", "0.49", Status.MISSED)),
                    WINDOW,
                    ObjectiveKind.COMMITTED,
                    end,
                    true,
                    Thresholds.DEFAULT,
                    WORKING_DAYS)
                .status())
        .isEqualTo(Status.MISSED);
  }

  @Test
  public void takesThePartOfAKeyResultFromItsPace() {
    Expectation expectation = Expectation.of(Source.MANUAL, WINDOW, number("0.7"));
    Pace pace =
        Pace.of(
            expectation,
            Optional.of(new Pace.Reached(number("0.2"), HALF_TIME)),
            Optional.empty(),
            HALF_TIME,
            Thresholds.DEFAULT,
            WORKING_DAYS);
    Part part = Part.of("KR-5", number("3"), some("0.2"), expectation, pace, HALF_TIME);
    assertThat(part.key()).isEqualTo("KR-5");
    assertThat(part.weight()).isEqualByComparingTo("3");
    assertThat(part.score()).isEqualTo(some("0.2"));
    assertThat(part.expected().orElseThrow()).isEqualByComparingTo("0.35");
    assertThat(part.status()).isEqualTo(Status.OFF_TRACK);
    assertThat(part.abandoned()).isFalse();
  }

  @Test
  public void doesNotDependOnTheOrderOrTheScaleOfTheWeights() {
    Random random = new Random(13);
    for (int run = 0; run < 300; run++) {
      List<Part> parts = randomParts(random);
      ObjectivePace pace = onTheDay(HALF_TIME, parts.toArray(Part[]::new));
      Collections.shuffle(parts, random);
      ObjectivePace scaled =
          onTheDay(HALF_TIME, parts.stream().map(ObjectivePaceTest::heavier).toArray(Part[]::new));
      assertThat(scaled.status()).isEqualTo(pace.status());
      assertThat(scaled.pace().isPresent()).isEqualTo(pace.pace().isPresent());
      assertThat(scaled.cappedBy()).containsExactlyInAnyOrderElementsOf(pace.cappedBy());
      pace.pace()
          .ifPresent(
              it ->
                  assertThat(scaled.pace().orElseThrow().subtract(it).abs())
                      .isLessThan(number("1e-20")));
    }
  }

  @Test
  public void neverStandsBetterForALowerScoreOfAKeyResult() {
    Random random = new Random(19);
    List<Status> rising = List.of(Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK);
    for (int run = 0; run < 300; run++) {
      BigDecimal score = BigDecimal.valueOf(random.nextInt(900), 3);
      BigDecimal better = score.add(BigDecimal.valueOf(random.nextInt(100), 3));
      Part other = part("KR-1", "2", "0.3", Status.AT_RISK);
      Part worse = part("KR-2", "1", score.toString(), Status.AT_RISK);
      Part best = part("KR-2", "1", better.toString(), Status.AT_RISK);
      assertThat(rising.indexOf(onTheDay(HALF_TIME, other, best).status()))
          .isGreaterThanOrEqualTo(rising.indexOf(onTheDay(HALF_TIME, other, worse).status()));
    }
  }

  private static List<Part> randomParts(Random random) {
    List<Part> parts = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Status[] statuses = {Status.ON_TRACK, Status.OFF_TRACK, Status.AT_RISK};
      parts.add(
          new Part(
              "KR-" + i,
              BigDecimal.valueOf(random.nextInt(4)),
              random.nextInt(5) == 0
                  ? Optional.empty()
                  : Optional.of(BigDecimal.valueOf(random.nextInt(101), 2)),
              random.nextInt(5) == 0 ? Optional.empty() : some("0.35"),
              statuses[random.nextInt(3)],
              random.nextInt(6) == 0));
    }
    return parts;
  }

  private static Part heavier(Part part) {
    return new Part(
        part.key(),
        part.weight().multiply(number("7.5")),
        part.score(),
        part.expected(),
        part.status(),
        part.abandoned());
  }

  private static Part measured(String score) {
    return part("KR-1", "1", score, Status.ON_TRACK);
  }

  private static Part part(String key, String weight, String score, Status status) {
    return new Part(key, number(weight), some(score), some("0.35"), status, false);
  }

  private static Part binary(String score, String due) {
    Expectation expectation =
        Expectation.of(Source.BINARY, new Window(WINDOW.first(), day(due)), number("0.7"));
    Pace pace =
        Pace.of(
            expectation,
            Optional.of(new Pace.Reached(number(score), HALF_TIME)),
            Optional.of(5),
            HALF_TIME,
            Thresholds.DEFAULT,
            WORKING_DAYS);
    return Part.of("KR-8", number("1"), some(score), expectation, pace, HALF_TIME);
  }

  private static ObjectivePace onTheDay(LocalDate asked, Part... parts) {
    return ObjectivePace.of(
        List.of(parts),
        WINDOW,
        ObjectiveKind.ASPIRATIONAL,
        asked,
        false,
        Thresholds.DEFAULT,
        WORKING_DAYS);
  }
}
