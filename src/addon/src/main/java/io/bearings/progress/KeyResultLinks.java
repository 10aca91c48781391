package io.bearings.progress;

import java.util.List;

/**
 * The issues of a key result.
 *
 * @param keyResult with the figures over all linked issues, visible or not
 * @param mayEdit whether the person may attach and detach
 * @param links those that the person may browse, oldest link first
 * @param hidden how many more there are
 */
public record KeyResultLinks(
    KeyResultFigures keyResult, boolean mayEdit, List<LinkedIssue> links, int hidden) {
  public KeyResultLinks {
    links = List.copyOf(links);
  }
}
