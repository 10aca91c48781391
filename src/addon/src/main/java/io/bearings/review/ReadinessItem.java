package io.bearings.review;

/** The check list of a unit before it sets off, in this order. */
public enum ReadinessItem {
  /** There are objectives, and not more than a team can hold in mind. */
  OBJECTIVES,
  /** Every objective says where to go, as the Coach reads it. */
  INSPIRING,
  /** Every objective has two to five key results. */
  KEY_RESULTS,
  /** Every key result is something to be measured, as the Coach reads it. */
  MEASURABLE,
  /** Every key result says where it stands and where it is to arrive. */
  NOW_AND_TARGET,
  /** Every aspirational objective is out of easy reach, as its owner sees it. */
  AMBITIOUS,
  /** Every objective serves one above, where there are any. */
  ALIGNED,
  /** Check-ins fall into the cycle. */
  CHECK_INS,
  /** Ten KPIs at most. */
  KPIS_LIMITED,
  /** Every KPI says what it measures and by when. */
  KPIS_SMART,
  /** Every KPI has an owner. */
  KPIS_OWNED,
  /** Every KPI says how often it is measured. */
  KPIS_FREQUENCY,
  /** Every KPI has thresholds. */
  KPIS_THRESHOLDS,
  /** Every KPI says what happens when it is crossed. */
  KPIS_ACTIONS,
  /** The KPIs stand on a live board. */
  KPIS_ON_BOARD,
  /** The KPIs are collected without anybody typing. */
  KPIS_COLLECTED;

  /** Whether it is about KPIs, which stand apart from the objectives. */
  public boolean isOfKpis() {
    return compareTo(KPIS_LIMITED) >= 0;
  }
}
