package io.bearings.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a KPI is for.
 *
 * @param why why it matters; perhaps empty
 * @param decision which decision it informs; perhaps empty
 * @param reviewOn when somebody asks next whether it is still the right one
 * @param serves the objectives that it drives or guards, each once
 * @param grounds why it is watched although it serves none
 */
public record Purpose(
    String why,
    String decision,
    Benchmark benchmark,
    Optional<LocalDate> reviewOn,
    List<Served> serves,
    Optional<Grounds> grounds) {
  /** Nobody said. */
  public static final Purpose NONE =
      new Purpose("", "", Benchmark.NONE, Optional.empty(), List.of(), Optional.empty());

  public Purpose {
    serves = List.copyOf(serves);
  }
}
