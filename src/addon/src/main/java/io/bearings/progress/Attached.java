package io.bearings.progress;

import java.util.List;

/**
 * What attaching did.
 *
 * @param already keys of the issues that were attached before
 */
public record Attached(List<NewLink> attached, List<String> already) {
  public Attached {
    attached = List.copyOf(attached);
    already = List.copyOf(already);
  }

  /** A link that was made. */
  public record NewLink(long linkId, String issueKey) {}
}
