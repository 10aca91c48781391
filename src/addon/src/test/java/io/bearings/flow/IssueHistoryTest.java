package io.bearings.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class IssueHistoryTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** A history of an hour each, by resolution; empty text for none. */
  private static IssueHistory resolutions(String... all) {
    List<IssueHistory.Moment> moments = new ArrayList<>();
    for (String each : all) {
      moments.add(
          new IssueHistory.Moment(
              hour(moments.size()),
              new IssueSnapshot(
                  1,
                  "1",
                  each.isEmpty() ? StatusCategory.IN_PROGRESS : StatusCategory.DONE,
                  Optional.of(each).filter(name -> !name.isEmpty()),
                  Optional.empty(),
                  Optional.empty(),
                  Set.of(),
                  Set.of(),
                  Optional.empty(),
                  Optional.empty())));
    }
    return new IssueHistory(1, moments, Optional.empty());
  }

  private static Instant hour(int hours) {
    return START.plusSeconds(3600L * hours);
  }

  @Test
  public void theLastResolutionCountsAsItStoodThen() {
    IssueHistory history = resolutions("", "Done", "", "Done");
    assertThat(history.resolved(hour(1).minusNanos(1))).isEmpty();
    assertThat(history.resolved(hour(1))).contains(hour(1));
    assertThat(history.resolved(hour(2))).isEmpty();
    assertThat(history.resolved(hour(3))).contains(hour(3));
    assertThat(history.resolved(hour(99))).contains(hour(3));
  }

  @Test
  public void anotherResolutionDoesNotResolveAnew() {
    assertThat(resolutions("", "Done", "Duplicate").resolved(hour(9))).contains(hour(1));
  }

  @Test
  public void anIssueMayBeCreatedResolved() {
    assertThat(resolutions("Done").resolved(hour(0))).contains(hour(0));
    assertThat(resolutions("Done").resolved(hour(0).minusNanos(1))).isEmpty();
  }

  @Test
  public void theWayThroughCategoriesEndsWhereAsked() {
    IssueHistory history = resolutions("", "Done", "");
    assertThat(CategorySteps.of(history).isDone()).isFalse();
    assertThat(CategorySteps.of(history, hour(1)).isDone()).isTrue();
    assertThat(CategorySteps.of(history, hour(1).minusNanos(1)).isDone()).isFalse();
    assertThat(CategorySteps.of(history, hour(0).minusSeconds(1)).steps()).isEmpty();
  }
}
