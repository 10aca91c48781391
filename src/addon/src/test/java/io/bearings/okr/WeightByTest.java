package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.Test;

public class WeightByTest {
  @Test
  public void isOneOfThreeOrAField() {
    assertThat(WeightBy.of("POINTS")).contains(WeightBy.POINTS);
    assertThat(WeightBy.valueOf("ESTIMATE")).isEqualTo(WeightBy.ESTIMATE);
    assertThat(WeightBy.of("customfield_10010").orElseThrow().field())
        .contains("customfield_10010");
    assertThat(WeightBy.USUAL).allSatisfy(each -> assertThat(each.field()).isEmpty());
    assertThat(WeightBy.valueOf("customfield_1")).hasToString("customfield_1");
  }

  @Test
  public void isNothingElse() {
    for (String name :
        List.of("", "points", "customfield_", "customfield_0", "customfield_123456789", "votes")) {
      assertThat(WeightBy.of(name)).as(name).isEmpty();
      assertThatThrownBy(() -> WeightBy.valueOf(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
