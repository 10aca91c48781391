package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.Readings.Valued;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads what the worked examples give, and makes values for tests. */
final class Given {
  private Given() {}

  static Optional<LocalDate> date(JsonNode node) {
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(LocalDate.parse(node.asText()));
  }

  static LocalDate day(JsonNode node) {
    return date(node).orElseThrow();
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  static Optional<BigDecimal> some(String text) {
    return Optional.of(new BigDecimal(text));
  }

  /** A window of {@code start} to {@code end} or {@code due}. */
  static Window window(JsonNode node) {
    return new Window(
        day(node.get("start")), day(node.has("end") ? node.get("end") : node.get("due")));
  }

  static Window window(String first, String last) {
    return new Window(day(first), day(last));
  }

  static WorkingDays workingDays(JsonNode given) {
    return new WorkingDays(list(given.path("holidays"), Given::day));
  }

  static List<Valued> values(JsonNode node) {
    return list(node, it -> new Valued(day(it.get("date")), it.get("value").decimalValue()));
  }

  static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> each) {
    List<T> list = new ArrayList<>();
    nodes.forEach(node -> list.add(each.apply(node)));
    return list;
  }

  /** That something is refused, naming one field with one text. */
  static void assertInvalid(ThrowingCallable refused, String field, Message problem) {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.Invalid.class, refused)
                .fields())
        .isEqualTo(Map.of(field, problem));
  }
}
