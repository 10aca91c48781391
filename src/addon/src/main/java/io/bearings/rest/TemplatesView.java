package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Measure;
import io.bearings.okr.ObjectiveTemplate;
import java.math.BigDecimal;
import java.util.List;

/** Objectives to begin with. */
public record TemplatesView(@JsonProperty("templates") List<TemplateView> templates) {

  /**
   * A template.
   *
   * @param language two letters: English where it is not translated
   */
  public record TemplateView(
      @JsonProperty("id") String id,
      @JsonProperty("theme") Theme theme,
      @JsonProperty("language") String language,
      @JsonProperty("objective") Texts objective,
      @JsonProperty("keyResults") List<Part> keyResults) {}

  /** What it is about. */
  public record Theme(@JsonProperty("id") String id, @JsonProperty("name") String name) {}

  /** What to write into the objective's fields. */
  public record Texts(@JsonProperty("title") String title, @JsonProperty("why") String why) {}

  /** What to write into the fields of a key result. */
  public record Part(
      @JsonProperty("title") String title,
      @JsonProperty("measure") MeasureView measure,
      @JsonProperty("baseline") BigDecimal baseline,
      @JsonProperty("target") BigDecimal target,
      @JsonProperty("source") String source) {}

  /**
   * What its numbers count.
   *
   * @param of the highest rating; null for what is no rating
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MeasureView(@JsonProperty("kind") String kind, @JsonProperty("of") BigDecimal of) {}

  static TemplatesView of(List<ObjectiveTemplate> templates) {
    return new TemplatesView(templates.stream().map(TemplatesView::template).toList());
  }

  private static TemplateView template(ObjectiveTemplate template) {
    return new TemplateView(
        template.id(),
        new Theme(template.theme().id(), template.theme().name()),
        template.language(),
        new Texts(template.title(), template.why()),
        template.keyResults().stream().map(TemplatesView::part).toList());
  }

  private static Part part(ObjectiveTemplate.Part part) {
    return new Part(
        part.title(),
        measure(part.measure()),
        part.baseline(),
        part.target(),
        part.source().name());
  }

  private static MeasureView measure(Measure measure) {
    return new MeasureView(measure.kind().name(), measure.of().orElse(null));
  }
}
