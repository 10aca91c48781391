package io.bearings.flow.realdata;

import io.bearings.flow.Durations;
import io.bearings.flow.StatusCategory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rows of both sites have in common. */
public final class Sites {
  private Sites() {}

  public static Optional<Instant> instant(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  public static StatusCategory category(String key) {
    return switch (key) {
      case "done" -> StatusCategory.DONE;
      case "indeterminate" -> StatusCategory.IN_PROGRESS;
      case "new" -> StatusCategory.TO_DO;
      default -> throw new IllegalArgumentException("No category " + key);
    };
  }

  public static boolean isDone(Map<String, String> issue) {
    return category(issue.get("status_category")) == StatusCategory.DONE;
  }

  public static Durations.Resolved resolved(Map<String, String> issue) {
    return new Durations.Resolved(
        Instant.parse(issue.get("created")), isDone(issue), instant(issue.get("resolved")));
  }

  /** Names that stand in one column. */
  public static List<String> names(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\|"));
  }
}
