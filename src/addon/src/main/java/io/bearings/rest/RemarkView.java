package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.talk.Remark;
import java.util.List;

/**
 * A remark in a thread.
 *
 * @param text as it was written, not to be rendered as markup; {@code [~key]} mentions a person
 * @param mentions the people whom it mentions and who exist
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RemarkView(
    @JsonProperty("id") long id,
    @JsonProperty("by") PersonView by,
    @JsonProperty("at") String at,
    @JsonProperty("text") String text,
    @JsonProperty("mentions") List<PersonView> mentions) {

  static RemarkView of(Remark remark, People people) {
    return new RemarkView(
        remark.id(),
        PersonView.of(remark.byKey(), people),
        remark.at().toString(),
        remark.text(),
        mentioned(remark.mentions(), people));
  }

  /** Those of the people with these keys who exist. */
  static List<PersonView> mentioned(List<String> keys, People people) {
    return keys.stream()
        .filter(key -> people.nameOf(key).isPresent())
        .map(key -> PersonView.of(key, people))
        .toList();
  }
}
