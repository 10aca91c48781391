package io.bearings.host.jira;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the {@code fields} of a request in the shape of Jira's REST API and collects what is wrong
 * with each, so that a refusal names all of them at once.
 */
final class FieldReader {
  static final int LONGEST_SUMMARY = 255;
  static final int LONGEST_TEXT = 32_767;
  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
  private static final int DECIMALS = 6;

  private final Site site;
  private final Map<String, String> errors = new LinkedHashMap<>();

  FieldReader(Site site) {
    this.site = site;
  }

  /** A field is wrong; the first message for it stays. */
  void wrong(String field, String message) {
    errors.putIfAbsent(field, message);
  }

  /**
   * @throws JiraRefusal 400 when anything was wrong
   */
  void refuseWrong() {
    if (!errors.isEmpty()) {
      throw new JiraRefusal(400, String.join("; ", errors.values()), errors);
    }
  }

  void unknown(String field) {
    wrong(
        field,
        "Field '" + field + "' cannot be set. It is not on the appropriate screen, or unknown.");
  }

  /** What is wrong with a text as a summary; empty when nothing is. */
  static Optional<String> wrongSummary(String summary) {
    if (summary == null || summary.isBlank()) {
      return Optional.of("You must specify a summary of the issue.");
    }
    if (summary.length() > LONGEST_SUMMARY) {
      return Optional.of(
          "Summary must have at most "
              + LONGEST_SUMMARY
              + " characters; this one has "
              + summary.length()
              + ".");
    }
    if (summary.indexOf('\n') >= 0 || summary.indexOf('\r') >= 0) {
      return Optional.of("The summary is invalid because it contains newline characters.");
    }
    return Optional.empty();
  }

  /** The trimmed summary; null when it is wrong. */
  String summary(Object value) {
    String text = string("summary", value);
    if (text == null && value != null) {
      return null;
    }
    String trimmed = text == null ? null : text.trim();
    wrongSummary(trimmed).ifPresent(message -> wrong("summary", message));
    return trimmed;
  }

  /** A text of limited length; null for none. */
  String text(String field, Object value, int longest) {
    String text = string(field, value);
    if (text != null && text.length() > longest) {
      wrong(field, "The text must have at most " + longest + " characters.");
    }
    return text == null || text.isEmpty() ? null : text;
  }

  private String string(String field, Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      wrong(field, "Operation value must be a string");
      return null;
    }
    if (!isStorable(text)) {
      wrong(field, "The text contains a character that cannot be stored.");
      return null;
    }
    return text;
  }

  /** Whether every database can keep the text: PostgreSQL has no NUL character. */
  static boolean isStorable(String text) {
    return text.indexOf('\0') < 0;
  }

  /** What a field's object names by one of these keys; null for none. */
  String reference(String field, Object value, List<String> keys) {
    if (value == null) {
      return null;
    }
    if (value instanceof Map<?, ?> object) {
      for (String key : keys) {
        if (object.get(key) instanceof String name && !name.isBlank()) {
          return name;
        }
      }
      if (keys.stream().anyMatch(key -> object.containsKey(key) && object.get(key) == null)) {
        return null;
      }
    }
    wrong(field, "Give an object with " + String.join(" or ", keys));
    return null;
  }

  <T extends HostConstant> T constant(String field, Object value, Map<String, T> constants) {
    String name = reference(field, value, List.of("id", "name"));
    T found = name == null ? null : Site.find(constants, name).orElse(null);
    if (found == null) {
      wrong(
          field,
          name == null
              ? "The field '" + field + "' is required"
              : "'" + name + "' is not a valid " + field);
    }
    return found;
  }

  /** A user who may be given issues of the project; null for nobody. */
  HostUser assignee(Object value, HostProject project) {
    String name = reference("assignee", value, List.of("name", "key"));
    if (name == null) {
      return null;
    }
    Optional<HostUser> user = site.userByName(name).or(() -> site.user(name));
    if (user.isEmpty()) {
      wrong("assignee", "User '" + name + "' does not exist.");
    } else if (!site.allows("BROWSE_PROJECTS", project, user.get())) {
      wrong("assignee", "User '" + name + "' cannot be assigned issues.");
    }
    return user.orElse(null);
  }

  LocalDate date(String field, Object value) {
    String text = string(field, value);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      wrong(field, "Error parsing date string: " + text + "; give yyyy-MM-dd");
      return null;
    }
  }

  /** Seconds from a text such as {@code 1d 4h}; null for none. */
  Long duration(Object value) {
    String text = string("timetracking", value);
    if (text == null) {
      return null;
    }
    OptionalLong seconds = JiraDuration.seconds(text);
    if (seconds.isEmpty()) {
      wrong("timetracking", "'" + text + "' is not a duration such as 1w 2d 4h 30m");
      return null;
    }
    return seconds.getAsLong();
  }

  /** A custom field's value: a BigDecimal, a String, or null for none. */
  Object customValue(Site.Field field, Object value) {
    if (value == null) {
      return null;
    }
    if (CustomFields.kind(field.typeKey()).orElse(null) == CustomFields.Kind.NUMBER) {
      return number(field.fullId(), value);
    }
    return text(field.fullId(), value, CustomFields.longest(field.typeKey()));
  }

  private BigDecimal number(String field, Object value) {
    if (!(value instanceof Number)) {
      wrong(field, "Operation value must be a number");
      return null;
    }
    Optional<BigDecimal> number = storable(value.toString());
    if (number.isEmpty()) {
      wrong(field, "The number is too large or has more than " + DECIMALS + " decimals");
    }
    return number.orElse(null);
  }

  /** The number, if the column for numbers can hold it. */
  static Optional<BigDecimal> storable(String text) {
    try {
      BigDecimal number = new BigDecimal(text).stripTrailingZeros();
      return number.abs().compareTo(LARGEST) < 0 && number.scale() <= DECIMALS
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
