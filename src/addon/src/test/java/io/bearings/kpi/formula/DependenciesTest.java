package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;

public class DependenciesTest {

  @Test
  public void whatIsUsedComesFirst() {
    Dependencies dependencies =
        new Dependencies(
            Map.of(3L, List.of(7L, 9L), 7L, List.of(2L), 2L, List.of(), 5L, List.of(3L)));
    assertThat(dependencies.order()).containsExactly(2L, 7L, 3L, 5L);
  }

  @Test
  public void whatHangsOnAChangeIsFound() {
    Dependencies dependencies =
        new Dependencies(
            Map.of(3L, List.of(7L, 9L), 7L, List.of(2L), 5L, List.of(3L, 2L), 8L, List.of(4L)));
    assertThat(dependencies.after(List.of(2L))).containsExactly(7L, 3L, 5L);
    assertThat(dependencies.after(List.of(9L))).containsExactly(3L, 5L);
    assertThat(dependencies.after(List.of(4L, 3L))).containsExactly(5L, 8L);
    assertThat(dependencies.after(List.of(5L))).isEmpty();
    assertThat(dependencies.after(List.of(7L, 2L))).containsExactly(7L, 3L, 5L);
  }

  @Test
  public void aCircleIsRefusedWithItsPath() {
    Dependencies dependencies = new Dependencies(Map.of(7L, List.of(3L), 4L, List.of(7L)));

    assertThat(dependencies.circle(3, List.of(7L))).containsExactly(3L, 7L, 3L);
    assertThat(dependencies.circle(3, List.of(1L, 4L))).containsExactly(3L, 4L, 7L, 3L);
    assertThat(dependencies.circle(3, List.of(3L))).containsExactly(3L, 3L);
    assertThat(dependencies.circle(3, List.of(1L))).isEmpty();
    assertThat(dependencies.circle(7, List.of(3L, 1L))).isEmpty();
    assertThat(dependencies.problem(3, List.of(4L)))
        .hasValueSatisfying(
            message -> {
              assertThat(message.key()).isEqualTo("bearings.formula.circle");
              assertThat(message.args())
                  .containsExactly("KPI-3 \u2192 KPI-4 \u2192 KPI-7 \u2192 KPI-3");
            });
    assertThat(dependencies.problem(3, List.of())).isEmpty();
  }

  @Test
  public void whatAFormulaNamedBeforeDoesNotCount() {
    Dependencies dependencies = new Dependencies(Map.of(3L, List.of(7L)));
    assertThat(dependencies.circle(7, List.of(3L))).containsExactly(7L, 3L, 7L);
    assertThat(dependencies.circle(3, List.of(8L))).isEmpty();
  }

  @Test
  public void circlesThatAreThereAllTheSameAreLeftOut() {
    Dependencies dependencies =
        new Dependencies(
            Map.of(3L, List.of(7L), 7L, List.of(3L), 5L, List.of(7L), 6L, List.of(1L)));
    assertThat(dependencies.order()).containsExactly(6L);
    assertThat(dependencies.circle(5, List.of(7L))).isEmpty();
  }

  @Test
  public void aLongChainIsNoTrouble() {
    Map<Long, List<Long>> uses = new HashMap<>();
    for (long id = 1; id <= 100_000; id++) {
      uses.put(id, List.of(id + 1));
    }
    Dependencies dependencies = new Dependencies(uses);
    assertThat(dependencies.order()).hasSize(100_000).startsWith(100_000L).endsWith(1L);
    assertThat(dependencies.circle(100_001, List.of(1L))).hasSize(100_002);
  }

  @Test
  public void everyOrderPutsWhatIsUsedFirst() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      Map<Long, Set<Long>> uses = new TreeMap<>();
      Dependencies dependencies = new Dependencies(uses);
      for (int step = 0; step < 40; step++) {
        long id = random.nextInt(15);
        Set<Long> named = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          named.add((long) random.nextInt(15));
        }
        if (dependencies.circle(id, named).isEmpty()) {
          uses.put(id, named);
          dependencies = new Dependencies(uses);
        }
      }
      List<Long> order = dependencies.order();
      assertThat(new ArrayList<>(uses.keySet())).hasSameElementsAs(order);
      uses.forEach(
          (id, named) ->
              named.stream()
                  .filter(uses::containsKey)
                  .forEach(it -> assertThat(order.indexOf(it)).isLessThan(order.indexOf(id))));
    }
  }
}
