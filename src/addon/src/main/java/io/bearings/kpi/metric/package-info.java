/**
 * What can be read from the work in Jira: metrics and the primitives of formulas, how they are
 * written, and how many of them are counted in one pass over the histories of issues. Plain records
 * and functions; who knows issues hands them in one by one.
 */
package io.bearings.kpi.metric;
