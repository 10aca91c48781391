package io.bearings.jira;

import io.bearings.flow.Boards.BoardSprint;
import io.bearings.jira.Reflection.Mismatch;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What we take from Jira Software's sprints, whose class belongs to another class loader and whose
 * dates are of a library that we do not import.
 */
final class SprintReading {
  private static final String EVENTS = "com.atlassian.greenhopper.api.events.sprint.";

  /** How older versions write a sprint out: {@code Sprint@1f[id=7,rapidViewId=1,…]}. */
  private static final Pattern WRITTEN = Pattern.compile("\\[(?:.*,)?id=(\\d{1,18})[,\\]]");

  private SprintReading() {}

  /**
   * @throws Mismatch when it is no sprint as we know it
   */
  static BoardSprint sprint(Object sprint) {
    return new BoardSprint(
        id(sprint),
        Reflection.get(sprint, "getRapidViewId").map(SprintReading::number),
        Reflection.get(sprint, "getName").map(Object::toString).orElse(""),
        state(sprint),
        moment(sprint, "getActivatedDate").or(() -> moment(sprint, "getStartDate")),
        moment(sprint, "getEndDate"),
        moment(sprint, "getCompleteDate"));
  }

  private static long id(Object sprint) {
    return Reflection.get(sprint, "getId")
        .map(SprintReading::number)
        .orElseThrow(() -> new Mismatch(sprint.getClass().getName() + "#getId: null", null));
  }

  private static Long number(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new Mismatch(value.getClass().getName() + " is no number", null);
  }

  private static BoardSprint.State state(Object sprint) {
    String name =
        Reflection.get(sprint, "getState")
            .map(state -> state instanceof Enum<?> known ? known.name() : state.toString())
            .orElse("");
    return Arrays.stream(BoardSprint.State.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Mismatch(sprint.getClass().getName() + "#getState: " + name, null));
  }

  private static Optional<Instant> moment(Object sprint, String getter) {
    if (!Reflection.has(sprint.getClass(), getter)) {
      return Optional.empty();
    }
    return Reflection.get(sprint, getter).map(SprintReading::instant);
  }

  private static Instant instant(Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof Date date) {
      return date.toInstant();
    }
    return Instant.ofEpochMilli(
        Reflection.get(value, "getMillis")
            .map(SprintReading::number)
            .orElseThrow(() -> new Mismatch(value.getClass() + "#getMillis: null", null)));
  }

  /**
   * The ids of the sprints in an issue's sprint field, completed ones included.
   *
   * @param value what the field gave; null for none
   * @throws Mismatch when it is neither a list of sprints nor of texts that tell a sprint's id
   */
  static Set<Long> ids(Object value) {
    if (value == null) {
      return Set.of();
    }
    if (value instanceof Collection<?> sprints) {
      return sprints.stream().map(SprintReading::idOf).collect(Collectors.toUnmodifiableSet());
    }
    return Set.of(idOf(value));
  }

  private static long idOf(Object sprint) {
    if (sprint instanceof Number number) {
      return number.longValue();
    }
    if (sprint instanceof CharSequence text) {
      Matcher written = WRITTEN.matcher(text);
      if (written.find()) {
        return Long.parseLong(written.group(1));
      }
      throw new Mismatch("The sprint field holds " + text, null);
    }
    return id(sprint);
  }

  /**
   * The sprint that an event of Jira Software tells of; absent for every other event.
   *
   * @throws Mismatch when it is no event as we know it
   */
  static Optional<BoardSprint> toldBy(Object event) {
    return event.getClass().getName().startsWith(EVENTS)
        ? Reflection.get(event, "getSprint").map(SprintReading::sprint)
        : Optional.empty();
  }
}
