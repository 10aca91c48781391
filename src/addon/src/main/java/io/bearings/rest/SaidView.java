package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.talk.Remark;
import io.bearings.talk.Talking;
import java.util.List;

/**
 * A remark that was just made.
 *
 * @param notTold those whom it mentions and who were not told, because they may not see what it is
 *     about or do not exist
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SaidView(
    @JsonProperty("id") long id,
    @JsonProperty("by") PersonView by,
    @JsonProperty("at") String at,
    @JsonProperty("text") String text,
    @JsonProperty("mentions") List<PersonView> mentions,
    @JsonProperty("notTold") List<PersonView> notTold) {

  static SaidView of(Talking.Said said, People people) {
    Remark remark = said.remark();
    return new SaidView(
        remark.id(),
        PersonView.of(remark.byKey(), people),
        remark.at().toString(),
        remark.text(),
        RemarkView.mentioned(remark.mentions(), people),
        said.notTold().stream().map(key -> PersonView.of(key, people)).toList());
  }
}
