package io.bearings.connect.acts;

/** Where this Jira is reached from outside. */
public interface SiteAddress {

  /** The address of the page of a KPI. */
  String ofKpi(long kpiId);
}
