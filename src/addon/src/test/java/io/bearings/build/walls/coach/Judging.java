package io.bearings.build.walls.coach;

import com.atlassian.jira.issue.Issue;
import io.bearings.build.walls.store.RowEntity;

/** Breaks walls, so that a test can see them hold. */
public class Judging {
  Issue ofJira;
  RowEntity ofTheStore;
}
