/**
 * How a cycle begins: the kickoff of a unit with its steps, how ready the unit is, how much it can
 * work, and how ready the units of a branch are. Plain Java; ports say what this package needs.
 */
package io.bearings.review;
