package io.bearings.kpi.metric;

/** Who sees to it that the past of projects that wait is read, on some node of the cluster. */
public interface BackfillStart {

  /**
   * Lets {@link MetricBackfill#goOn} begin within seconds, in the background. To be called when
   * what waits is written. It never fails: where nobody can begin at once, what waits is read when
   * its turn comes, within a minute.
   */
  void begin();
}
