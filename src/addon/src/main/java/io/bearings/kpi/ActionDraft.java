package io.bearings.kpi;

import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody says about the action of a breach; nothing in it is checked yet. What is absent
 * stays.
 *
 * @param personKey absent and never said: whoever says it
 */
public record ActionDraft(
    Optional<ActionState> state, Optional<String> personKey, Optional<String> result) {

  /** What is wrong with it, by field. */
  Map<String, Message> problems() {
    Map<String, Message> problems = new LinkedHashMap<>();
    personKey
        .filter(String::isBlank)
        .ifPresent(any -> problems.put("person", Message.of("bearings.error.required")));
    result
        .flatMap(text -> Texts.problem(text, KpiRules.TEXT_LENGTH))
        .ifPresent(problem -> problems.put("result", problem));
    return problems;
  }
}
