package io.bearings.kpi;

import java.util.List;

/**
 * What is done when the critical threshold is crossed.
 *
 * @param text what people do; empty when nobody said so
 * @param automatic what is done without them
 */
public record Response(String text, List<AutomaticAction> automatic) {
  /** Nothing was agreed. */
  public static final Response NONE = new Response("", List.of());

  public Response {
    automatic = List.copyOf(automatic);
  }
}
