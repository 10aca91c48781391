package io.bearings.systemtests.harness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One host for each cell of the matrix, started on first use and kept for the whole run. */
public final class SharedHosts {
  private static final Map<Cell, RunningHost> RUNNING = new ConcurrentHashMap<>();

  private SharedHosts() {}

  /** The host of a cell, with the data of {@link World}. */
  public static RunningHost of(Cell cell) {
    return RUNNING.computeIfAbsent(cell, SharedHosts::start);
  }

  private static RunningHost start(Cell cell) {
    return RunningHost.start(
        HostOptions.fresh(cell.toString())
            .database(cell.database().fresh())
            .temper(cell.temper())
            .importing(World.file()));
  }
}
