package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class LikelinessTest {
  private static final boolean YES = true;
  private static final boolean NO = false;

  private record Row(
      Likeliness around,
      boolean lately,
      boolean own,
      boolean team,
      boolean running,
      Likeliness is) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(Likeliness.SAME_EPIC, YES, YES, YES, YES, Likeliness.SAME_EPIC),
          new Row(Likeliness.SAME_PARENT, YES, NO, NO, NO, Likeliness.SAME_PARENT),
          new Row(Likeliness.SAME_SPRINT, NO, YES, YES, YES, Likeliness.SAME_SPRINT),
          new Row(Likeliness.SAME_VERSION, NO, NO, NO, NO, Likeliness.SAME_VERSION),
          new Row(null, YES, YES, YES, YES, Likeliness.USED_LATELY),
          new Row(null, YES, NO, NO, NO, Likeliness.USED_LATELY),
          new Row(null, NO, YES, YES, YES, Likeliness.YOURS),
          new Row(null, NO, YES, YES, NO, Likeliness.YOUR_TEAM),
          new Row(null, NO, NO, YES, YES, Likeliness.YOUR_TEAM),
          new Row(null, NO, YES, NO, YES, Likeliness.ELSEWHERE),
          new Row(null, NO, NO, NO, NO, Likeliness.ELSEWHERE));

  @Test
  public void whatSpeaksMostDecides() {
    for (Row row : TABLE) {
      assertThat(
              Likeliness.of(
                  new Likeliness.Signals(
                      Optional.ofNullable(row.around()),
                      row.lately(),
                      row.own(),
                      row.team(),
                      row.running())))
          .as(row.toString())
          .isEqualTo(row.is());
    }
  }

  @Test
  public void theOrderIsThatOfTheTable() {
    assertThat(TABLE.stream().map(Row::is)).isSorted();
    assertThat(TABLE.stream().map(Row::is).distinct())
        .containsExactlyElementsOf(Arrays.asList(Likeliness.values()));
  }
}
