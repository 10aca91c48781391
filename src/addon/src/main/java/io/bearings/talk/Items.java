package io.bearings.talk;

import io.bearings.okr.Person;
import java.util.Optional;

/** Where what people talk about is found. Each call costs one statement. */
public interface Items {
  /**
   * An objective, key result or check-in.
   *
   * @param who the person for whom {@link Audience#followed} is answered
   */
  Optional<Item> item(Subject subject, Person who);
}
