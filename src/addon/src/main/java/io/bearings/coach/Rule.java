package io.bearings.coach;

/** The rules, each with the id by which pages and measurements name it. */
public enum Rule {
  NUMBER("number", Severity.WARNING),
  TASK("task", Severity.WARNING),
  LAUNCH("launch", Severity.HINT),
  FLAT("flat", Severity.WARNING),
  UNREADABLE("unreadable", Severity.WARNING),
  PAY("pay", Severity.WARNING),
  KPI_NAME("kpi-name", Severity.WARNING),
  NO_WHY("no-why", Severity.WARNING),

  NO_NUMBER("no-number", Severity.WARNING),
  NO_BASELINE("no-baseline", Severity.WARNING),
  NO_TARGET("no-target", Severity.WARNING),
  DELIVERABLE("deliverable", Severity.WARNING),
  ACTIVITY_COUNT("activity-count", Severity.WARNING),
  OUTPUT_COUNT("output-count", Severity.WARNING),
  MAINTAINS("maintains", Severity.HINT),
  TOO_CERTAIN("too-certain", Severity.HINT),
  KPI_COSPLAY("kpi-cosplay", Severity.WARNING),
  NO_GUARDRAIL("no-guardrail", Severity.HINT),
  NOISE("noise", Severity.HINT),
  TREND("trend", Severity.HINT),

  KEY_RESULT_COUNT("key-result-count", Severity.WARNING),
  FEW_KEY_RESULTS("few-key-results", Severity.HINT),
  OUTPUTS_ONLY("outputs-only", Severity.WARNING),
  NO_OWNER("no-owner", Severity.WARNING),
  INDIVIDUAL("individual", Severity.HINT),
  NO_PARENT("no-parent", Severity.HINT),
  REPEATED("repeated", Severity.HINT),
  OPPOSITE_DIRECTIONS("opposite-directions", Severity.WARNING),
  TOO_MANY_OBJECTIVES("too-many-objectives", Severity.WARNING),
  MANY_COMPANY_OBJECTIVES("many-company-objectives", Severity.HINT),
  NO_OBJECTIVES("no-objectives", Severity.HINT),
  TOO_SAFE("too-safe", Severity.HINT),
  TOO_FAR("too-far", Severity.HINT),
  SET_AND_FORGOTTEN("set-and-forgotten", Severity.HINT),

  KPI_NO_OWNER("kpi-no-owner", Severity.WARNING),
  KPI_NO_THRESHOLD("kpi-no-threshold", Severity.WARNING),
  KPI_NO_ACTION("kpi-no-action", Severity.WARNING),
  KPI_NO_SOURCE("kpi-no-source", Severity.WARNING),
  KPI_NO_FREQUENCY("kpi-no-frequency", Severity.WARNING),
  VANITY("vanity", Severity.WARNING),
  TWO_MEASURES("two-measures", Severity.WARNING),
  KPI_UNTIED("kpi-untied", Severity.HINT),
  TOO_MANY_KPIS("too-many-kpis", Severity.WARNING),
  NEVER_MET("never-met", Severity.HINT),
  ALWAYS_MET("always-met", Severity.HINT),
  TOO_FINE("too-fine", Severity.HINT),
  TOO_COARSE("too-coarse", Severity.HINT),
  DECORATIVE("decorative", Severity.WARNING);

  private final String id;
  private final Severity severity;

  Rule(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** A stable word in kebab case. */
  public String id() {
    return id;
  }

  /** The same for every finding of this rule. */
  public Severity severity() {
    return severity;
  }
}
