package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What an editor of formulas shows. Places count UTF-16 units from 0. */
public final class FormulaView {
  private FormulaView() {}

  /**
   * What is wrong with a formula.
   *
   * @param problems from left to right; empty where it can be saved
   * @param tidied another way to write the same; null while something is wrong
   * @param quantity what it counts, in words; null while something is wrong
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Checked(
      @JsonProperty("problems") List<ProblemView> problems,
      @JsonProperty("tidied") String tidied,
      @JsonProperty("quantity") String quantity) {}

  /**
   * What is wrong at one place.
   *
   * @param from where it begins
   * @param to where it ends, exclusive
   * @param text what is wrong
   * @param expected what should stand there; null where nothing could
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ProblemView(
      @JsonProperty("from") int from,
      @JsonProperty("to") int to,
      @JsonProperty("text") String text,
      @JsonProperty("expected") String expected) {}

  /**
   * What can be written at a place.
   *
   * @param from where what was begun begins, which gives way to what is chosen
   * @param to where it ends, exclusive
   */
  public record Completed(
      @JsonProperty("from") int from,
      @JsonProperty("to") int to,
      @JsonProperty("candidates") List<CandidateView> candidates) {}

  /**
   * What could be written.
   *
   * @param kind PRIMITIVE, METRIC, KPI, INPUT, FIELD, FUNCTION or WORD
   * @param name as it is shown in a list
   * @param insert what is put in place of what was begun
   * @param caret how many units into that the cursor goes
   * @param meaning in one sentence
   */
  public record CandidateView(
      @JsonProperty("kind") String kind,
      @JsonProperty("name") String name,
      @JsonProperty("insert") String insert,
      @JsonProperty("caret") int caret,
      @JsonProperty("meaning") String meaning) {}
}
