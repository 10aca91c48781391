package io.bearings.coach;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An objective as somebody is writing it.
 *
 * @param title as typed, perhaps empty
 * @param why absent while nobody has come to it yet: then it is not judged
 * @param keyResults absent while nobody has come to them yet: then their number is not judged
 */
public record ObjectiveText(
    String title, Optional<String> why, Optional<List<KeyResultText>> keyResults) {
  public ObjectiveText {
    title = Objects.requireNonNullElse(title, "");
    keyResults = keyResults.map(List::copyOf);
  }

  /** Only a title. */
  public static ObjectiveText of(String title) {
    return new ObjectiveText(title, Optional.empty(), Optional.empty());
  }

  /** The same with a why. */
  public ObjectiveText withWhy(String text) {
    return new ObjectiveText(title, Optional.of(text), keyResults);
  }

  /** The same with key results, perhaps none. */
  public ObjectiveText withKeyResults(List<KeyResultText> results) {
    return new ObjectiveText(title, why, Optional.of(results));
  }
}
