/**
 * The performance goals, measured. Machines differ, so each goal is a ratio of two times of one run
 * or a count of SQL statements; the times themselves are printed for orientation.
 */
package io.bearings.benchmarks;
