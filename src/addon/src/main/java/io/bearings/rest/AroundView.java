package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.Places;
import java.util.List;

/** What could be linked from an issue. */
public record AroundView(@JsonProperty("places") List<AroundPlaceView> places) {

  /**
   * The issue, its epic, a sprint or a fix version of it.
   *
   * @param kind ISSUE, EPIC, SPRINT or VERSION
   * @param key what it is asked for by
   */
  public record AroundPlaceView(
      @JsonProperty("kind") String kind,
      @JsonProperty("key") String key,
      @JsonProperty("name") String name) {}

  static AroundView of(List<Places.PlaceText> places) {
    return new AroundView(
        places.stream()
            .map(
                place ->
                    new AroundPlaceView(place.target().kind().name(), place.key(), place.name()))
            .toList());
  }
}
