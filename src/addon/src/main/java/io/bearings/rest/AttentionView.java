package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.jira.PagePaths;
import io.bearings.okr.Cycle;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.review.Attending;
import io.bearings.review.AttentionItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What needs attention in a unit.
 *
 * @param unit null where the person who asks sees no unit at all
 * @param cycle the one that is worked on; null where there is none
 * @param items the most urgent first
 * @param total how many there are, also where not all of them are given
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AttentionView(
    @JsonProperty("unit") ObjectiveView.PlaceView unit,
    @JsonProperty("cycle") RunningView cycle,
    @JsonProperty("items") List<ItemView> items,
    @JsonProperty("total") int total) {

  /**
   * The cycle that is worked on.
   *
   * @param phase PLANNING, ACTIVE, REVIEW or CLOSED
   */
  public record RunningView(
      @JsonProperty("id") long id,
      @JsonProperty("name") String name,
      @JsonProperty("phase") String phase) {

    static RunningView of(Cycle cycle) {
      return new RunningView(cycle.id(), cycle.name(), cycle.state().name());
    }
  }

  /**
   * Something that somebody should look at.
   *
   * @param kind BREACH, BREACH_ACKNOWLEDGED, BLOCKER, NO_DATA, OFF_TRACK, OVERDUE, STALE,
   *     GUARDRAIL_RED, SILENT, OUTPUT_WITHOUT_OUTCOME, EARLY_WARNING, DRIFT or AT_RISK
   * @param severity act, or watch
   * @param text what the kind is called in the reader's language
   * @param subject OBJECTIVE, KEY_RESULT or KPI
   * @param title null where the person who asks may not read it
   * @param owner whoever is to act; null where the person who asks may not read the subject
   * @param since from which day on, as ISO text; null where nobody can say
   * @param days how many calendar days that is; null where nobody can say
   * @param others of how many more key results of the same objective the same can be said
   * @param waitsFor what a blocker waits for, in words; empty for everything else
   * @param href where it can be read, as a path below Jira's context path
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ItemView(
      @JsonProperty("kind") String kind,
      @JsonProperty("severity") String severity,
      @JsonProperty("text") String text,
      @JsonProperty("subject") String subject,
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("unit") ObjectiveView.PlaceView unit,
      @JsonProperty("owner") PersonView owner,
      @JsonProperty("since") String since,
      @JsonProperty("days") Long days,
      @JsonProperty("others") int others,
      @JsonProperty("waitsFor") String waitsFor,
      @JsonProperty("href") String href) {}

  /**
   * @param limit how many items at most
   */
  static AttentionView of(Attending.Answer answer, int limit, Answers answers, People people) {
    Optional<Long> cycleId = answer.cycle().map(Cycle::id);
    return new AttentionView(
        answer.unit().map(it -> new ObjectiveView.PlaceView(it.id(), it.name())).orElse(null),
        answer.cycle().map(RunningView::of).orElse(null),
        answer.items().stream()
            .limit(limit)
            .map(each -> item(each, cycleId, answer.standpoint(), answers, people))
            .toList(),
        answer.items().size());
  }

  private static ItemView item(
      AttentionItem item,
      Optional<Long> cycleId,
      Standpoint standpoint,
      Answers answers,
      People people) {
    String unitName = standpoint.unit(item.unitId()).map(Unit::name).orElse("");
    return new ItemView(
        item.kind().name(),
        item.kind().severity().name().toLowerCase(Locale.ROOT),
        answers.text(Message.of("bearings.attention." + item.kind().name())),
        item.subject().kind().name(),
        item.subject().id(),
        item.key(),
        item.title().orElse(null),
        new ObjectiveView.PlaceView(item.unitId(), unitName),
        item.ownerKey().map(key -> PersonView.of(key, people)).orElse(null),
        item.since().map(LocalDate::toString).orElse(null),
        item.since().map(any -> item.days()).orElse(null),
        item.others(),
        item.waitsFor(),
        PagePaths.of(item.subject(), item.unitId(), cycleId));
  }
}
