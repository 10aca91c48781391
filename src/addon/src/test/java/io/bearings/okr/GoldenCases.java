package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The worked examples of a rule, from the file that every implementation is compared with. */
public final class GoldenCases {
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

  private GoldenCases() {}

  /** The cases of a file that a test is about; there is at least one. */
  public static List<JsonNode> of(String area, Predicate<JsonNode> wanted) {
    try (InputStream file = GoldenCases.class.getResourceAsStream("/golden/" + area + ".json")) {
      List<JsonNode> cases = new ArrayList<>();
      new ObjectMapper().readTree(file).get("cases").forEach(cases::add);
      List<JsonNode> found = cases.stream().filter(wanted).toList();
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares a figure with the expected one, where null is no figure. */
  public static void same(String what, Optional<BigDecimal> figure, JsonNode expected) {
    if (expected.isNull()) {
      assertThat(figure).as(what).isEmpty();
    } else {
      assertThat(figure).as(what).isPresent();
      assertThat(figure.get().subtract(expected.decimalValue()).abs())
          .as("%s: %s is %s", what, figure.get(), expected)
          .isLessThanOrEqualTo(TOLERANCE);
    }
  }

  /** A number that may be null or missing. */
  public static Optional<BigDecimal> number(JsonNode node) {
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node.decimalValue());
  }
}
