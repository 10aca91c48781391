package io.bearings.connect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
  WEIGHT_BY,
  ALIGNED_SHARE,
  /** The key of the KPI that a key result reads. */
  KPI,
  /** The metric of the work in Jira that a key result reads. */
  METRIC,
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

  /** What stands in the header: the name that the field has elsewhere. */
  String header() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    return Arrays.stream(words)
        .skip(1)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", words[0], ""));
  }

  /** The column of a header, however it is capitalised. */
  static Optional<Column> of(String header) {
    return Arrays.stream(values())
        .filter(each -> each.header().equalsIgnoreCase(header.strip()))
        .findFirst();
  }
}
