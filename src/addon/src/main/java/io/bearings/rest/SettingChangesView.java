package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.SeeingSettingChanges;
import io.bearings.okr.SeeingSettingChanges.Seen;
import java.util.List;

/**
 * A part of the log of changes of settings, the newest first.
 *
 * @param next where it goes on; null at its end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SettingChangesView(
    @JsonProperty("changes") List<ChangeView> changes, @JsonProperty("next") String next) {

  static SettingChangesView of(List<Seen> changes) {
    return new SettingChangesView(
        changes.stream().map(ChangeView::of).toList(),
        changes.size() < SeeingSettingChanges.PAGE
            ? null
            : String.valueOf(changes.get(changes.size() - 1).id()));
  }

  /**
   * A change of a setting.
   *
   * @param subject SITE, OUTGOING, UNIT or ROLES
   * @param unitId null for the site
   * @param unit the unit's name; null for the site, and for a unit that is gone
   * @param before what it said, in one line; empty for nothing
   * @param after what it said since, in one line; empty for nothing
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ChangeView(
      @JsonProperty("id") long id,
      @JsonProperty("at") String at,
      @JsonProperty("by") PersonView by,
      @JsonProperty("subject") String subject,
      @JsonProperty("unitId") Long unitId,
      @JsonProperty("unit") String unit,
      @JsonProperty("setting") String setting,
      @JsonProperty("before") String before,
      @JsonProperty("after") String after) {

    static ChangeView of(Seen seen) {
      return new ChangeView(
          seen.id(),
          seen.at().toString(),
          new PersonView(seen.changedBy(), seen.changedByName()),
          seen.change().subject().name(),
          seen.change().unitId().orElse(null),
          seen.unitName().orElse(null),
          seen.change().name(),
          seen.change().before(),
          seen.change().after());
    }
  }
}
