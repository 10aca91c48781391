package io.bearings.coach;

import io.bearings.okr.Message;
import java.util.ArrayList;
import java.util.List;

/** What is to be said about the key results of one objective together. */
final class KeyResultSet {
  private static final int MOST = 5;
  private static final int FEW = 2;

  private KeyResultSet() {}

  static List<Finding> check(List<KeyResultText> keyResults) {
    List<Finding> findings = new ArrayList<>();
    int count = keyResults.size();
    if (count == 0) {
      findings.add(
          Finding.of(Rule.KEY_RESULT_COUNT, Message.of("bearings.coach.keyResultCount.none")));
    } else if (count == 1) {
      findings.add(
          Finding.of(Rule.KEY_RESULT_COUNT, Message.of("bearings.coach.keyResultCount.one")));
    } else if (count == FEW) {
      findings.add(Finding.of(Rule.FEW_KEY_RESULTS, Message.of("bearings.coach.fewKeyResults")));
    } else if (count > MOST) {
      findings.add(
          Finding.of(
              Rule.KEY_RESULT_COUNT,
              Message.of("bearings.coach.keyResultCount.many", count, MOST)));
    }
    if (count > 0 && keyResults.stream().allMatch(KeyResultText::output)) {
      findings.add(Finding.of(Rule.OUTPUTS_ONLY, Message.of("bearings.coach.outputsOnly")));
    }
    return findings;
  }
}
