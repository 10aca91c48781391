package io.bearings.jira;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.event.api.EventPublisher;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.Background;
import io.bearings.progress.SprintFollowing;
import java.util.Optional;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SprintListeningTest {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private final HostService services = mock(HostService.class);
  private final SprintFollowing following = mock(SprintFollowing.class);
  private final MetricFollowing metrics = mock(MetricFollowing.class);
  private final EventPublisher publisher = mock(EventPublisher.class);
  private final SprintChanges changes = new SprintChanges(following, metrics, Runnable::run);

  @Test
  public void listensFromTheStartUntilItIsStopped() {
    when(services.find(EventPublisher.class)).thenReturn(Optional.of(publisher));
    SprintListening listening = new SprintListening(services, following, metrics, Runnable::run);

    listening.onStart();
    listening.onStart();
    verify(publisher, times(1)).register(any(SprintChanges.class));
    listening.destroy();
    listening.destroy();
    verify(publisher, times(1)).unregister(any(SprintChanges.class));
  }

  @Test
  public void withoutJirasEventsNothingFails() {
    when(services.find(EventPublisher.class)).thenThrow(new NoClassDefFoundError("expected"));
    SprintListening listening = new SprintListening(services, following, metrics, Runnable::run);

    listening.onStart();
    listening.destroy();

    verify(publisher, never()).register(any());
  }

  @Test
  public void followsASprintThatWasCompleted() throws Exception {
    changes.onEvent(completed());
    changes.onEvent("another event");

    verify(following).changed(7);
    verify(metrics).sprintChanged(7);
  }

  @Test
  public void whatCannotBeFollowedNowReachesNobody() throws Exception {
    Background full = mock(Background.class);
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.busy"))).when(full).run(any());

    new SprintChanges(following, metrics, full).onEvent(completed());

    verify(full).run(any());
    verifyNoInteractions(following);
  }

  private static Object completed() throws Exception {
    ClassLoader foreign = ForeignClasses.of(FOLDER.newFolder().toPath(), JiraSoftwareSources.ALL);
    return Class.forName(
            "com.atlassian.greenhopper.api.events.sprint.SprintClosedEvent", true, foreign)
        .getConstructor()
        .newInstance();
  }
}
