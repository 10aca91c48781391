package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.SiteSettings.Choice;
import java.util.List;

/** Custom fields that hold numbers, in the order of their names. */
public record NumberFieldsView(@JsonProperty("fields") List<FieldView> fields) {

  /**
   * A field.
   *
   * @param id what stands as {@code weightBy} in a key result that weighs by it
   */
  public record FieldView(@JsonProperty("id") String id, @JsonProperty("name") String name) {}

  static NumberFieldsView of(List<Choice> fields) {
    return new NumberFieldsView(
        fields.stream().map(each -> new FieldView(each.id(), each.name())).toList());
  }
}
