package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.Thresholds;
import io.bearings.okr.UnitSettings;
import java.math.BigDecimal;
import java.util.List;

/**
 * A unit.
 *
 * @param parentId null at the top
 * @param group the name of a Jira group; null is none
 * @param projects the bound Jira projects that the person who asks may browse
 * @param boards the boards that it names, also those that the person who asks may not see
 * @param may what the person who asks may do in it, by the names of the operations
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UnitView(
    @JsonProperty("id") long id,
    @JsonProperty("name") String name,
    @JsonProperty("level") String level,
    @JsonProperty("parentId") Long parentId,
    @JsonProperty("lead") PersonView lead,
    @JsonProperty("deputy") PersonView deputy,
    @JsonProperty("group") String group,
    @JsonProperty("projects") List<ProjectRefView> projects,
    @JsonProperty("boards") List<BoardRefView> boards,
    @JsonProperty("openness") String openness,
    @JsonProperty("archived") boolean archived,
    @JsonProperty("version") int version,
    @JsonProperty("settings") Settings settings,
    @JsonProperty("may") List<String> may)
    implements Versioned {

  /**
   * How a unit works.
   *
   * @param thresholds null: those of the site
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Settings(
      @JsonProperty("cadence") Cadence cadence,
      @JsonProperty("thresholds") Pace thresholds,
      @JsonProperty("advanced") boolean advanced,
      @JsonProperty("capacity") Working capacity) {

    static Settings of(UnitSettings settings) {
      return new Settings(
          Cadence.of(settings.cadence()),
          settings.thresholds().map(Pace::of).orElse(null),
          settings.advanced(),
          Working.of(settings.capacity()));
    }
  }

  /** How often a unit checks in. */
  public record Cadence(
      @JsonProperty("every") String every,
      @JsonProperty("day") String day,
      @JsonProperty("dayOfMonth") int dayOfMonth,
      @JsonProperty("hour") int hour) {

    static Cadence of(CadenceSetting cadence) {
      return new Cadence(
          cadence.every().name(), cadence.day().name(), cadence.dayOfMonth(), cadence.hour());
    }
  }

  /** From which pace on something is on track or at risk. */
  public record Pace(
      @JsonProperty("onTrack") BigDecimal onTrack, @JsonProperty("atRisk") BigDecimal atRisk) {

    static Pace of(Thresholds thresholds) {
      return new Pace(thresholds.onTrack(), thresholds.atRisk());
    }
  }

  /** How much a unit can work. */
  public record Working(
      @JsonProperty("members") int members,
      @JsonProperty("hoursPerDay") BigDecimal hoursPerDay,
      @JsonProperty("focusShare") BigDecimal focusShare) {

    static Working of(Capacity capacity) {
      return new Working(capacity.members(), capacity.hoursPerDay(), capacity.focusShare());
    }
  }
}
