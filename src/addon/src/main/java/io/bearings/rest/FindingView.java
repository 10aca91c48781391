package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.coach.Action;
import io.bearings.coach.Finding;
import io.bearings.coach.Span;
import io.bearings.coach.Wording;
import io.bearings.okr.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the coach says about one thing.
 *
 * @param rule a stable word
 * @param severity HINT or WARNING
 * @param reason a sentence in the reader's language
 * @param better a better wording; null where there is none
 * @param usable whether the better wording can replace the title as it is; else what is to be
 *     filled in stands in square brackets
 * @param action MAKE_INITIATIVE, or null
 * @param start where the part of the title begins that it is about, in UTF-16 units; null when it
 *     is about the whole
 * @param end where that part ends, exclusive
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FindingView(
    @JsonProperty("rule") String rule,
    @JsonProperty("severity") String severity,
    @JsonProperty("reason") String reason,
    @JsonProperty("better") String better,
    @JsonProperty("usable") boolean usable,
    @JsonProperty("action") String action,
    @JsonProperty("start") Integer start,
    @JsonProperty("end") Integer end) {

  /** The answer of the coach. */
  public record All(@JsonProperty("findings") List<FindingView> findings) {}

  /**
   * All findings about one text.
   *
   * @param text translates
   */
  static All all(List<Finding> findings, Function<Message, String> text) {
    return new All(findings.stream().map(finding -> of(finding, text)).toList());
  }

  /**
   * One finding.
   *
   * @param text translates
   */
  static FindingView of(Finding finding, Function<Message, String> text) {
    Optional<Wording> better = finding.better();
    return new FindingView(
        finding.rule().id(),
        finding.severity().name(),
        text.apply(finding.reason()),
        better.map(Wording::text).map(text).orElse(null),
        better.map(Wording::usable).orElse(false),
        finding.action().map(Action::name).orElse(null),
        finding.span().map(Span::start).orElse(null),
        finding.span().map(Span::end).orElse(null));
  }
}
