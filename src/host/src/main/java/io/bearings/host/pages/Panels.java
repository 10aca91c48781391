package io.bearings.host.pages;

import io.bearings.host.runtime.AddOnRuntime.Panel;
import java.util.List;

/** Panels of an add-on for templates: their markup was rendered with escaping already. */
final class Panels {
  private Panels() {}

  /** A panel; {@code id} is its complete key as an element's id. */
  public record View(String id, String label, Html body) {}

  static List<View> of(List<Panel> panels) {
    return panels.stream()
        .map(
            panel ->
                new View(
                    panel.completeKey().replaceAll("[^A-Za-z0-9_-]", "-"),
                    panel.label(),
                    new Html(panel.html())))
        .toList();
  }
}
