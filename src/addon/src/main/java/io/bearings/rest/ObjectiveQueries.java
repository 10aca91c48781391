package io.bearings.rest;

import io.bearings.okr.Message;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Refusal;
import io.bearings.progress.Overview;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of objectives as an address asks for it. */
final class ObjectiveQueries {
  private static final String BACKLOG = "backlog";
  private static final String OPEN = "open";
  private static final String LIMIT = "50";
  private static final Set<String> KNOWN =
      Set.of("unit", "cycle", "state", "label", "owner", "q", "archived", "cursor", "limit");

  private ObjectiveQueries() {}

  /**
   * Reads the parameters.
   *
   * @throws Refusal.Invalid naming those that are unknown or wrong
   */
  static Overview.Query of(MultivaluedMap<String, String> parameters) {
    refuseUnknown(parameters);
    return new Overview.Query(
        Parameters.optionalId("unit", parameters.getFirst("unit")),
        inCycle(parameters),
        WorkspaceResource.given(parameters.getFirst("state")).map(ObjectiveQueries::state),
        WorkspaceResource.given(parameters.getFirst("label")),
        WorkspaceResource.given(parameters.getFirst("owner")),
        WorkspaceResource.given(parameters.getFirst("q")).map(String::strip).orElse(""),
        Boolean.parseBoolean(parameters.getFirst("archived")),
        Parameters.after(parameters.getFirst("cursor")),
        Parameters.number(
            "limit", WorkspaceResource.given(parameters.getFirst("limit")).orElse(LIMIT)));
  }

  /**
   * The cycles that objectives are wanted of; absent: all.
   *
   * @throws Refusal.Invalid when they are neither a word for them nor an id
   */
  static Optional<Objectives.InCycle> inCycle(MultivaluedMap<String, String> parameters) {
    String cycle = WorkspaceResource.given(parameters.getFirst("cycle")).orElse("");
    return switch (cycle) {
      case BACKLOG -> Optional.of(new Objectives.InCycle.Backlog());
      case OPEN -> Optional.of(new Objectives.InCycle.Open());
      default -> Parameters.optionalId("cycle", cycle).map(Objectives.InCycle.One::new);
    };
  }

  private static void refuseUnknown(MultivaluedMap<String, String> parameters) {
    Map<String, Message> problems = new LinkedHashMap<>();
    parameters.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> problems.put(name, Message.of("bearings.error.unknownField")));
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  private static ObjectiveState state(String text) {
    return Arrays.stream(ObjectiveState.values())
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    Map.of(
                        "state",
                        Message.of(
                            "bearings.error.noWord",
                            Arrays.stream(ObjectiveState.values())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))))));
  }
}
