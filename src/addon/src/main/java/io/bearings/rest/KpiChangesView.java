package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.KpiChange;
import io.bearings.okr.People;
import java.util.List;

/**
 * What was changed on the sheet of a KPI, the latest first.
 *
 * @param next where the list goes on; null at its end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KpiChangesView(
    @JsonProperty("changes") List<ChangeView> changes, @JsonProperty("next") String next) {

  /**
   * A change of one field.
   *
   * @param from what it was, as text, of people their names; null when it was empty
   * @param to what it is now, as text; null when it was emptied
   * @param reason null when none was given
   * @param version of the sheet that it led to
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ChangeView(
      @JsonProperty("id") long id,
      @JsonProperty("field") String field,
      @JsonProperty("from") String from,
      @JsonProperty("to") String to,
      @JsonProperty("reason") String reason,
      @JsonProperty("version") int version,
      @JsonProperty("by") PersonView by,
      @JsonProperty("at") String at) {}

  static KpiChangesView of(List<KpiChange> changes, int most, People people) {
    return new KpiChangesView(
        changes.stream()
            .map(
                each ->
                    new ChangeView(
                        each.id(),
                        each.what().field(),
                        each.what().from().map(it -> shown(each, it, people)).orElse(null),
                        each.what().to().map(it -> shown(each, it, people)).orElse(null),
                        each.what().reason().orElse(null),
                        each.version(),
                        PersonView.of(each.byKey(), people),
                        each.at().toString()))
            .toList(),
        changes.size() < most ? null : String.valueOf(changes.get(changes.size() - 1).id()));
  }

  /** Keys of people say nothing to those who read them. */
  private static String shown(KpiChange change, String text, People people) {
    return change.what().field().equals("owner") ? PersonView.of(text, people).name() : text;
  }
}
