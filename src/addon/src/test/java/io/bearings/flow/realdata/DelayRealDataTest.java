package io.bearings.flow.realdata;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.Delay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Test;

/** Days late as Choetkiertikul and others published them; one time zone decides days. */
public class DelayRealDataTest {
  private Map<String, Map<String, String>> issues;
  private Map<String, String> releaseDates;
  private List<Map<String, String>> expected;

  @Before
  public void read() {
    RealData data = RealData.of("duraspace");
    issues =
        data.rows("issues").stream().collect(toMap(row -> row.get("key"), Function.identity()));
    releaseDates =
        data.rows("versions").stream()
            .collect(
                toMap(
                    row -> row.get("project") + "/" + row.get("name"),
                    row -> row.get("release_date")));
    expected = data.rows("expected_delay");
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  /** The first of an issue's fix versions that was to be released. */
  private Optional<LocalDate> release(Map<String, String> issue) {
    return Sites.names(issue.get("fix_versions")).stream()
        .flatMap(
            name -> day(releaseDates.getOrDefault(issue.get("project") + "/" + name, "")).stream())
        .sorted()
        .findFirst();
  }

  private Optional<Delay> delay(Map<String, String> issue) {
    return Delay.of(
        day(issue.get("due_date")),
        release(issue),
        Instant.parse(issue.get("resolved")),
        ZoneOffset.UTC);
  }

  private List<Map<String, String>> withAgreement(String agrees) {
    return expected.stream().filter(row -> row.get("agrees").equals(agrees)).toList();
  }

  @Test
  public void theRowsThatCanBeRecomputedAgree() {
    List<Map<String, String>> rows = withAgreement("1");
    assertThat(rows).hasSize(227 + 494);
    for (Map<String, String> row : rows) {
      Delay delay = delay(issues.get(row.get("key"))).orElseThrow();
      Delay.Basis basis =
          row.get("basis").equals("due_date") ? Delay.Basis.DUE_DATE : Delay.Basis.RELEASE_DATE;
      assertThat(delay)
          .as(row.get("key"))
          .isEqualTo(new Delay(basis, Long.parseLong(row.get("emse_delay_days"))));
    }
  }

  @Test
  public void theOthersFollowTheReleaseDateThatJiraHasNow() {
    List<Map<String, String>> rows = withAgreement("0");
    assertThat(rows).hasSize(58);
    for (Map<String, String> row : rows) {
      assertThat(row.get("basis")).isEqualTo("release_date");
      Delay delay = delay(issues.get(row.get("key"))).orElseThrow();
      assertThat(delay.daysLate())
          .as("%s by today's release date", row.get("key"))
          .isEqualTo(Long.parseLong(row.get("recomputed_delay_days")))
          .isNotEqualTo(Long.parseLong(row.get("emse_delay_days")));
    }
  }

  @Test
  public void withoutADateThereIsNoDelayAndNoneIsOnTime() {
    List<Map<String, String>> rows =
        expected.stream().filter(row -> row.get("basis").equals("none")).toList();
    assertThat(rows).hasSize(46);
    for (Map<String, String> row : rows) {
      Map<String, String> issue = issues.get(row.get("key"));
      Instant resolved = Sites.instant(issue.get("resolved")).orElse(Instant.EPOCH);
      assertThat(Delay.of(day(issue.get("due_date")), release(issue), resolved, ZoneOffset.UTC))
          .as(row.get("key"))
          .isEmpty();
    }
  }
}
