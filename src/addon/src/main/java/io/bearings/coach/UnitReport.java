package io.bearings.coach;

import io.bearings.okr.Message;
import java.util.List;
import java.util.stream.Stream;

/**
 * A unit's health as far as writing goes.
 *
 * @param objectives each with what is to be said about it and its key results, in the unit's order
 * @param whole what is to be said about all of it together
 * @param fine what is as it should be
 */
public record UnitReport(List<OfObjective> objectives, List<Finding> whole, List<Message> fine) {
  public UnitReport {
    objectives = List.copyOf(objectives);
    whole = List.copyOf(whole);
    fine = List.copyOf(fine);
  }

  /**
   * What is to be said about one objective.
   *
   * @param key O-12
   * @param findings about the objective itself
   * @param keyResults about each key result, in the objective's order
   */
  public record OfObjective(String key, List<Finding> findings, List<OfKeyResult> keyResults) {
    public OfObjective {
      findings = List.copyOf(findings);
      keyResults = List.copyOf(keyResults);
    }

    Stream<Finding> all() {
      return Stream.concat(
          findings.stream(), keyResults.stream().flatMap(each -> each.findings().stream()));
    }
  }

  /** What is to be said about one key result. */
  public record OfKeyResult(String title, List<Finding> findings) {
    public OfKeyResult {
      findings = List.copyOf(findings);
    }
  }

  /** All findings: about the whole first, then objective by objective. */
  public List<Finding> all() {
    return Stream.concat(whole.stream(), objectives.stream().flatMap(OfObjective::all)).toList();
  }

  /** How many findings there are of a severity. */
  public long count(Severity severity) {
    return all().stream().filter(finding -> finding.severity() == severity).count();
  }
}
