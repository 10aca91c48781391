package io.bearings.kpi;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.coach.Coach;
import io.bearings.coach.KpiText;
import io.bearings.coach.Language;
import java.util.Map;
import org.junit.Test;

public class KpiTemplatesTest {
  private final KpiTemplates templates = new KpiTemplates();

  @Test
  public void thereAreThreeOfEachCategory() {
    Map<Category.Kind, Long> counts =
        templates.all().stream()
            .collect(groupingBy(each -> each.content().category().kind(), counting()));
    assertThat(counts)
        .containsOnlyKeys(
            Category.Kind.TIMELINE,
            Category.Kind.QUALITY,
            Category.Kind.COST,
            Category.Kind.TEAM,
            Category.Kind.VALUE)
        .allSatisfy((kind, count) -> assertThat(count).isGreaterThanOrEqualTo(3));
  }

  @Test
  public void eachCanBeSavedOnceItHasAnOwner() {
    for (KpiTemplate each : templates.all()) {
      KpiDraft owned = KpiDraft.UNCHANGED.ownedBy("anna");
      assertThat(KpiRules.problems(KpiDrafts.checked(owned, each.content()))).isEmpty();
      KpiFormula.text(each.content().source())
          .ifPresent(
              text -> assertThat(KpiFormula.of(each.content().source())).as(text).isPresent());
    }
  }

  @Test
  public void theCoachHasNothingAgainstThemButThatTheyServeNothingYet() {
    for (KpiTemplate each : templates.all()) {
      assertThat(new Coach().kpi(KpiText.of(each.content(), "Anna Owner"), Language.EN))
          .as(each.id())
          .allSatisfy(finding -> assertThat(finding.rule().id()).isEqualTo("kpi-untied"));
    }
  }
}
