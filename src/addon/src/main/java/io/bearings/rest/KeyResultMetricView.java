package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.MetricsOfKeyResults.Measured;
import io.bearings.okr.Message;
import java.util.List;
import java.util.function.Function;

/**
 * How the metric of a key result is read.
 *
 * @param backfill how far the past of the work is read
 * @param noDataBecause why there is no value now; empty where there is one
 */
public record KeyResultMetricView(
    @JsonProperty("metric") String metric,
    @JsonProperty("backfill") KpiWorkView.BackfillView backfill,
    @JsonProperty("noDataBecause") List<String> noDataBecause) {

  /**
   * How it is read.
   *
   * @param text translates
   */
  static KeyResultMetricView of(Measured measured, Function<Message, String> text) {
    return new KeyResultMetricView(
        measured.metric(),
        KpiWorkView.BackfillView.of(measured.filling(), text),
        measured.because().stream().map(text).toList());
  }
}
