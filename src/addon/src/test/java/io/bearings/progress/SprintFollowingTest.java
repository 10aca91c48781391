package io.bearings.progress;

import static java.util.stream.Collectors.toCollection;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;

public class SprintFollowingTest {
  private static final LinkTarget SPRINT = new LinkTarget.Sprint(12);

  private final WorkLinks links = mock(WorkLinks.class);
  private final IssueFollowing following = mock(IssueFollowing.class);
  private final SprintFollowing sprints = new SprintFollowing(links, following);

  @Test
  public void looksAgainAtWhateverWasInALinkedSprint() {
    when(links.inForce(List.of(SPRINT)))
        .thenReturn(
            List.of(
                new WorkLink(
                    3,
                    34,
                    SPRINT,
                    Optional.empty(),
                    "anna",
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
    when(links.everIn(SPRINT))
        .thenReturn(
            LongStream.rangeClosed(1, 300).boxed().collect(toCollection(LinkedHashSet::new)));

    sprints.changed(12);

    verify(following).renewPast(argThat(ids -> ids.size() == 200));
    verify(following).renewPast(argThat(ids -> ids.size() == 100));
    verify(following, times(2)).renewPast(argThat(ids -> true));
  }

  @Test
  public void aSprintThatIsNotLinkedCostsNoMore() {
    when(links.inForce(List.of(SPRINT))).thenReturn(List.of());

    sprints.changed(12);

    verifyNoInteractions(following);
  }
}
