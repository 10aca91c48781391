package io.bearings.progress;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Alignment;
import io.bearings.okr.Arrow;
import java.util.List;
import java.util.Set;

/**
 * How objectives hang together.
 *
 * @param edges those between two of the objectives
 */
public record AlignmentMap(List<ObjectiveFigures> nodes, List<Alignment> edges) {
  public AlignmentMap {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  static AlignmentMap of(List<ObjectiveFigures> nodes, List<Arrow> arrows) {
    Set<Long> shown = nodes.stream().map(each -> each.objective().id()).collect(toSet());
    return new AlignmentMap(
        nodes,
        arrows.stream()
            .map(Arrow::alignment)
            .filter(each -> shown.contains(each.fromId()) && shown.contains(each.toId()))
            .toList());
  }
}
