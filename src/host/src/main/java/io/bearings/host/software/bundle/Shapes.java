package io.bearings.host.software.bundle;

import com.atlassian.greenhopper.api.events.sprint.SprintClosedEvent;
import com.atlassian.greenhopper.api.events.sprint.SprintCreatedEvent;
import com.atlassian.greenhopper.api.events.sprint.SprintDeletedEvent;
import com.atlassian.greenhopper.api.events.sprint.SprintStartedEvent;
import com.atlassian.greenhopper.api.events.sprint.SprintUpdatedEvent;
import com.atlassian.greenhopper.service.sprint.Sprint;
import io.bearings.host.software.SoftwareShapes;
import io.bearings.host.software.SprintData;
import java.time.Instant;
import java.util.Optional;
import org.joda.time.DateTime;

/** Sprints and events of Jira Software's own classes. */
final class Shapes implements SoftwareShapes {
  static Sprint of(SprintData sprint) {
    return Sprint.builder()
        .id(sprint.id())
        .rapidViewId(sprint.boardId())
        .name(sprint.name())
        .goal(sprint.goal())
        .state(Sprint.State.valueOf(sprint.state().name()))
        .startDate(moment(sprint.start()))
        .endDate(moment(sprint.end()))
        .activatedDate(moment(sprint.activated()))
        .completeDate(moment(sprint.completed()))
        .build();
  }

  private static DateTime moment(Optional<Instant> instant) {
    return instant.map(at -> new DateTime(at.toEpochMilli())).orElse(null);
  }

  @Override
  public Object sprint(SprintData sprint) {
    return of(sprint);
  }

  @Override
  public Object event(Change change, SprintData data) {
    Sprint sprint = of(data);
    return switch (change) {
      case CREATED -> new SprintCreatedEvent(sprint);
      case STARTED -> new SprintStartedEvent(sprint);
      case UPDATED -> new SprintUpdatedEvent(sprint);
      case CLOSED -> new SprintClosedEvent(sprint);
      case DELETED -> new SprintDeletedEvent(sprint);
    };
  }
}
