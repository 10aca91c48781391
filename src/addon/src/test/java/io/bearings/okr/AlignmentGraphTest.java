package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.AlignmentGraph.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class AlignmentGraphTest {

  @Test
  public void refusesThatAnObjectiveContributesToItself() {
    assertThat(graph().circle(new Contribution(4, 4))).containsExactly(4L, 4L);
  }

  @Test
  public void namesTheShortestCircle() {
    AlignmentGraph graph = graph(1, 2, 2, 3, 3, 4, 2, 4);
    assertThat(graph.circle(new Contribution(4, 1))).containsExactly(4L, 1L, 2L, 4L);
    assertThat(graph.circle(new Contribution(2, 1))).containsExactly(2L, 1L, 2L);
    assertThat(graph.problem(new Contribution(4, 1)))
        .contains(
            Message.of("bearings.error.alignmentCircle", "O-4 \u2192 O-1 \u2192 O-2 \u2192 O-4"));
  }

  @Test
  public void acceptsSeveralWaysToOneParent() {
    AlignmentGraph graph = graph(1, 2, 1, 3, 2, 4, 3, 4);
    assertThat(graph.circle(new Contribution(1, 4))).isEmpty();
    assertThat(graph.problem(new Contribution(1, 4))).isEmpty();
    assertThat(graph.circle(new Contribution(5, 1))).isEmpty();
  }

  @Test
  public void endsThoughThereIsACircleAlready() {
    AlignmentGraph graph = graph(1, 2, 2, 1);
    assertThat(graph.circle(new Contribution(3, 1))).isEmpty();
  }

  @Test
  public void neverLetsACircleArise() {
    Random random = new Random(37);
    for (int run = 0; run < 50; run++) {
      List<Contribution> accepted = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Contribution further = new Contribution(random.nextInt(12), random.nextInt(12));
        List<Long> circle = new AlignmentGraph(accepted).circle(further);
        if (circle.isEmpty()) {
          accepted.add(further);
        } else {
          assertIsCircle(circle, further, accepted);
        }
      }
      assertThat(canBeOrdered(accepted)).isTrue();
    }
  }

  private static void assertIsCircle(
      List<Long> circle, Contribution further, List<Contribution> accepted) {
    assertThat(circle.get(0)).isEqualTo(further.from());
    assertThat(circle.get(1)).isEqualTo(further.to());
    assertThat(circle.get(circle.size() - 1)).isEqualTo(further.from());
    for (int i = 1; i < circle.size() - 1; i++) {
      assertThat(accepted).contains(new Contribution(circle.get(i), circle.get(i + 1)));
    }
  }

  /** Takes away what contributes to nothing any more, until nothing is left. */
  private static boolean canBeOrdered(List<Contribution> contributions) {
    List<Contribution> left = new ArrayList<>(contributions);
    boolean removed = true;
    while (removed) {
      List<Contribution> now = List.copyOf(left);
      removed = left.removeIf(it -> now.stream().noneMatch(other -> other.from() == it.to()));
    }
    return left.isEmpty();
  }

  private static AlignmentGraph graph(long... pairs) {
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      contributions.add(new Contribution(pairs[i], pairs[i + 1]));
    }
    return new AlignmentGraph(contributions);
  }
}
