package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.Test;

public class TheilSenTest {

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each :
        GoldenCases.of("forecast", node -> node.get("kind").asText().equals("theilSen"))) {
      String id = each.get("id").asText();
      JsonNode points = each.get("given").get("points");
      TheilSen.Line line =
          TheilSen.line(coordinates(points, 0), coordinates(points, 1)).orElseThrow();
      JsonNode expected = each.get("expect");
      assertThat(line.slope()).as(id).isCloseTo(expected.get("slope").asDouble(), within(1e-9));
      assertThat(line.intercept())
          .as(id)
          .isCloseTo(expected.get("intercept").asDouble(), within(1e-9));
      assertThat(line.at(each.get("given").get("atX").asDouble()))
          .as(id)
          .isCloseTo(expected.get("at").asDouble(), within(1e-9));
    }
  }

  private static double[] coordinates(JsonNode points, int which) {
    return StreamSupport.stream(points.spliterator(), false)
        .mapToDouble(point -> point.get(which).asDouble())
        .toArray();
  }

  @Test
  public void leavesPairsAtOnePlaceOut() {
    TheilSen.Line line =
        TheilSen.line(new double[] {1, 1, 2}, new double[] {0, 4, 3}).orElseThrow();
    assertThat(line.slope()).isEqualTo(1);
    assertThat(line.intercept()).isEqualTo(1);
  }

  @Test
  public void hasNoLineThroughOnePlace() {
    assertThat(TheilSen.line(new double[] {1, 1}, new double[] {0, 4})).isEmpty();
    assertThat(TheilSen.line(new double[] {1}, new double[] {4})).isEmpty();
    assertThat(TheilSen.line(new double[0], new double[0])).isEmpty();
  }

  @Test
  public void findsALineByASampleOfThePairs() {
    double[] x = IntStream.range(0, 100).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 100).mapToDouble(i -> 3 + 0.5 * i).toArray();
    TheilSen.Line line = TheilSen.line(x, y, 500, new Random(1)).orElseThrow();
    assertThat(line.slope()).isCloseTo(0.5, within(1e-12));
    assertThat(line.intercept()).isCloseTo(3, within(1e-12));
  }

  @Test
  public void looksAtAllPairsAsLongAsTheyAreNotTooMany() {
    double[] x = {0, 1, 2, 3};
    double[] y = {0, 1, 2, 9};
    assertThat(TheilSen.line(x, y, 6, new Random(1)).orElseThrow().slope()).isEqualTo(2);
    assertThat(TheilSen.line(x, y, 1, new Random(1)).orElseThrow().slope()).isNotEqualTo(2);
  }

  @Test
  public void hasNoLineByASampleThroughOnePlace() {
    assertThat(TheilSen.line(new double[] {2, 2, 2}, new double[3], 2, new Random(1))).isEmpty();
  }

  @Test
  public void isNotMovedByAFewPointsFarOff() {
    double[] x = IntStream.range(0, 21).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 21).mapToDouble(i -> i % 7 == 3 ? 1_000 : 2 * i).toArray();
    TheilSen.Line line = TheilSen.line(x, y).orElseThrow();
    assertThat(line.slope()).isEqualTo(2);
    assertThat(line.intercept()).isEqualTo(0);
  }
}
