package io.bearings.systemtests.harness;

import java.util.Locale;

/** How the host behaves where Jira's behaviour is not known: as one hopes, or as one fears. */
public enum Temper {
  KIND,
  HARSH;

  /** Its name on the command line. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}
