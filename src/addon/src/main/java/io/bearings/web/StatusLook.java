package io.bearings.web;

import io.bearings.okr.Status;

/**
 * What a status is called and how it is drawn: a text with a shape of its own, and a colour beside
 * them. The scripts draw the same ({@code status.js}): one file of all of them holds both to it.
 *
 * @param textKey the key of its text
 * @param shape the outline of its shape, as an SVG path in a square of 16
 * @param tone good, warn, bad or quiet
 */
record StatusLook(String textKey, String shape, String tone) {
  /** Of what is still being written, whatever its figures say. */
  static final StatusLook DRAFT = quiet("bearings.status.draft", Shapes.RING);

  private static final class Shapes {
    static final String DOT = "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z";
    static final String RING =
        "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z";
    static final String TRIANGLE = "M8 2l6.5 12h-13z";
    static final String SQUARE = "M3 3h10v10H3z";
    static final String DIAMOND = "M8 1l7 7-7 7-7-7z";
    static final String CHECK = "M6.2 13L1.6 8.4l1.7-1.7 2.9 2.9 6.5-6.5 1.7 1.7z";
    static final String HALF = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2v8a4 4 0 0 1 0-8z";
    static final String CROSS =
        "M3.5 2L8 6.5 12.5 2 14 3.5 9.5 8l4.5 4.5-1.5 1.5L8 9.5 3.5 14 2 12.5 6.5 8 2 3.5z";
    static final String CLOCK =
        "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM7 4h2v3.6l2.4 1.4-1 1.7L7 8.8z";
    static final String BAR = "M2 6.5h12v3H2z";
  }

  static StatusLook of(Status status) {
    return switch (status) {
      case ABANDONED -> quiet("bearings.status.abandoned", Shapes.BAR);
      case CLOSED -> quiet("bearings.status.closed", Shapes.BAR);
      case NO_DATA -> quiet("bearings.status.noData", Shapes.RING);
      case ACHIEVED -> good("bearings.status.achieved", Shapes.CHECK);
      case PARTLY -> warn("bearings.status.partly", Shapes.HALF);
      case MISSED -> bad("bearings.status.missed", Shapes.CROSS);
      case OFF_TRACK -> bad("bearings.status.offTrack", Shapes.SQUARE);
      case OVERDUE -> bad("bearings.status.overdue", Shapes.CLOCK);
      case GUARDRAIL_RED -> bad("bearings.status.guardrailRed", Shapes.DIAMOND);
      case SILENT -> warn("bearings.status.silent", Shapes.BAR);
      case OUTPUT_WITHOUT_OUTCOME -> warn("bearings.status.outputWithoutOutcome", Shapes.HALF);
      case TOO_EARLY -> quiet("bearings.status.tooEarly", Shapes.RING);
      case AT_RISK -> warn("bearings.status.atRisk", Shapes.TRIANGLE);
      case ON_TRACK -> good("bearings.status.onTrack", Shapes.DOT);
    };
  }

  private static StatusLook good(String textKey, String shape) {
    return new StatusLook(textKey, shape, "good");
  }

  private static StatusLook warn(String textKey, String shape) {
    return new StatusLook(textKey, shape, "warn");
  }

  private static StatusLook bad(String textKey, String shape) {
    return new StatusLook(textKey, shape, "bad");
  }

  private static StatusLook quiet(String textKey, String shape) {
    return new StatusLook(textKey, shape, "quiet");
  }
}
