package io.bearings.build.walls.progress;

import io.bearings.build.walls.okr.Broken;

/** Closes a cycle with what it measures. */
public class Measured {
  Broken measured;
}
