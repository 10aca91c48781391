package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;

/** A person by the key that the API takes and the name to show. */
public record PersonView(@JsonProperty("key") String key, @JsonProperty("name") String name) {

  static PersonView of(String userKey, People people) {
    return new PersonView(userKey, people.nameOrKey(userKey));
  }
}
