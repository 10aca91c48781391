package io.bearings.host.jira;

import com.atlassian.event.api.EventPublisher;
import io.bearings.host.software.SoftwareShapes;
import io.bearings.host.software.SoftwareShapes.Change;
import io.bearings.host.software.SprintData;
import java.util.Optional;

/** Jira Software, once it is there: only its bundle makes sprints and events of its own classes. */
final class Software {
  private final EventPublisher events;
  private volatile Optional<SoftwareShapes> shapes = Optional.empty();

  Software(EventPublisher events) {
    this.events = events;
  }

  void arrive(SoftwareShapes arrived) {
    shapes = Optional.of(arrived);
  }

  Optional<SoftwareShapes> shapes() {
    return shapes;
  }

  /** Tells the listeners, if there is anybody whose event it is. */
  void tell(Change change, SprintData sprint) {
    shapes.ifPresent(there -> events.publish(there.event(change, sprint)));
  }
}
