package io.bearings.progress;

import io.bearings.okr.Refusal;

/** Does work that takes longer than somebody waits for an answer. */
public interface Background {

  /**
   * Does some work as soon as a thread is free. What it throws is logged.
   *
   * @throws Refusal.Unavailable when too much waits already, or the add-on stops
   */
  void run(Runnable work);
}
