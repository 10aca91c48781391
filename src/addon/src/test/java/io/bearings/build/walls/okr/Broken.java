package io.bearings.build.walls.okr;

import com.atlassian.jira.issue.Issue;
import io.bearings.build.walls.progress.Measured;
import io.bearings.build.walls.store.RowEntity;
import java.time.Instant;

/** Breaks walls, so that a test can see them hold. */
public class Broken {
  Issue ofJira;
  Measured later;
  RowEntity ofTheStore;

  Instant asksTheMachine() {
    return Instant.now();
  }
}
