package io.bearings.kpi;

/** Why a KPI is watched that serves no objective. */
public enum Grounds {
  CONTRACT,
  COMPLIANCE,
  BASIC_HEALTH
}
