/**
 * KPIs: what a sheet says, how a value is judged, when a breach opens and closes, what drifts
 * before it breaks. Plain records and functions; they know neither Jira nor a database nor the
 * time.
 */
package io.bearings.kpi;
