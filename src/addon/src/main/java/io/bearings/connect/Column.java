package io.bearings.connect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of objectives, key results and check-ins, in the order of the export. */
enum Column {
  TYPE,
  KEY,
  PARENT,
  TITLE,
  WHY,
  OWNER,
  KIND,
  VISIBILITY,
  LABELS,
  SOURCE,
  NATURE,
  MEASURE,
  OF,
  CURRENCY,
  BASELINE,
  TARGET,
  LOW,
  HIGH,
  WEIGHT,
  DUE,
  STATE,
  ACTIVATED,
  CONFIDENCE,
  VALUE,
  ON,
  COMMENT,
  PLANS,
  PROGRESS,
  PROBLEMS,
  /** Computed; not read. */
  SCORE,
  /** Computed; not read. */
  STATUS;

  /** What stands in the header. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of a header, however it is capitalised. */
  static Optional<Column> of(String header) {
    return Arrays.stream(values())
        .filter(each -> each.header().equals(header.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
